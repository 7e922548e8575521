import LinearModels
import Literate
import Testing

@Suite(.serialized) struct `Prose that nobody meant to write` {
    private static let pieces = [
        "::: {.callout-note title=\"a\" collapse=\"true\"}", ":::", "::: {#def-x .definition}", "> [!NOTE]", "> quote",
        "| a | b |", "|---|:-:|", "| 1 \\| 2 | `x` |", ": Caption {#tbl-a}", "[^1]: Note", "    more", "a[^1] b[^2]",
        "## Title {#sec-a .unnumbered}", "![alt](a.png){#fig-a fig-alt=\"x\"}", "see @fig-a and [-@sec-a; @tbl-a]",
        "[see @work2014, p. 3]", "$a_b$ and $5", "$$", "x &= y \\\\", "$$ {#eq-a}", "\\[ a \\] \\( b \\)", "```swift",
        "let a = 1", "```", "`{swift} 1 + 2` and `{claim} a < b`", "- item", "1) first", "  continued", "", "", "<div>",
        "<b title=\"$x$\">", "<!-- comment", "-->", "[a]: /url \"t\"", "[a][a] *em **strong* x**",
        "é \u{301} 🙂 \u{FEFF}",
        "\u{10FFF0}0\u{10FFF1}", "\t\ttabs", "***", "===", "~~~", "&amp; \\* \\", "\"quotes\" -- 'here'...",
    ]

    @Test func `gives a page or problems in their places, never a crash`() {
        var random = SplitMix64(seed: 20_140_615)
        var pages = 0
        for _ in 0..<4000 {
            let text = Self.chapter(&random)
            let source = SourceText(path: "chapters/x.md", text: "---\ntitle: T\n---\n" + text)
            do {
                let html = try WovenProse.html(text)
                pages += 1
                let leftOver = html.unicodeScalars.contains { (0x10FFF0...0x10FFF2).contains($0.value) }
                #expect(!leftOver, "\(text.debugDescription)")
            } catch let problems as Problems {
                for problem in problems.all { expect(problem, isIn: source) }
            } catch {
                Issue.record("\(error)")
            }
        }
        #expect(pages > 100)
    }

    private func expect(_ problem: Problem, isIn source: SourceText) {
        guard let location = problem.location, problem.file == source.path else { return }
        let isInside =
            location.line >= 1 && location.line <= source.lines.count && location.column >= 1
            && location.column <= source.lines[location.line - 1].utf8.count + 1
        #expect(isInside, "\(problem) in \(source.text.debugDescription)")
    }

    private static func chapter(_ random: inout SplitMix64) -> String {
        var lines = (0..<Int.random(in: 1...14, using: &random)).map { _ in
            let indent = ["", "", "", "  ", "> ", "- ", "    "].randomElement(using: &random) ?? ""
            return indent + (pieces.randomElement(using: &random) ?? "")
        }
        if Bool.random(using: &random) { lines[0] += " " + (pieces.randomElement(using: &random) ?? "") }
        var scalars = Array(lines.joined(separator: "\n").unicodeScalars)
        for _ in 0..<Int.random(in: 0...4, using: &random) where !scalars.isEmpty {
            let place = Int.random(in: 0..<scalars.count, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: scalars.remove(at: place)
            case 1:
                scalars.insert("$`[]{}@|:\\\n^<>*_\"".unicodeScalars.randomElement(using: &random) ?? "x", at: place)
            default: scalars.swapAt(place, Int.random(in: 0..<scalars.count, using: &random))
            }
        }
        return String(String.UnicodeScalarView(scalars))
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "$", "$$ ", "$a ", "\\[ ", "\\(", "`", "`a", "[", "[^a", "[@a; ", "@a ", "<", "<a ", "){", "){#a ", "|",
            "a|",
            "|-", "::: {.a}\n", ":::\n", "$$\n", "$$a\n", "> ", "- a\n", "[^a]: b\n", "|a|\n|-|\n", "\u{10FFF0}",
            "*a **b ",
        ])
    func `takes no longer than it is long`(piece: String) {
        _ = try? WovenProse.html(String(repeating: piece, count: 20_000))
    }
}
