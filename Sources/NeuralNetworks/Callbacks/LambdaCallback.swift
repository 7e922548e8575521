/// A callback made of closures.
///
/// ```swift
/// var weights: [Weights] = []
/// let keep = LambdaCallback(onEpochEnd: { training in weights.append(try training.model.weights) })
/// ```
public final class LambdaCallback: Callback {
    /// What is called with the running training.
    public typealias Action = (Training) throws(NetworkError) -> Void

    private let actions: (epochBegin: Action?, batchEnd: Action?, epochEnd: Action?, trainEnd: Action?)

    /// - Parameters:
    ///   - onEpochBegin: called before each epoch.
    ///   - onBatchEnd: called after each training step.
    ///   - onEpochEnd: called after each epoch and its validation.
    ///   - onTrainEnd: called after the last epoch.
    public init(
        onEpochBegin: Action? = nil, onBatchEnd: Action? = nil, onEpochEnd: Action? = nil, onTrainEnd: Action? = nil
    ) {
        actions = (onEpochBegin, onBatchEnd, onEpochEnd, onTrainEnd)
    }

    public override func onEpochBegin(_ training: Training) throws(NetworkError) {
        try actions.epochBegin?(training)
    }

    public override func onBatchEnd(_ training: Training) throws(NetworkError) { try actions.batchEnd?(training) }

    public override func onEpochEnd(_ training: Training) throws(NetworkError) { try actions.epochEnd?(training) }

    public override func onTrainEnd(_ training: Training) throws(NetworkError) { try actions.trainEnd?(training) }
}
