/// Is told by every `fit` of this process how far it has come, so that a notebook can show it while a cell runs.
package enum EpochObserver {
    /// Called after each epoch with how many are done and how many were asked for, on the thread that trains. Set once,
    /// before anything trains.
    nonisolated(unsafe) package static var observe: (@Sendable (_ done: Int, _ epochs: Int) -> Void)?
}
