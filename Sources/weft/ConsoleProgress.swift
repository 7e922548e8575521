import Foundation
import Literate
import NotebookEvents
import Running
import Site
import Synchronization

/// Shows how a build gets on: on a terminal, a line for each running chapter, which changes in place; elsewhere, a line
/// for each chapter that is done.
final class ConsoleProgress: BuildProgress {
    private let isTerminal = isatty(STDOUT_FILENO) == 1
    private let running = Mutex<[RunningChapter]>([])

    func began(_ plan: ChapterPlan) {
        change { $0.append(RunningChapter(plan)) }
    }

    func happened(_ unit: RunningUnit, in chapter: Chapter) {
        change { running in
            guard let index = running.firstIndex(where: { $0.slug == chapter.slug }) else { return }
            running[index].note(unit)
        }
    }

    func finished(_ chapter: Chapter, _ execution: Execution, seconds: Double) {
        let failed = execution.results.contains { $0.status == .failed }
        let line = "\(failed ? "✗" : "✓") \(chapter.slug) \(String(format: "%.1f s", seconds))\n"
        change(printing: line) { running in running.removeAll { $0.slug == chapter.slug } }
    }

    /// Changes what runs, and the lines that show it. Of what `text` says, those lines stay below.
    private func change(printing text: String = "", _ body: (inout [RunningChapter]) -> Void) {
        running.withLock { running in
            let above = running.count
            body(&running)
            guard isTerminal else { return write(text) }
            let up = above > 0 ? "\u{1B}[\(above)A" : ""
            write(up + "\r\u{1B}[J" + text + running.map { $0.line + "\n" }.joined())
        }
    }

    private func write(_ text: String) {
        if !text.isEmpty { FileHandle.standardOutput.write(Data(text.utf8)) }
    }
}

/// A chapter whose units are running, as a line on the terminal.
private struct RunningChapter {
    let slug: String
    private let plan: ChapterPlan
    private let since = ContinuousClock.now
    private var done = 0
    private var place = ""

    init(_ plan: ChapterPlan) {
        self.plan = plan
        slug = plan.chapter.slug
    }

    mutating func note(_ unit: RunningUnit) {
        switch unit.what {
        case .started: place = "line \(plan.chapter.units[unit.index].location.line)"
        case .repeated: place = "line \(plan.chapter.units[unit.index].location.line), again for those after it"
        case .reported(.progress(let progress)):
            place = place.prefix { $0 != "," } + ", \(progress.unit) \(progress.done) of \(progress.total)"
        case .reported: break
        case .finished: if plan.steps[unit.index].reason != nil { done += 1 }
        }
    }

    /// "  dropout [3/12] line 140, epoch 4 of 10, 5.2 s", no wider than the narrowest terminal.
    var line: String {
        let seconds = String(format: "%.1f s", (ContinuousClock.now - since) / .seconds(1))
        return String("  \(slug) [\(done)/\(plan.dueCount)] \(place), \(seconds)".prefix(79))
    }
}
