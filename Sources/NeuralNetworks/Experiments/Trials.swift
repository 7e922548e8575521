/// The same experiment from several seeds, on all cores: means and intervals in place of one lucky number.
///
/// ```swift
/// let trials = try Trials(seeds: 1...10) { seed in
///     let model = Sequential(seed: seed) { Flatten(); Dense(64, activation: .relu); Dense(10, activation: .softmax) }
///     model.compile(optimizer: .adam(), loss: .categoricalCrossentropy, metrics: [.accuracy])
///     return try model.fit(data.train, epochs: 5, validationSplit: 0.2)
/// }
/// print(trials.final(.validationAccuracy))        // 0.8712 ± 0.0021
/// ```
///
/// Each trial runs on one thread, the calling thread among them; all others are gone when this returns. Results do not
/// depend on how many threads there are.
public struct Trials: Sendable {
    /// The seeds in order.
    public let seeds: [Int]
    /// Each seed's history.
    public let histories: [History]

    /// Runs an experiment once for each seed.
    ///
    /// - Parameters:
    ///   - seeds: the seeds.
    ///   - threads: how many may run at once; all cores unless said otherwise.
    ///   - run: the experiment, which builds its own model.
    /// - Throws: what `run` throws, of the first seed in order for which it does.
    public init<Failure: Error>(
        seeds: some Sequence<Int>, threads: Int? = nil, _ run: @Sendable (Int) throws(Failure) -> History
    ) throws(Failure) {
        let seeds = Array(seeds)
        self.init(
            seeds: seeds,
            histories: try inParallel(seeds.count, threads: threads) { (index: Int) throws(Failure) -> History in
                try run(seeds[index])
            })
    }

    init(seeds: [Int], histories: [History]) {
        self.seeds = seeds
        self.histories = histories
    }

    /// A metric over the trials, epoch by epoch; as far as every trial went.
    public subscript(metric: Metric) -> [Spread] {
        let values = histories.map { $0[metric] }
        let epochs = values.map { $0.count }.min() ?? 0
        return (0..<epochs).map { epoch in Spread(values.map { $0[epoch] }) }
    }

    /// A metric over the trials at each one's end.
    public func final(_ metric: Metric) -> Spread { Spread(histories.compactMap { $0.last(metric) }) }
}
