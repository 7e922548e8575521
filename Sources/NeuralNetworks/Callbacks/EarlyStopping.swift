/// Stops training when a metric no longer improves: Keras's `EarlyStopping` to the letter.
///
/// After each epoch from `startFromEpoch` on, `wait` grows by 1. An improvement (in min mode value + |minDelta| < best)
/// becomes the best and sets `wait` to 0, the latter only if it also beats the baseline. Without an improvement,
/// training stops once `wait` ≥ patience, but never after the first epoch. The best weights are put back at the end of
/// training even where it did not stop early.
public final class EarlyStopping: Callback {
    /// The epoch after which it stopped training, from 0, or nil.
    public private(set) var stoppedEpoch: Int?
    /// The epoch with the best value, from 0.
    public private(set) var bestEpoch = 0
    /// The best value, or nil before there is one.
    public var best: Double? { monitor.best }

    private let patience: Int
    private let baseline: Double?
    private let restoreBestWeights: Bool
    private let startFromEpoch: Int
    private var monitor: Monitor
    private var wait = 0
    private var bestWeights: Weights?

    /// - Parameters:
    ///   - monitor: the metric.
    ///   - minDelta: what an improvement must exceed.
    ///   - patience: how many epochs without improvement to wait.
    ///   - mode: whether less or more is better.
    ///   - baseline: a value that must be beaten for the waiting to begin anew.
    ///   - restoreBestWeights: whether to end with the weights of the best epoch.
    ///   - startFromEpoch: the first epoch that counts, from 0.
    public init(
        monitor: Metric = .validationLoss, minDelta: Double = 0, patience: Int = 0, mode: MonitorMode = .auto,
        baseline: Double? = nil, restoreBestWeights: Bool = false, startFromEpoch: Int = 0
    ) {
        self.monitor = Monitor(monitor, mode: mode, minDelta: minDelta)
        self.patience = patience
        self.baseline = baseline
        self.restoreBestWeights = restoreBestWeights
        self.startFromEpoch = startFromEpoch
    }

    public override func onTrainBegin(_ training: Training) throws(NetworkError) {
        try monitor.begin(training)
        guard patience >= 0 else {
            throw .badCallbackSetting(
                callback: "EarlyStopping", setting: "patience", value: Double(patience), expected: "0 or more")
        }
        wait = 0
        stoppedEpoch = nil
        bestEpoch = 0
        bestWeights = nil
    }

    public override func onEpochEnd(_ training: Training) throws(NetworkError) {
        let epoch = training.epoch
        guard let current = training.value(of: monitor.metric), epoch >= startFromEpoch else { return }
        if restoreBestWeights, bestWeights == nil { try keepWeights(training) }
        wait += 1
        if monitor.improves(current, on: monitor.best) {
            monitor.accept(current)
            bestEpoch = epoch
            if restoreBestWeights { try keepWeights(training) }
            // No baseline is beaten by any value.
            if monitor.improves(current, on: baseline) { wait = 0 }
        } else if wait >= patience, epoch > 0 {
            stoppedEpoch = epoch
            training.stop()
        }
    }

    public override func onTrainEnd(_ training: Training) throws(NetworkError) {
        if let bestWeights { try training.model.setWeights(bestWeights) }
    }
}

private extension EarlyStopping {
    func keepWeights(_ training: Training) throws(NetworkError) {
        bestWeights = try training.model.weights
        bestEpoch = training.epoch
    }
}
