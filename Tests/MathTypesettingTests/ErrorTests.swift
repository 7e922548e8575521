import MathTypesetting
import Testing

@Suite struct ErrorTests {
    private static let shared = Result {
        try MathTypesetter(KaTeXPackage(), macros: [#"\twice"#: "#1^2^#1", #"\lopen"#: #"\left("#])
    }
    private let typesetter: MathTypesetter

    init() throws {
        typesetter = try Self.shared.get()
    }

    @Test(arguments: [
        (
            #"a + \aplha"#,
            MathError(message: #"Undefined control sequence: \aplha"#, offset: 4, fix: #"did you mean '\alpha'?"#)
        ),
        (
            #"é\text{é} + \mathbbb{R}"#,
            MathError(message: #"Accented Unicode text character "é" used in math mode"#, offset: 0)
        ),
        (
            #"\text{é𝑥} + \mathbbb{R}"#,
            MathError(
                message: #"Undefined control sequence: \mathbbb"#, offset: 16, fix: #"did you mean '\mathbb'?"#)
        ),
        (
            #"\zzzz"#,
            MathError(
                message: #"Undefined control sequence: \zzzz"#, offset: 0,
                fix: "KaTeX has no such command; a macro can define it")
        ),
        (
            #"\begin{bmatrx} a \end{bmatrx}"#,
            MathError(message: "No such environment: bmatrx", offset: 6, fix: "did you mean 'bmatrix'?")
        ),
        ("x^2^3", MathError(message: "Double superscript", offset: 3, fix: "put the first into braces: {a^b}^c")),
        ("x_1_2", MathError(message: "Double subscript", offset: 3, fix: "put the first into braces: {a_b}_c")),
        ("x\n + {y", MathError(message: "Expected '}', got 'EOF'", offset: 7, fix: "a '{' is not closed")),
        ("a}", MathError(message: "Expected 'EOF', got '}'", offset: 1, fix: "a '}' has no '{' before it")),
        (
            #"\frac{1}"#,
            MathError(
                message: "Unexpected end of input in a macro argument, expected '}'", offset: 8,
                fix: "an argument is missing, or is not closed")
        ),
        (
            "a & b",
            MathError(
                message: "Expected 'EOF', got '&'", offset: 2,
                fix: #"'&' aligns columns inside an environment such as 'aligned', or is written '\&'"#)
        ),
        (
            #"\left( x"#,
            MathError(
                message: #"Expected '\right', got 'EOF'"#, offset: 8,
                fix: #"each '\left' needs a '\right'; '\right.' draws nothing"#)
        ),
        (
            #"\twice{x}"#,
            MathError(
                message: "Double superscript", offset: 4, macro: #"\twice"#, fix: "put the first into braces: {a^b}^c")
        ),
        (#"\textcolor{re d}{x}"#, MathError(message: "Invalid color: 're d'", offset: 10)),
        (#"x + \href{javascript:alert(1)}{y}"#, MathError(message: #"\href is not allowed"#, offset: 4)),
        (#"\url{https://example.org}"#, MathError(message: #"\url is not allowed"#, offset: 0)),
        (#"\includegraphics{a.png}"#, MathError(message: #"\includegraphics is not allowed"#, offset: 0)),
        (#"\htmlClass{x}{y}"#, MathError(message: "HTML extension is disabled on strict mode")),
        ("a\0b", MathError(message: "Unexpected character: 'U+0'", offset: 1)),
        (#"\char"D800"#, MathError(message: "the formula has a character that is none")),
    ])
    func `an error says what KaTeX says, where, and how to mend it`(_ tex: String, _ expected: MathError) {
        #expect(throws: expected) { try typesetter.html(tex, display: true) }
    }

    @Test func `a macro that is right in its place is right`() throws {
        #expect(try typesetter.html(#"\lopen x \right)"#, display: false).contains("<mo"))
    }

    @Test func `the commands that are suggested are those that KaTeX knows`() {
        #expect(
            throws: MathError(
                message: #"Undefined control sequence: \textbff"#, offset: 0, fix: #"did you mean '\textbf'?"#)
        ) {
            try typesetter.html(#"\textbff{x}"#, display: false)
        }
        // `\@char` and the like are KaTeX's own.
        #expect(throws: MathError.self) { try typesetter.html(#"\df@tog"#, display: false) }
    }
}

@Suite struct SetupTests {
    @Test func `where KaTeX is not installed, the error names Debian's package`() {
        #expect(throws: MathSetupError.missing("katex.min.js", folders: ["/nowhere", "/neither"])) {
            try KaTeXPackage(in: ["/nowhere", "/neither"])
        }
        let error = MathSetupError.missing("katex.min.js", folders: ["/nowhere"])
        #expect(error.description.contains("'katex.min.js' in /nowhere"))
        #expect(error.fix?.contains("apt-get install libjs-katex") == true)
    }

    @Test func `macros are told when they are wrong whoever uses them`() {
        let macros = [
            #"\R"#: #"\mathbb{R}"#, #"\E"#: #"\mathbb{E}\left[#1\right]"#, #"\bad"#: #"\mathbbb{#1}"#,
            #"\loop"#: #"\loop x"#,
            "norm": #"\lVert #1 \rVert"#, #"\two2"#: "2", #"\gap"#: "a#x",
        ]
        let expected: [String: MathError] = [
            #"\bad"#: MathError(
                message: #"Undefined control sequence: \mathbbb"#, offset: 0, macro: #"\bad"#,
                fix: #"did you mean '\mathbb'?"#),
            #"\loop"#: MathError(
                message: "Too many expansions: infinite loop", fix: "a macro that uses itself never ends"),
            "norm": MathError(
                message: "a macro's name is a backslash and letters, or one other character", fix: #"name it '\norm'"#),
            #"\two2"#: MathError(message: "a macro's name is a backslash and letters, or one other character"),
        ]
        #expect(throws: MathSetupError.macros(expected)) { try MathTypesetter(KaTeXPackage(), macros: macros) }
    }

    @Test func `macros take arguments and use each other`() throws {
        let typesetter = try MathTypesetter(
            KaTeXPackage(), macros: [#"\norm"#: #"\lVert #1 \rVert_{\kind}"#, #"\kind"#: "2"])
        #expect(try typesetter.html(#"\norm{w}"#, display: false).contains("<mn>2</mn>"))
    }
}
