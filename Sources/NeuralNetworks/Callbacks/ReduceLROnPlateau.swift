/// Lowers the learning rate when a metric no longer improves: Keras's `ReduceLROnPlateau`.
public final class ReduceLROnPlateau: Callback {
    private let factor: Double
    private let patience: Int
    private let cooldown: Int
    private let minLearningRate: Double
    private var monitor: Monitor
    private var wait = 0
    private var cooling = 0

    /// - Parameters:
    ///   - monitor: the metric.
    ///   - factor: what the learning rate is multiplied by, in `0 ..< 1`.
    ///   - patience: how many epochs without improvement to wait.
    ///   - mode: whether less or more is better.
    ///   - minDelta: what an improvement must exceed.
    ///   - cooldown: how many epochs after lowering do not count.
    ///   - minLearningRate: below this the rate is not lowered.
    public init(
        monitor: Metric = .validationLoss, factor: Double = 0.1, patience: Int = 10, mode: MonitorMode = .auto,
        minDelta: Double = 1e-4, cooldown: Int = 0, minLearningRate: Double = 0
    ) {
        self.monitor = Monitor(monitor, mode: mode, minDelta: minDelta)
        self.factor = factor
        self.patience = patience
        self.cooldown = cooldown
        self.minLearningRate = minLearningRate
    }

    public override func onTrainBegin(_ training: Training) throws(NetworkError) {
        try monitor.begin(training)
        guard factor > 0, factor < 1 else {
            throw .badCallbackSetting(
                callback: "ReduceLROnPlateau", setting: "factor", value: factor, expected: "between 0 and 1")
        }
        wait = 0
        cooling = 0
    }

    public override func onEpochEnd(_ training: Training) throws(NetworkError) {
        guard let current = training.value(of: monitor.metric) else { return }
        if cooling > 0 {
            cooling -= 1
            wait = 0
        }
        if monitor.improves(current, on: monitor.best) {
            monitor.accept(current)
            wait = 0
        } else if cooling == 0 {
            wait += 1
            if wait >= patience, training.learningRate > minLearningRate {
                training.learningRate = max(training.learningRate * factor, minLearningRate)
                cooling = cooldown
                wait = 0
            }
        }
    }
}
