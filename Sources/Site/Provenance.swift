import Hashing

/// What made a site's pages besides their chapters.
public struct Provenance: Equatable, Sendable {
    /// Weft's own version.
    public static let weftVersion = "0.1.0"

    /// The SHA-256 of the program, which holds the libraries that cells use.
    private let program: String?
    /// The compiler of the cells, as `swiftc --version` names it.
    private let compiler: String?
    /// The values of the course's parameters that the cells found.
    private let parameters: [String: String]

    public init(program: String? = nil, compiler: String? = nil, parameters: [String: String] = [:]) {
        self.program = program
        self.compiler = compiler
        self.parameters = parameters
    }

    /// "Weft 0.1.0 (build 9f86d081884c), Swift 6.3.1".
    var madeWith: String {
        let build = program.map { " (build \($0.prefix(12)))" } ?? ""
        let version = compiler?.firstMatch(of: #/Swift version (\S+)/#).map { ", Swift \($0.1)" } ?? ""
        return "Weft \(Self.weftVersion)\(build)\(version)"
    }

    /// "dataset: fashion-mnist"; nil where there are no parameters.
    var parameterList: String? {
        parameters.isEmpty
            ? nil : parameters.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
    }

    /// "train.gz (SHA-256 3aede38d6186…)" for each file; nil where there are none. Where they were found is of no matter.
    static func list(ofFiles files: [String: String]) -> String? {
        let named = files.map { path, digest in (path.split(separator: "/").last.map(String.init) ?? path, digest) }
        guard !named.isEmpty else { return nil }
        return named.sorted { $0 < $1 }.map { "\($0) (SHA-256 \($1.prefix(12))…)" }.joined(separator: ", ")
    }

    /// What tells this from others.
    var digest: String { sha256(of: [madeWith, parameterList ?? ""]) }
}
