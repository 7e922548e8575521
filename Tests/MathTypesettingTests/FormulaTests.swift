import Foundation
import MathTypesetting
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct FormulaTests {
    private static let shared = Result { try MathTypesetter(KaTeXPackage()) }
    private let typesetter: MathTypesetter

    init() throws {
        typesetter = try Self.shared.get()
    }

    @Test(arguments: FormulaCase.all)
    func `a formula is XML that holds its MathML and its source`(_ formula: FormulaCase) throws {
        for display in [true, false] {
            let html = try typesetter.html(formula.tex, display: display)
            let document = try Document(html)
            #expect(document.elements.first == (display ? "katex-display" : "katex"))
            #expect(document.elements.contains("katex-html") && document.annotation == formula.tex)
            #expect(html.contains(#"<math xmlns="http://www.w3.org/1998/Math/MathML""#))
        }
        let html = try typesetter.html(formula.tex, display: true)
        for fragment in formula.mathML { #expect(html.contains(fragment), "no \(fragment)") }
    }

    @Test func `a formula is the same in every typesetter, whatever came before it`() throws {
        let other = try MathTypesetter(KaTeXPackage())
        for formula in FormulaCase.all.reversed() { _ = try other.html(formula.tex, display: true) }
        for formula in FormulaCase.all {
            #expect(
                try typesetter.html(formula.tex, display: true) == other.html(formula.tex, display: true))
        }
    }

    @Test func `what is seen is hidden from screen readers, which have the MathML`() throws {
        #expect(try typesetter.html("x", display: false).contains(#"<span class="katex-html" aria-hidden="true">"#))
    }

    @Test(arguments: ["𝑥 + 1", "λ", "ℝ", "x \\in 𝔼"])
    func `characters of all planes stay whole`(_ tex: String) throws {
        let html = try typesetter.html(tex, display: false)
        #expect(try Document(html).annotation == tex)
        #expect(!html.contains("\u{FFFD}"))
    }

    @Test func `text can't become markup`() throws {
        let html = try typesetter.html(#"\text{<script>alert("1", '2')</script>}"#, display: false)
        #expect(!html.contains("<script") && html.contains("&lt;script&gt;"))
        _ = try Document(html)
    }

    @Test func `a definition ends with its formula`() throws {
        _ = try typesetter.html(#"\gdef\mine{1}\mine"#, display: false)
        #expect(throws: MathError.self) { try typesetter.html(#"\mine"#, display: false) }
    }

    @Test func `many threads may share one typesetter`() async throws {
        let typesetter = typesetter
        let expected = try FormulaCase.all.map { try typesetter.html($0.tex, display: true) }
        try await withThrowingTaskGroup(of: [String].self) { group in
            for _ in 0..<8 { group.addTask { try FormulaCase.all.map { try typesetter.html($0.tex, display: true) } } }
            for try await html in group { #expect(html == expected) }
        }
    }
}

/// A formula's HTML, read as XML.
private final class Document: NSObject, XMLParserDelegate {
    /// The classes of all elements that have some, in their order.
    private(set) var elements: [String] = []
    private(set) var annotation = ""
    private var isInAnnotation = false

    init(_ html: String) throws {
        super.init()
        let parser = XMLParser(data: Data(html.utf8))
        parser.delegate = self
        try #require(parser.parse(), "not XML: \(html)")
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        if let names = attributes["class"] { elements.append(names) }
        isInAnnotation = name == "annotation"
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        isInAnnotation = false
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        if isInAnnotation { annotation += text }
    }
}
