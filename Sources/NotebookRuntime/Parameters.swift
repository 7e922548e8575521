/// The parameters that the course was built with: `params:` in `site.yml`, changed by `-P key:value`.
///
///     let data = try ImageDataset.load(named: params["dataset"])
public struct Parameters: Sendable {
    private let values: [String: String]

    public init(_ values: [String: String]) {
        self.values = values
    }

    /// The value of the parameter `name`.
    /// - Throws: `UnknownParameter` where the course has none of that name.
    public subscript(name: String) -> String {
        get throws(UnknownParameter) {
            guard let value = values[name] else {
                throw UnknownParameter(name: name, known: values.keys.sorted())
            }
            Notebook.current.used(parameter: name)
            return value
        }
    }
}

/// A cell asked for a parameter that the course does not have.
public struct UnknownParameter: Error, Equatable, CustomStringConvertible {
    public var name: String
    public var known: [String]

    public var description: String {
        var known = "site.yml sets none"
        if !self.known.isEmpty { known = "site.yml sets " + self.known.joined(separator: ", ") }
        return "no parameter '\(name)': \(known); add it there under 'params:', or pass -P \(name):VALUE"
    }
}
