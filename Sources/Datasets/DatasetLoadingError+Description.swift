internal import NeuralNetworks

extension DatasetLoadingError: CustomStringConvertible {
    /// What went wrong, where, and the likely fix.
    public var description: String {
        switch self {
        case .unknownName(let name, let known):
            "unknown data set '\(name)'\(Self.suggestion(for: name, among: known)) (known: \(listed(known)))"
        case .noSuchFolder(let folder, nil):
            "\(folder): no such folder; it was to hold the data set's files"
        case .noSuchFolder(let folder, .some(let variable)):
            "\(folder): no such folder; \(variable) names it as the place of the data sets"
        case .incompleteFolder(let folder, let missing) where missing.count == DatasetFile.allCases.count:
            "\(folder): holds none of the data set's files: put \(listed(missing)) there, gzipped (.gz) or not"
        case .incompleteFolder(let folder, let missing):
            "\(folder): \(listed(missing)) \(missing.count == 1 ? "is" : "are") missing beside the data set's "
                + "other files: put \(missing.count == 1 ? "it" : "them") there, gzipped (.gz) or not"
        case .unreadable(let file, let reason):
            "\(file): cannot be read: \(reason)"
        case .malformed(let file, let fault):
            "\(file): \(fault)"
        case .malformedTable(let file, let fault):
            "\(file)\(fault.line.map { ":\($0)" } ?? ""): \(fault)"
        case .countsDiffer(let images, let imageCount, let labels, let labelCount):
            "\(labels): \(grouped(labelCount)) labels for the \(grouped(imageCount)) images of \(images): "
                + "the two files do not belong together"
        case .invalid(let labels, let reason):
            "\(labels): \(reason)"
        case .unavailable(let facts):
            facts.description
        }
    }

    private static func suggestion(for name: String, among known: [String]) -> String {
        nearest(to: name, among: known).map { ": did you mean '\($0)'?" } ?? ""
    }
}

extension Unavailability: CustomStringConvertible {
    /// What is missing, where it was looked for, why it could not be downloaded, and what to do.
    public var description: String {
        """
        \(title) is not on this machine and could not be downloaded.
          missing: \(missing.joined(separator: ", "))
          looked in: \(searched.isEmpty ? "nowhere: no folder is known" : searched.joined(separator: ", "))
          download: \(failure)
          what to do: \(remedies.joined(separator: ", or "))
        """
    }

    private var remedies: [String] {
        [
            package.map { "apt-get install \($0)" },
            folder.map { "put the missing files into \($0)" },
            "name a folder that holds all four files in WEFT_DATA",
        ].compactMap { $0 }
    }
}

extension DownloadFailure: CustomStringConvertible {
    /// What stood in the way.
    public var description: String {
        switch self {
        case .noCacheFolder: "there is no folder to keep it in: neither XDG_CACHE_HOME nor HOME is set"
        case .cannotWrite(let folder, let reason): "cannot write to \(folder): \(reason)"
        case .failed(let attempts): attempts.map { "\($0.url): \($0.outcome)" }.joined(separator: "; ")
        }
    }
}

extension DownloadFailure.Outcome: CustomStringConvertible {
    /// What the mirror did.
    public var description: String {
        switch self {
        case .notServed(let reason): reason
        case .wrongDigest(let found, let expected):
            "the file served is not the published one (its SHA-256 is \(found), not \(expected)); it was thrown away"
        }
    }
}

/// `a`, `a and b`, `a, b and c`.
private func listed(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.joined() }
    return names.dropLast().joined(separator: ", ") + " and " + last
}
