import NeuralNetworks
import NotebookEvents

/// Reports how far training has come, now and then: a cell may train thousands of small models.
final class EpochReports: @unchecked Sendable {
    private let events: EventWriter
    private let lock = Lock()
    private var last = ContinuousClock.now

    init(_ events: EventWriter) {
        self.events = events
    }

    /// Listens to every model that this process trains.
    func begin() {
        EpochObserver.observe = { done, epochs in self.report(done, of: epochs) }
    }

    private func report(_ done: Int, of epochs: Int) {
        let isDue = lock.withLock {
            let isDue = .now - last > .milliseconds(100)
            if isDue { last = .now }
            return isDue
        }
        if isDue { events.write(.progress(CellProgress(unit: "epoch", done: done, total: epochs))) }
    }
}
