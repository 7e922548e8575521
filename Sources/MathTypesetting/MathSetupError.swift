/// Why no formula at all can be typeset.
public enum MathSetupError: Error, Equatable, Sendable {
    /// A file of KaTeX is in none of these folders.
    case missing(String, folders: [String])
    /// The engine can't run KaTeX's script.
    case unusable(reason: String)
    /// Macros that no formula can use, by their names.
    case macros([String: MathError])
}

extension MathSetupError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missing(let file, let folders):
            "KaTeX, which typesets formulas, is not installed: there is no '\(file)' in \(folders.joined(separator: ", "))"
        case .unusable(let reason):
            "KaTeX can't run: \(reason)"
        case .macros(let errors):
            errors.sorted { $0.key < $1.key }.map { "the macro '\($0)': \($1.message)" }.joined(separator: "\n")
        }
    }

    /// How to mend it.
    public var fix: String? {
        switch self {
        case .missing: "on Debian: apt-get install libjs-katex fonts-katex"
        case .unusable: "Weft is tested with KaTeX 0.16.4, Debian's libjs-katex"
        case .macros: nil
        }
    }
}
