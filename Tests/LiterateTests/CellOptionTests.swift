import Literate
import Testing

@Suite struct `A cell's options` {
    struct Case: CustomTestStringConvertible, Sendable {
        let line: String
        let holds: @Sendable (CellOptions) -> Bool
        var testDescription: String { line }

        init(_ line: String, _ holds: @escaping @Sendable (CellOptions) -> Bool) {
            self.line = line
            self.holds = holds
        }
    }

    @Test(arguments: [
        Case("label: fig-a_1") { $0.label == "fig-a_1" }, Case("eval: false") { !$0.eval },
        Case("error: true") { $0.error }, Case("include: false") { !$0.include },
        Case("echo: false") { !$0.echo }, Case("warning: false") { !$0.warning },
        Case("volatile: true") { $0.volatile }, Case("output: false") { $0.output == .hidden },
        Case("output: asis") { $0.output == .markdown }, Case("code-fold: true") { $0.codeFold == .closed },
        Case("code-fold: show") { $0.codeFold == .open },
        Case("code-summary: The network") { $0.codeSummary == "The network" },
        Case("live: true") { $0.live == .yes }, Case("live: shared") { $0.live == .shared },
        Case("timeout: 90") { $0.timeout == .seconds(90) }, Case("timeout: 0.5") { $0.timeout == .seconds(0.5) },
        Case("timeout: 90s") { $0.timeout == .seconds(90) }, Case("timeout: 5m") { $0.timeout == .seconds(300) },
        Case("timeout: 2 h") { $0.timeout == .seconds(7200) }, Case("memory: 2 GB") { $0.memory == 2 << 30 },
        Case("memory: 512MB") { $0.memory == 512 << 20 }, Case("memory: 1.5 GiB") { $0.memory == 3 << 29 },
        Case("layout-ncol: 2") { $0.columns == 2 },
        Case("lst-cap: A *listing*") { $0.listingCaption?.text == "A *listing*" },
        Case("fig-cap: One") { $0.figureCaptions.map(\.text) == ["One"] },
        Case("fig-cap: [One, Two]") { $0.figureCaptions.map(\.text) == ["One", "Two"] },
        Case("fig-alt: Seen") { $0.figureAlternatives.map(\.text) == ["Seen"] },
        Case("tbl-cap: >\n//|   Two\n//|   lines") { $0.tableCaptions.map(\.text) == ["Two lines"] },
    ])
    func `are read into properties`(option: Case) throws {
        let options = try options(option.line)
        #expect(option.holds(options), "\(options)")
        #expect(!option.holds(CellOptions()))
    }

    @Test(arguments: ["echo: true", "output: True", "code-fold: false", "live: false", "eval: 'true'"])
    func `may be set to what they are`(line: String) throws {
        #expect(try options(line) == CellOptions())
    }

    @Test func `have defaults that run and show all`() throws {
        let options = try #require(try Chapter("```swift\nlet a = 1\n```\n").cells.first?.options)
        #expect(options == CellOptions())
        #expect(options.eval && options.echo && options.include && options.warning && options.output == .shown)
        #expect(!options.error && !options.volatile && options.live == .no && options.codeFold == .never)
    }

    @Test(arguments: [
        ("fig-captoin: A", "5:5: error: unknown cell option 'fig-captoin': did you mean 'fig-cap'?"),
        ("zzz: A", "5:5: error: unknown cell option 'zzz': known are code-fold, code-summary, echo, error, eval"),
        ("echo: flase", "5:11: error: 'echo' is to be true or false, not 'flase': did you mean 'false'?"),
        ("echo: 3", "5:11: error: 'echo' is to be true or false, not '3'"),
        ("echo: [true]", "5:11: error: 'echo' is to be true or false, not '…'"),
        ("output: asiss", "5:13: error: 'output' is to be true, false or asis, not 'asiss': did you mean 'asis'?"),
        ("code-fold: shwo", "5:16: error: 'code-fold' is to be true, false or show, not 'shwo': did you mean 'show'?"),
        ("live: yes", "5:11: error: 'live' is to be true, false or shared, not 'yes'"),
        ("timeout: 0", "5:14: error: 'timeout' is to be a time above 0 and of a day at most, such as 90 (seconds)"),
        ("timeout: -3", "5:14: error: 'timeout' is to be"), ("timeout: 1e999", "5:14: error: 'timeout' is to be"),
        ("timeout: 99999999999999999999", "5:14: error: 'timeout' is to be"),
        ("timeout: soon", "5:14: error: 'timeout' is to be"), ("timeout: 25h", "5:14: error: 'timeout' is to be"),
        (
            "memory: 2",
            "5:13: error: 'memory' is to be an amount of memory from 1 MB to 1024 GB, such as 512 MB or 2 GB"
        ),
        ("memory: 0 GB", "5:13: error: 'memory' is to be"), ("memory: 9999999 GB", "5:13: error: 'memory' is to be"),
        ("memory: -1 GB", "5:13: error: 'memory' is to be"),
        ("layout-ncol: 0", "5:18: error: 'layout-ncol' is to be a whole number from 1 to 12, not '0'"),
        ("layout-ncol: 2.5", "5:18: error: 'layout-ncol' is to be a whole number from 1 to 12"),
        ("label: a b", "5:12: error: 'label' is to be made of letters, digits, '-' and '_', not 'a b'"),
        ("label: é", "5:12: error: 'label' is to be made of letters"),
        ("label:", "5:11: error: 'label' is to be made of letters"),
        ("code-summary: ''", "5:19: error: 'code-summary' is to be a text, not ''"),
        ("fig-cap:", "5:13: error: 'fig-cap' is to be a text, or a list of texts"),
        ("fig-cap: {a: b}", "5:14: error: 'fig-cap' is to be a text, or a list of texts"),
        ("fig-cap: [A, [B]]", "5:18: error: 'fig-cap' is to be a text, or a list of texts"),
        ("lst-cap: [A]", "5:14: error: 'lst-cap' is to be a text"),
        ("echo: true\n//| label: x\n//| echo: false", "7:5: error: 'echo' is set twice: first on line 5\n    keep one"),
        ("{echo: true, echo: false}", "5:18: error: 'echo' is set twice: first on line 5"),
        ("'é', echo", "5:9: error: not YAML: did not find expected <document start>"),
        ("fig-cap: *x*", "5:16: error: not YAML: did not find expected alphabetic"),
        (
            "fig-cap: `x`",
            "5:14: error: not YAML: found character that cannot start any token\n    put a text in quotes"
        ),
        ("code-summary: é\n//| fig-cap: {é: é, é: b}", "6:23: error: 'é' is set twice: first on line 6"),
    ])
    func `are refused where they are wrong, at their own place`(lines: String, problem: String) {
        expectProblem("chapters/x.md:" + problem) { try options(lines) }
    }

    @Test func `are all checked`() {
        let problems = #expect(throws: Problems.self) { try options("echo: x\n//| output: y\n//| evla: z") }
        #expect(problems?.all.count == 3)
    }

    private func options(_ lines: String) throws -> CellOptions {
        try #require(try Chapter("```swift\n//| \(lines)\nlet a = 1\n```\n").cells.first).options
    }
}
