import Synchronization

/// Turns formulas in TeX into HTML, with KaTeX as it is installed.
///
///     let typesetter = try MathTypesetter(macros: [#"\R"#: #"\mathbb{R}"#])
///     try typesetter.html(#"x \in \R^n"#, display: false)   // <span class="katex">…
///
/// A formula is the same HTML on every machine: what is seen, as spans that `assets(for:)` has the stylesheet of, and
/// what is read aloud, as MathML. Loading takes a tenth of a second, so make one only where there are formulas.
public final class MathTypesetter: Sendable {
    let package: KaTeXPackage
    private let katex: Mutex<KaTeX>

    /// - Parameter macros: the texts of the course's own commands, by their names with backslashes.
    /// - Throws: where KaTeX is not installed, and where a macro is wrong whoever uses it.
    public convenience init(macros: [String: String] = [:]) throws(MathSetupError) {
        try self.init(macros: macros, in: KaTeXPackage.folders)
    }

    /// - Parameter folders: where KaTeX is looked for.
    package init(macros: [String: String], in folders: [String]) throws(MathSetupError) {
        package = try KaTeXPackage(in: folders)
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
