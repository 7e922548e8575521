import Foundation
import MathTypesetting
import Testing

/// Formulas that no person writes: each is an error, and the next formula is as if it had not been there.
@Suite struct HostileInputTests {
    private static let typesetter = Result { try MathTypesetter(KaTeXPackage()) }

    @Test(arguments: HostileFormula.all)
    func `a hostile formula is an error, and no more`(_ formula: HostileFormula) throws {
        let typesetter = try Self.typesetter.get()
        let before = try typesetter.html("x^2", display: true)
        #expect(throws: MathError.self) { try typesetter.html(formula.tex, display: true) }
        #expect(try typesetter.html("x^2", display: true) == before)
    }

    @Test func `a small stack is enough`() throws {
        let typesetter = try Self.typesetter.get()
        let tex = String(repeating: "{", count: 9_000) + String(repeating: "}", count: 9_000)
        let done = DispatchSemaphore(value: 0)
        let thread = Thread {
            #expect(throws: MathError.self) { try typesetter.html(tex, display: true) }
            done.signal()
        }
        thread.stackSize = 512 << 10
        thread.start()
        done.wait()
    }

    @Test func `a table of 400 entries is not hostile`() throws {
        let row = (0..<20).map { "x_{\($0)}" }.joined(separator: "&")
        let tex = #"\begin{matrix}"# + Array(repeating: row, count: 20).joined(separator: #"\\"#) + #"\end{matrix}"#
        #expect(try Self.typesetter.get().html(tex, display: true).contains("<mtable"))
    }
}

struct HostileFormula: CustomTestStringConvertible {
    var testDescription: String
    var tex: String

    init(_ name: String, _ tex: String) {
        testDescription = name
        self.tex = tex
    }

    static let all = [
        HostileFormula("a macro that is two of itself", #"\def\a{\a\a}\a"#),
        HostileFormula(
            "a macro that grows behind itself", #"\def\a{\a "# + String(repeating: "x", count: 5_000) + #"}\a"#),
        HostileFormula(
            "macros that multiply by ten",
            #"\edef\a{xxxxxxxxxx}"# + String(repeating: #"\edef\a{\a\a\a\a\a\a\a\a\a\a}"#, count: 9) + #"\a"#
        ),
        HostileFormula(
            "a long macro used often",
            #"\def\a{"# + String(repeating: "x", count: 5_000) + "}" + String(repeating: #"\a"#, count: 999)
        ),
        HostileFormula("a macro in a superscript of itself", #"\def\a{²\a}\a"#),
        HostileFormula("a digit that is its own superscript", #"\gdef2{²}x²"#),
        HostileFormula("a million bytes", String(repeating: "x+", count: 500_000)),
        HostileFormula("a long row", String(repeating: "x+", count: 9_999) + "x"),
        HostileFormula("deep groups", String(repeating: "{", count: 9_000) + String(repeating: "}", count: 9_000)),
        HostileFormula(
            "deep fractions", String(repeating: #"\frac{"#, count: 900) + "x" + String(repeating: "}{1}", count: 900)),
        HostileFormula(
            "deep roots", String(repeating: #"\sqrt{"#, count: 1_500) + "x" + String(repeating: "}", count: 1_500)),
        HostileFormula("backslashes", String(repeating: "\\", count: 19_999)),
        HostileFormula("an open \\verb", #"\verb|"# + String(repeating: "x", count: 19_000)),
        HostileFormula("spaces behind an unknown command", #"\a"# + String(repeating: " ", count: 19_000)),
        HostileFormula("zero bytes", String(repeating: "\0", count: 10_000)),
        HostileFormula("an escape from JSON", #""}); throw 1; ({"a": ""#),
        HostileFormula("an escape from JavaScript", "\u{2028}\u{2029}</script>"),
    ]
}
