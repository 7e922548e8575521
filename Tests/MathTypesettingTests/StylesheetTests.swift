import Foundation
import MathTypesetting
import Testing

@Suite struct StylesheetTests {
    private static let shared = Result { () throws -> (KaTeXPackage, MathTypesetter) in
        let package = try KaTeXPackage()
        return (package, try MathTypesetter(package))
    }
    private let package: KaTeXPackage
    private let typesetter: MathTypesetter

    init() throws {
        (package, typesetter) = try Self.shared.get()
    }

    private func page(_ formulas: [String]) throws -> String {
        try formulas.map { "<p>A page with &amp; <b>$</b> " + (try typesetter.html($0, display: true)) + "</p>" }
            .joined()
    }

    @Test(arguments: FormulaCase.all)
    func `the fonts are those that a formula is seen in`(_ formula: FormulaCase) throws {
        let page = try page([formula.tex])
        #expect(package.fonts(for: page).map(\.file) == formula.fonts.map { "KaTeX_\($0)" })
        #expect(package.stylesheet(for: page).matches(of: #/@font-face/#).count == formula.fonts.count)
    }

    @Test func `the stylesheet has its fonts in it, and asks for nothing`() throws {
        let style = package.stylesheet(for: try page(FormulaCase.all.map(\.tex)))
        let addresses = style.matches(of: #/url\(([^)]*)\)/#).map(\.1)
        #expect(addresses.count == Set(FormulaCase.all.flatMap(\.fonts)).count)
        #expect(addresses.allSatisfy { $0.hasPrefix("data:font/woff;base64,d09GRg") })
    }

    @Test func `all of the course's kinds of formula stay within a page's budget`() throws {
        let page = try page(FormulaCase.all.map(\.tex))
        let fonts = package.fonts(for: page).map(\.contents.count).reduce(0, +)
        #expect(fonts < 50_000)
        let rules = package.stylesheet(for: page).replacing(#/@font-face.*/#, with: "")
        #expect(rules.utf8.count < 8_000)
    }

    @Test func `the stylesheet has the rules of the formulas' classes`() throws {
        let style = package.stylesheet(for: try page([#"\hat{x}_{\frac{1}{2}}"#]))
        for rule in [
            ".katex{", ".katex .mathnormal{", ".katex .accent .accent-body:not(.accent-full){", ".katex-display{",
        ] {
            #expect(style.contains(rule), "no \(rule)")
        }
        for name in ["mathbf", "mtable", "delimsizing", "sout", "size11"] { #expect(!style.contains(name), "\(name)") }
    }

    @Test func `a page without formulas needs no font`() throws {
        #expect(package.fonts(for: "<p>Nothing <span class=\"katexes\">here</span></p>").isEmpty)
    }

    @Test func `a page that breaks off is read as far as it goes`() throws {
        let html = try typesetter.html(#"\mathbf{w}"#, display: false)
        for count in stride(from: 0, through: html.utf8.count, by: 37) {
            _ = package.stylesheet(for: String(decoding: html.utf8.prefix(count), as: UTF8.self))
        }
    }

    @Test func `a font that is cut down is a font of its kind`() throws {
        let font = try #require(package.fonts(for: try page(["x"])).first { $0.file == "KaTeX_Math-Italic" })
        let bytes = Array(font.contents)
        #expect(Array("wOFF".utf8) == Array(bytes[0..<4]) && Array(bytes[4..<8]) == [0, 1, 0, 0])
        #expect(bytes[8..<12].reduce(0) { $0 << 8 | Int($1) } == bytes.count)
    }
}
