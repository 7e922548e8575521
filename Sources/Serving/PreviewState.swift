import Synchronization

/// What a browser that shows a preview has to know, beside the page.
struct PreviewState: Encodable, Equatable, Sendable {
    /// Grows with every change of what follows.
    var version = 0
    /// Grows whenever the site's files change.
    var site = 0
    var isBuilding = false
    /// What is wrong with the course, as the terminal shows it.
    var problems: [String] = []
    /// Problems that the pages do not show by themselves.
    var notes: [Note] = []
    var running: [RunningCell] = []

    /// A problem at the place of a page where it belongs.
    struct Note: Encodable, Equatable, Sendable {
        /// The page's file.
        var page: String
        /// The id of the cell's element that the problem is in, or behind; nil at the top of the page.
        var cell: String?
        var text: String
    }

    /// A cell that runs now.
    struct RunningCell: Encodable, Equatable, Sendable {
        /// The page's file.
        var page: String
        /// The id of the cell's element; nil where the expressions of a paragraph run.
        var cell: String?
        /// "epoch 3 of 10".
        var progress: String?
        /// The end of what it has printed, to both of its streams.
        var text = ""
    }
}

/// The one place where a preview's state is kept, and where browsers wait for it to change.
final class PreviewBoard: Sendable {
    private struct Waiting {
        var id: Int
        var continuation: CheckedContinuation<Void, Never>
    }

    private struct Contents {
        var state = PreviewState()
        var waiting: [Waiting] = []
        var waited = 0
        var isClosed = false
    }

    private let contents = Mutex(Contents())

    /// Changes the state and tells whoever waits, if it is another then.
    func change(_ body: (inout PreviewState) -> Void) {
        let waiting = contents.withLock { contents -> [Waiting] in
            let before = contents.state
            body(&contents.state)
            guard contents.state != before else { return [] }
            contents.state.version += 1
            defer { contents.waiting = [] }
            return contents.waiting
        }
        for waiting in waiting { waiting.continuation.resume() }
    }

    /// The state, as soon as its version is another than `version`, or when a while has passed.
    func state(after version: Int?) async -> PreviewState {
        await withCheckedContinuation { continuation in
            let id = contents.withLock { contents -> Int? in
                guard contents.state.version == version, !contents.isClosed else { return nil }
                contents.waited += 1
                contents.waiting.append(Waiting(id: contents.waited, continuation: continuation))
                return contents.waited
            }
            guard let id else { return continuation.resume() }
            Task {
                try? await Task.sleep(for: .seconds(20))
                release(id)
            }
        }
        return contents.withLock { $0.state }
    }

    /// Lets nobody wait any longer.
    func close() {
        let waiting = contents.withLock { contents in
            contents.isClosed = true
            defer { contents.waiting = [] }
            return contents.waiting
        }
        for waiting in waiting { waiting.continuation.resume() }
    }

    private func release(_ id: Int) {
        let waiting = contents.withLock { contents -> Waiting? in
            contents.waiting.firstIndex { $0.id == id }.map { contents.waiting.remove(at: $0) }
        }
        waiting?.continuation.resume()
    }
}
