/// So many places for work that is to be done at a time. Whoever finds none waits for its turn.
public actor Slots {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    public init(_ count: Int) {
        free = max(1, count)
    }

    /// What `work` returns, as soon as there is a place for it.
    package nonisolated func run<Result: Sendable>(_ work: @Sendable () async -> Result) async -> Result {
        await enter()
        let result = await work()
        await leave()
        return result
    }

    private func enter() async {
        guard free == 0 else {
            free -= 1
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func leave() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
