import Foundation
import Literate
import Site

extension PreviewState.Note {
    /// Where the page of a chapter shows a problem that kept the chapter in `course` from being read; nil where the problem is
    /// another file's. `reading` knows the chapter that the page shows.
    init?(_ problem: Problem, in course: URL, _ reading: ChapterReading) {
        guard let slug = Chapter.slug(ofFile: problem.file), let shown = reading.lastGood(slug) else { return nil }
        let text = (try? String(contentsOf: course.appending(path: problem.file), encoding: .utf8)) ?? ""
        let number = Self.cells(in: text, upTo: problem.location?.line ?? 0)
        let cells = shown.cells.prefix(number)
        self.init(page: "\(slug).html", cell: cells.last?.id, text: problem.description)
    }

    /// How many cells begin in the first `count` lines of a chapter that can't be read as one.
    private static func cells(in text: String, upTo count: Int) -> Int {
        var fence: Substring?
        var cells = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).prefix(count) {
            let line = line.drop { " >-*+".contains($0) }
            let mark = line.prefix { $0 == line.first && ($0 == "`" || $0 == "~") }
            guard mark.count >= 3 else { continue }
            let info = line.dropFirst(mark.count).drop { $0 == " " }
            if let open = fence {
                if info.isEmpty, mark.hasPrefix(open) { fence = nil }
            } else {
                fence = mark
                if info.hasPrefix("swift") || info.hasPrefix("{swift") { cells += 1 }
            }
        }
        return cells
    }
}
