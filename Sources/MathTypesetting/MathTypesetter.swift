import Synchronization

/// Turns formulas in TeX into HTML, with KaTeX as it is installed.
///
///     let typesetter = try MathTypesetter(KaTeXPackage(), macros: [#"\R"#: #"\mathbb{R}"#])
///     try typesetter.html(#"x \in \R^n"#, display: false)   // <span class="katex">…
///
/// A formula is the same HTML on every machine: what is seen, as spans that the package's `stylesheet(for:)` is for, and
/// what is read aloud, as MathML. Loading KaTeX takes a tenth of a second, so make one only where there are formulas.
public final class MathTypesetter: Sendable {
    private let katex: Mutex<KaTeX>

    /// - Parameter macros: the texts of the course's own commands, by their names with backslashes.
    /// - Throws: where KaTeX can't run, and where a macro is wrong whoever uses it.
    public init(_ package: KaTeXPackage, macros: [String: String] = [:]) throws(MathSetupError) {
        let macros = Macros(macros)
        let katex = try KaTeX(package, macros: macros)
        let errors = macros.errors(in: katex)
        guard errors.isEmpty else { throw .macros(errors) }
        self.katex = Mutex(katex)
    }

    /// The HTML of a formula.
    /// - Parameters:
    ///   - tex: the formula, without dollar signs.
    ///   - display: whether it stands on a line of its own.
    public func html(_ tex: String, display: Bool) throws(MathError) -> String {
        try katex.withLock { (katex) throws(MathError) in try katex.html(tex, display: display) }
    }
}
