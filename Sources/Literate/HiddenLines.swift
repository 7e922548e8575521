/// The lines of a cell that are compiled and not shown.
///
///     let seed = 7  // hide
///     // snippet.hide
///     func helper() {}
///     // snippet.show
///
/// The comments are the markers of Swift's own snippets, and the `hide` of other notebooks.
struct HiddenLines {
    private let numbers: Set<Int>

    init(_ code: String) {
        var numbers: Set<Int> = []
        var start: Int?
        for marker in LineComment.all(in: code) where Self.words.contains(marker.text) {
            numbers.insert(marker.line)
            switch marker.text {
            case "snippet.hide": start = start ?? marker.line
            case "snippet.show":
                if let first = start { numbers.formUnion(first...marker.line) }
                start = nil
            default: break
            }
        }
        if let start { numbers.formUnion(start..<code.utf8.count { $0 == UInt8(ascii: "\n") } + 1) }
        self.numbers = numbers
    }

    /// Whether the line with this number, counted from 0, is hidden.
    func contains(_ number: Int) -> Bool {
        numbers.contains(number)
    }
}

extension HiddenLines {
    private static let words = ["hide", "snippet.hide", "snippet.show"]

    /// The markers in `cell` that are none: `// snippet.hid`.
    static func problems(in cell: Cell, of source: SourceText) -> [Problem] {
        let unknown = LineComment.all(in: cell.code).filter {
            $0.text.hasPrefix("snippet.") && $0.text.wholeMatch(of: #/snippet\.\w*/#) != nil
                && !words.contains($0.text)
        }
        guard !unknown.isEmpty else { return [] }
        let syntax = CellSyntax(cell.code)
        return unknown.map {
            source.problem(
                "unknown marker '\($0.text)'"
                    + Nearest.suggestion(for: $0.text, among: words.filter { $0.hasPrefix("snippet") }),
                at: cell.location(of: $0.offset, in: syntax))
        }
    }
}
