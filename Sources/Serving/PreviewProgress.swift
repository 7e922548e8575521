import Foundation
import Literate
import NotebookEvents
import Running
import Site
import Synchronization

/// Shows in browsers what runs, while it runs.
final class PreviewProgress: BuildProgress {
    private let board: PreviewBoard
    /// Where each running cell prints to.
    private let outputs = Mutex<[String: Printing]>([:])

    private struct Printing {
        var files: PrintedFiles
        /// Whether its page shows what it writes to standard error.
        var showsMessages: Bool
    }

    init(_ board: PreviewBoard) {
        self.board = board
    }

    func began(_ plan: ChapterPlan) {}

    func happened(_ unit: RunningUnit, in chapter: Chapter) {
        let page = "\(chapter.slug).html"
        switch unit.what {
        case .started(let files):
            let printing = Printing(files: files, showsMessages: chapter.units[unit.index].showsMessages)
            outputs.withLock { $0[page] = printing }
            board.change { state in
                state.running.removeAll { $0.page == page }
                state.running.append(PreviewState.RunningCell(page: page, cell: chapter.units[unit.index].cellID))
            }
        case .reported(.progress(let progress)):
            change(page) { $0.progress = "\(progress.unit) \(progress.done) of \(progress.total)" }
        case .repeated, .reported: break
        case .finished: end(page)
        }
    }

    func finished(_ chapter: Chapter, _ execution: Execution, seconds: Double) {
        end("\(chapter.slug).html")
    }

    /// Reads what running cells have printed by now.
    func readOutputs() {
        for (page, printing) in outputs.withLock({ $0 }) {
            let text = printing.files.end(Self.shownBytes, withMessages: printing.showsMessages)
            change(page) { $0.text = text }
        }
    }
}

extension PreviewProgress {
    /// How much of what a cell has printed is shown while it runs, in bytes.
    private static let shownBytes = 10_000

    private func change(_ page: String, _ body: (inout PreviewState.RunningCell) -> Void) {
        board.change { state in
            guard let index = state.running.firstIndex(where: { $0.page == page }) else { return }
            body(&state.running[index])
        }
    }

    private func end(_ page: String) {
        outputs.withLock { $0[page] = nil }
        board.change { state in state.running.removeAll { $0.page == page } }
    }
}

extension Chapter.Unit {
    fileprivate var showsMessages: Bool {
        if case .cell(let cell) = self { cell.options.warning } else { true }
    }

    /// The id of the element that shows the unit, if it is a cell.
    fileprivate var cellID: String? {
        if case .cell(let cell) = self { cell.id } else { nil }
    }
}
