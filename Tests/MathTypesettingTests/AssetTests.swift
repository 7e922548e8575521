import Foundation
import MathTypesetting
import Testing

@Suite struct AssetTests {
    private static let shared = Result { try MathTypesetter() }
    private let typesetter: MathTypesetter

    init() throws {
        typesetter = try Self.shared.get()
    }

    private func assets(_ formulas: [String]) throws -> MathAssets {
        let pages = try formulas.map {
            "<p>A page with &amp; <b>$</b> " + (try typesetter.html($0, display: true)) + "</p>"
        }
        return try typesetter.assets(for: pages)
    }

    @Test(arguments: FormulaCase.all)
    func `the fonts are those that a formula is seen in`(_ formula: FormulaCase) throws {
        let names = try assets([formula.tex]).fonts.map(\.name)
        #expect(names == formula.fonts.map { "KaTeX_\($0).woff" })
    }

    @Test func `the stylesheet finds the fonts beside it, and nothing elsewhere`() throws {
        let assets = try assets(FormulaCase.all.map(\.tex))
        let addresses = assets.stylesheet.matches(of: #/url\(([^)]*)\)/#).map { String($0.1) }
        #expect(Set(addresses) == Set(assets.fonts.map { "fonts/\($0.name)" }))
        #expect(addresses.count == assets.fonts.count && !assets.stylesheet.contains("//"))
    }

    @Test func `all of the course's kinds of formula stay within a page's budget`() throws {
        let assets = try assets(FormulaCase.all.map(\.tex))
        #expect(assets.fonts.map(\.contents.count).reduce(0, +) < 60_000)
        #expect(assets.stylesheet.utf8.count < 8_000)
    }

    @Test func `the stylesheet has the rules of the formulas' classes`() throws {
        let style = try assets([#"\hat{x}_{\frac{1}{2}}"#]).stylesheet
        for rule in [
            ".katex{", ".katex .mathnormal{", ".katex .accent .accent-body:not(.accent-full){", ".katex-display{",
        ] {
            #expect(style.contains(rule), "no \(rule)")
        }
        for name in ["mathbf", "mtable", "delimsizing", "sout", "size11"] { #expect(!style.contains(name), "\(name)") }
    }

    @Test func `a page without formulas needs no font`() throws {
        let assets = try typesetter.assets(for: ["<p>Nothing <span class=\"katexes\">here</span></p>"])
        #expect(assets.fonts.isEmpty && !assets.stylesheet.contains("@font-face"))
    }

    @Test func `a page that breaks off is read as far as it goes`() throws {
        let html = try typesetter.html(#"\mathbf{w}"#, display: false)
        for count in stride(from: 0, through: html.utf8.count, by: 37) {
            _ = try typesetter.assets(for: [String(decoding: html.utf8.prefix(count), as: UTF8.self)])
        }
    }

    @Test func `a font that is cut down is a font of its kind`() throws {
        let font = try #require(try assets(["x"]).fonts.first { $0.name == "KaTeX_Math-Italic.woff" })
        let bytes = Array(font.contents)
        #expect(Array("wOFF".utf8) == Array(bytes[0..<4]) && Array(bytes[4..<8]) == [0, 1, 0, 0])
        #expect(bytes[8..<12].reduce(0) { $0 << 8 | Int($1) } == bytes.count)
    }
}
