/// What has to be as it was for a kept result to be used again, besides the unit's key.
struct Inputs: Codable, Equatable, Sendable {
    /// The files that the unit and the cells before it read, and their digests. Those of the course by their paths from
    /// its folder.
    var files: [String: String] = [:]
    /// The parameters of the course that they asked for, and their values.
    var parameters: [String: String] = [:]

    /// These inputs with what one more unit asked for.
    func adding(
        files read: [String], parameters used: [String], of values: [String: String], in files: CourseFiles
    ) -> Inputs {
        var inputs = self
        for path in read {
            // A file that is gone was the unit's own.
            if let digest = files.digest(of: files.name(of: path)) { inputs.files[files.name(of: path)] = digest }
        }
        for name in used { inputs.parameters[name] = values[name] }
        return inputs
    }

    /// What has changed; nil if nothing has.
    func change(parameters values: [String: String], files current: CourseFiles) -> Reason? {
        for (name, value) in parameters.sorted(by: { $0.key < $1.key }) where values[name] != value {
            return .parameterChanged(name)
        }
        for (name, digest) in files.sorted(by: { $0.key < $1.key }) where current.digest(of: name) != digest {
            return .fileChanged(name)
        }
        return nil
    }
}
