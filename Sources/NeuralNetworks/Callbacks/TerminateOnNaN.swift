/// Ends training quietly where the loss is no longer a finite number, instead of throwing.
public final class TerminateOnNaN: Callback {
    /// What went wrong, with the layer and the step, or nil.
    public private(set) var problem: NetworkError?

    /// A callback without settings.
    public override init() {}

    public override func onTrainBegin(_ training: Training) throws(NetworkError) { problem = nil }

    public override func stops(at error: NetworkError, _ training: Training) -> Bool {
        guard case .diverged = error else { return false }
        problem = error
        return true
    }
}
