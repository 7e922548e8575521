/// An experiment over the values of a hyperparameter, each from several seeds, on all cores.
///
/// ```swift
/// let sweep = try Sweep(over: [0.0, 0.2, 0.5, 0.8], seeds: 1...3) { rate, seed in
///     let model = Sequential(seed: seed) { Flatten(); Dense(64, activation: .relu); Dropout(rate); Dense(10, activation: .softmax) }
///     …
/// }
/// for (rate, trials) in sweep.results { print(rate, trials.final(.validationAccuracy)) }
/// ```
public struct Sweep<Value: Sendable>: Sendable {
    /// The values in order.
    public let values: [Value]
    /// Each value's trials.
    public let trials: [Trials]

    /// Runs an experiment for each value and seed.
    ///
    /// - Parameters:
    ///   - values: the hyperparameter's values.
    ///   - seeds: the seeds of each.
    ///   - threads: how many may run at once; all cores unless said otherwise.
    ///   - run: the experiment, which builds its own model.
    /// - Throws: what `run` throws, of the first value and seed in order for which it does.
    public init<Failure: Error>(
        over values: [Value], seeds: some Sequence<Int>, threads: Int? = nil,
        _ run: @Sendable (Value, Int) throws(Failure) -> History
    ) throws(Failure) {
        let seeds = Array(seeds), count = seeds.count
        let histories = try inParallel(values.count * count, threads: threads) {
            (index: Int) throws(Failure) -> History in
            try run(values[index / count], seeds[index % count])
        }
        self.values = values
        trials = values.indices.map { index in
            Trials(seeds: seeds, histories: Array(histories[index * count..<(index + 1) * count]))
        }
    }

    /// Each value with its trials.
    public var results: [(value: Value, trials: Trials)] { Array(zip(values, trials)).map { ($0.0, $0.1) } }

    /// The value whose trials have the best mean of a metric at the end, or nil where there is none.
    ///
    /// - Parameter mode: whether less or more is better.
    public func best(_ metric: Metric, mode: MonitorMode = .auto) -> Value? {
        let rises = mode == .max || (mode == .auto && metric.higherIsBetter == true)
        var best: (value: Value, mean: Double)?
        for (value, trials) in zip(values, trials) {
            let mean = trials.final(metric).mean
            guard !mean.isNaN else { continue }
            if let found = best, rises ? mean <= found.mean : mean >= found.mean { continue }
            best = (value, mean)
        }
        return best?.value
    }
}
