extension Sequential {
    /// Learns from data.
    ///
    /// As in Keras: validation data are the *last* rows, before any shuffling; the others are shuffled anew each epoch;
    /// the last, partial batch is kept; training metrics are running means with noise on. Calling `fit` again goes on
    /// from where the last call ended.
    ///
    /// - Parameters:
    ///   - data: examples with targets.
    ///   - epochs: how often to go through them.
    ///   - batchSize: examples a step.
    ///   - validationSplit: the share of rows at the end that is held out: floor(n · (1 − share)) rows are trained on.
    ///   - validationData: data to validate on, in place of a split.
    ///   - shuffle: whether rows come in a new random order each epoch.
    ///   - callbacks: what else to do while training.
    /// - Returns: what was measured after each epoch.
    /// - Throws: ``NetworkError`` for settings out of range, data that do not fit, or a loss that is no longer finite.
    @discardableResult
    public func fit(
        _ data: Dataset, epochs: Int = 1, batchSize: Int = 32, validationSplit: Double = 0,
        validationData: Dataset? = nil, shuffle: Bool = true, callbacks: [Callback] = []
    ) throws(NetworkError) -> History {
        guard compilation != nil else { throw .notCompiled }
        guard batchSize > 0 else { throw .badBatchSize(batchSize) }
        guard epochs >= 0 else { throw .badEpochs(epochs) }
        guard data.count > 0 else { throw .emptyData("the training data") }
        var (train, held) = (data, validationData)
        if validationData == nil, validationSplit != 0 {
            guard validationSplit > 0, validationSplit < 1 else {
                throw .badValidationSplit(validationSplit, examples: data.count)
            }
            let cut = Int(Double(data.count) * (1 - validationSplit))
            guard cut > 0, cut < data.count else { throw .badValidationSplit(validationSplit, examples: data.count) }
            (train, held) = (data.prefix(cut), data.dropFirst(cut))
        }
        let run = try Run(self, train, held, batchSize: batchSize, shuffles: shuffle)
        return try run.fit(epochs: epochs, callbacks)
    }
}
