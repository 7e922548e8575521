/// What made a site's pages besides their chapters.
public struct Provenance: Equatable, Sendable {
    /// Weft's own version.
    public static let weftVersion = "0.1.0"

    /// The compiler that the cells were compiled with, in its own words: "Swift 6.3.1".
    public var compiler: String?
    /// The values of the course's parameters that the cells found.
    public var parameters: [String: String]

    public init(compiler: String? = nil, parameters: [String: String] = [:]) {
        self.compiler = compiler
        self.parameters = parameters
    }

    /// "Weft 0.1.0, Swift 6.3.1".
    var madeWith: String {
        (["Weft \(Self.weftVersion)"] + [compiler].compactMap(\.self)).joined(separator: ", ")
    }

    /// "dataset: fashion-mnist"; nil where there are no parameters.
    var parameterList: String? {
        parameters.isEmpty
            ? nil : parameters.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
    }
}
