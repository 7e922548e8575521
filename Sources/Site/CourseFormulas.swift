import Foundation
import Hashing
import Literate
import MathTypesetting
import Running

/// The formulas of a course: their HTML, by KaTeX, and the stylesheets that they are shown with.
///
/// A formula that an earlier build has typeset is not typeset again; where all are known, KaTeX is not even loaded.
struct CourseFormulas: Sendable {
    /// Knows the course's formulas, and only those.
    let typesetter: Typesetter
    /// What tells formulas of the same text from those of another KaTeX or other macros.
    let identity: String
    /// Nil in a course without formulas.
    private let package: KaTeXPackage?

    /// The files of KaTeX that the formulas depend on.
    var files: [String] { package?.files ?? [] }

    /// Typesets the formulas of `chapters`, for the course in the folder `root`.
    /// - Throws: problems that are no single formula's. What is wrong with a formula is told by the typesetter.
    init(of chapters: [Chapter], macros: [SiteConfiguration.Macro], in root: URL) throws(Problems) {
        guard let first = chapters.first(where: { $0.firstFormula != nil }) else {
            (typesetter, identity, package) = (.source, "", nil)
            return
        }
        do throws(MathSetupError) {
            let package = try KaTeXPackage()
            let texts = macros.flatMap { [$0.name, $0.text] }
            identity = sha256(of: [package.identity] + texts)
            let store = ResultStore(folder: root.appending(path: ".weft"))
            let typeset = try Self.typeset(
                Set(chapters.flatMap(\.formulaTexts)), package, macros, store: store, name: "formulas/\(identity)")
            typesetter = Typesetter { (tex, isDisplay) throws(TypesettingError) in
                try typeset[FormulaText(tex: tex, isDisplay: isDisplay)]?.get() ?? ""
            }
            self.package = package
        } catch {
            throw Problems(Problem.problems(of: error, with: macros, in: first))
        }
    }

    /// The stylesheet of the formulas on `page`; nil where there are none.
    func stylesheet(for page: Page) -> String? {
        page.hasFormulas ? package?.stylesheet(for: page.html) : nil
    }
}

extension CourseFormulas {
    private typealias Typeset = [FormulaText: Result<String, TypesettingError>]

    private static func typeset(
        _ formulas: Set<FormulaText>, _ package: KaTeXPackage, _ macros: [SiteConfiguration.Macro], store: ResultStore,
        name: String
    ) throws(MathSetupError) -> Typeset {
        let known = store.data(name).flatMap { try? JSONDecoder().decode([FormulaText: String].self, from: $0) } ?? [:]
        guard !formulas.isSubset(of: known.keys) else { return known.mapValues { .success($0) } }
        let typesetter = try MathTypesetter(package, macros: Dictionary(macros.map { ($0.name, $0.text) }) { $1 })
        var typeset: Typeset = [:]
        for text in formulas {
            typeset[text] = known[text].map { .success($0) } ?? html(of: text, by: typesetter)
        }
        let good = typeset.compactMapValues { try? $0.get() }
        if let data = try? JSONEncoder().encode(good) { store.save(data, as: name) }
        return typeset
    }

    private static func html(of text: FormulaText, by typesetter: MathTypesetter) -> Result<String, TypesettingError> {
        do throws(MathError) {
            return .success(try typesetter.html(text.tex, display: text.isDisplay))
        } catch {
            return .failure(TypesettingError(error))
        }
    }
}

extension TypesettingError {
    /// An error in a macro has no place in the formula that uses it.
    fileprivate init(_ error: MathError) {
        let place = error.macro.map { " in the macro '\($0)', which \(Course.configurationPath) defines" } ?? ""
        self.init(
            message: error.message + place, offset: error.macro == nil ? error.offset : nil, fix: error.fix)
    }
}

extension Problem {
    /// Why formulas can't be typeset at all, `chapter` being the first that has some.
    fileprivate static func problems(
        of error: MathSetupError, with macros: [SiteConfiguration.Macro], in chapter: Chapter
    ) -> [Problem] {
        guard case .macros(let errors) = error else {
            return [
                Problem(
                    file: chapter.source.path, location: chapter.firstFormula,
                    message: error.description, fix: error.fix)
            ]
        }
        return macros.compactMap { macro in
            errors[macro.name].map {
                Problem(
                    file: Course.configurationPath, location: macro.location,
                    message: "the macro '\(macro.name)': \($0.message)", fix: $0.fix)
            }
        }
    }
}

extension Page {
    /// The name of the stylesheet of the page's formulas; nil where it has none.
    var mathStyle: String? { hasFormulas ? "\(slug).maths.css" : nil }

    fileprivate var hasFormulas: Bool {
        // Pages are long, and looking for characters takes a hundred times as long as looking for bytes.
        html.withCString { strstr($0, "<span class=\"katex\">") != nil }
    }
}
