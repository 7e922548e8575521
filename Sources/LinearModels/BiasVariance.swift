/// The parts of a method's expected squared error: bias² + variance + noise, measured over models fitted to resampled
/// data sets (Bishop, PRML, equations 3.41–3.47; ESL, equation 7.9).
///
///     let fits = try BiasVariance.predictions(dataSets: 100, seed: 1) { generator in
///         let y = xs.map { sine($0) + 0.3 * generator.normal() }
///         return try LinearModel.ridge(features, y, lambda: 0.1).predict(features)
///     }
///     let parts = try BiasVariance(predictions: fits, truth: xs.map(sine), noiseVariance: 0.09, seed: 2)
///     parts.biasSquared.mean + parts.variance.mean + parts.noise     // the expected error; see `partsSumToError`
///
/// The models that were fitted are taken as the population: bias² is that of their mean, and variance divides by
/// their number D, as in PRML. So bias² is expected to come out too large by a D-th of the true variance, and
/// variance too small by as much; their sum has no such error.
public struct BiasVariance: Sendable, Equatable {
    /// The mean over points of (mean prediction − truth)², with its jackknife standard error over data sets.
    public let biasSquared: Estimate
    /// The mean over points of the predictions' variance, with its jackknife standard error over data sets.
    public let variance: Estimate
    /// σ², the variance of a target about the truth, as given.
    public let noise: Double
    /// The mean squared error on targets drawn anew for each data set, with its standard error over data sets: measured
    /// on its own, not added up from the parts.
    public let error: Estimate
    /// The mean prediction at each point, `[point]`.
    public let meanPrediction: [Double]
    /// (mean prediction − truth)² at each point, `[point]`.
    public let biasSquaredAtPoints: [Double]
    /// The predictions' variance at each point, `[point]`.
    public let varianceAtPoints: [Double]

    /// bias² + variance + noise.
    public var sum: Double { biasSquared.mean + variance.mean + noise }

    /// Whether ``sum`` lies in the 95% interval of the measured ``error``.
    public var partsSumToError: Bool { error.interval.contains(sum) }

    /// Decomposes the error of models that were fitted to different data sets.
    ///
    /// - Parameters:
    ///   - predictions: What each model predicts at the same points, `[data set][point]`; two data sets or more.
    ///   - truth: The noiseless targets at those points, `[point]`.
    ///   - noiseVariance: σ², 0 or more. Noise is normal.
    ///   - seed: Chooses the new targets that ``error`` is measured on.
    /// - Throws: `LinearModelError` where lengths differ, values are not finite, or there is too little data.
    public init(
        predictions: [[Double]], truth: [Double], noiseVariance: Double, seed: UInt64
    ) throws(LinearModelError) {
        try BiasVariance.check(predictions, truth, noiseVariance)
        let sums = truth.indices.map { point in predictions.reduce(0) { $0 + $1[point] } }
        let count = Double(predictions.count)
        let mean = sums.map { $0 / count }
        let deviations = truth.indices.map { point in
            predictions.reduce(0) { $0 + ($1[point] - mean[point]) * ($1[point] - mean[point]) }
        }
        meanPrediction = mean
        biasSquaredAtPoints = zip(mean, truth).map { ($0 - $1) * ($0 - $1) }
        varianceAtPoints = deviations.map { $0 / count }
        noise = noiseVariance
        biasSquared = BiasVariance.jackknife(biasSquaredAtPoints, predictions) { prediction, point in
            let others = (sums[point] - prediction) / (count - 1)
            return (others - truth[point]) * (others - truth[point])
        }
        variance = BiasVariance.jackknife(varianceAtPoints, predictions) { prediction, point in
            let gap = prediction - mean[point]
            return (deviations[point] - gap * gap * count / (count - 1)) / (count - 1)
        }
        error = BiasVariance.measured(predictions, truth, noiseVariance, seed)
    }

    /// What models fitted to resampled data sets predict: a curve of the chart for each, and together what
    /// ``init(predictions:truth:noiseVariance:seed:)`` decomposes.
    ///
    /// - Parameters:
    ///   - dataSets: How many data sets to draw.
    ///   - seed: The same seed gives the same data sets.
    ///   - fit: Draws a data set from the generator, which is another for each data set, fits a model, and returns its
    ///     predictions at the points of interest.
    /// - Returns: The predictions, `[data set][point]`.
    /// - Throws: what `fit` throws. (Embedded Swift wants to be told: `{ generator throws(LinearModelError) in`.)
    public static func predictions<Failure>(
        dataSets: Int, seed: UInt64, fit: (inout SplitMix64) throws(Failure) -> [Double]
    ) throws(Failure) -> [[Double]] {
        var made: [[Double]] = []
        for index in 0..<max(0, dataSets) {
            var generator = SplitMix64(seed: seed, stream: UInt64(index) + 1)
            made.append(try fit(&generator))
        }
        return made
    }
}

extension BiasVariance {
    private static func check(
        _ predictions: [[Double]], _ truth: [Double], _ noiseVariance: Double
    ) throws(LinearModelError) {
        guard !truth.isEmpty else { throw .empty(argument: "truth") }
        guard predictions.count > 1 else {
            throw .setting(name: "the number of data sets", value: Double(predictions.count), allowed: "2 or more")
        }
        guard noiseVariance >= 0, noiseVariance.isFinite else {
            throw .setting(name: "noiseVariance", value: noiseVariance, allowed: "0 or more, and finite")
        }
        try Checks.finite(truth, "truth")
        for prediction in predictions {
            guard prediction.count == truth.count else {
                throw .length(argument: "predictions", count: prediction.count, expected: truth.count, of: "truth")
            }
            try Checks.finite(prediction, "predictions")
        }
    }

    /// The mean of `atPoints`, with a standard error from leaving out one data set at a time: √((D − 1)/D Σ(θᵢ − θ̄)²).
    private static func jackknife(
        _ atPoints: [Double], _ predictions: [[Double]], without: (_ prediction: Double, _ point: Int) -> Double
    ) -> Estimate {
        let points = Double(atPoints.count)
        let left = predictions.map { prediction in
            atPoints.indices.reduce(0) { $0 + without(prediction[$1], $1) } / points
        }
        let count = Double(left.count)
        let mean = left.reduce(0, +) / count
        let spread = left.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return Estimate(
            mean: atPoints.reduce(0, +) / points, standardError: ((count - 1) / count * spread).squareRoot())
    }

    private static func measured(
        _ predictions: [[Double]], _ truth: [Double], _ noiseVariance: Double, _ seed: UInt64
    ) -> Estimate {
        var generator = SplitMix64(seed: seed, stream: .max)
        let sigma = noiseVariance.squareRoot()
        let errors = predictions.map { prediction in
            truth.indices.reduce(0) { sum, point in
                let gap = prediction[point] - truth[point] - sigma * generator.normal()
                return sum + gap * gap
            } / Double(truth.count)
        }
        return Estimate(unchecked: errors)
    }
}
