import Foundation
import LinearModels
import Testing

struct BiasVarianceTests {
    @Test func `predictions 1 2 3 2 of a truth of 3 with noise a quarter have an expected error of 1.75`() throws {
        let parts = try BiasVariance(predictions: [[1], [2], [3], [2]], truth: [3], noiseVariance: 0.25, seed: 1)
        #expect(parts.biasSquared.mean == 1)
        #expect(parts.variance.mean == 0.5)
        #expect(parts.noise == 0.25)
        #expect(parts.sum == 1.75)
        #expect(parts.meanPrediction == [2])
    }

    @Test func `standard errors are the jackknife's`() throws {
        // Leaving out each prediction of 1, 2, 6 (truth 0): means 4, 3.5, 1.5; variances 4, 6.25, 0.25.
        let parts = try BiasVariance(predictions: [[1], [2], [6]], truth: [0], noiseVariance: 0, seed: 1)
        func jackknife(_ values: [Double]) -> Double {
            let mean = values.reduce(0, +) / 3
            return (2.0 / 3 * values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }).squareRoot()
        }
        #expect((parts.biasSquared.standardError - jackknife([16, 12.25, 2.25])).magnitude < 1e-12)
        #expect((parts.variance.standardError - jackknife([4, 6.25, 0.25])).magnitude < 1e-12)
        // Without noise the measured error is that of the predictions alone, and the parts sum to it exactly.
        #expect((parts.error.mean - 41.0 / 3).magnitude < 1e-12)
        #expect((parts.sum - parts.error.mean).magnitude < 1e-12)
    }

    @Test func `the parts sum to the measured error within its interval about nineteen times in twenty`() throws {
        let x = (0..<15).map { Double($0) / 14 }
        let features = try PolynomialFeatures(degree: 4, mapping: 0...1).apply(x)
        var held = 0
        for seed in 1...50 as ClosedRange<UInt64> {
            let fits = try BiasVariance.predictions(dataSets: 40, seed: seed) { generator in
                let y = x.map { sine($0) + 0.5 * generator.normal() }
                return try LinearModel.leastSquares(features, y).predict(features)
            }
            let parts = try BiasVariance(
                predictions: fits, truth: x.map(sine), noiseVariance: 0.25, seed: seed)
            held += parts.partsSumToError ? 1 : 0
            #expect((parts.error.mean - parts.sum).magnitude < 0.15)
        }
        #expect(held >= 43)
    }

    @Test func `least squares with the right features has no bias and a variance of noise times features over rows`()
        throws
    {
        let x = (0..<20).map { Double($0) }
        let fits = try BiasVariance.predictions(dataSets: 500, seed: 5) { generator in
            let y = x.map { 2 * $0 + 1 + generator.normal() }
            return try LinearModel.leastSquares(DesignMatrix(column: x), y).predict(DesignMatrix(column: x))
        }
        let parts = try BiasVariance(
            predictions: fits, truth: x.map { 2 * $0 + 1 }, noiseVariance: 1, seed: 5)
        // Two coefficients, twenty rows: 2/20; and the bias of a mean of 500 such models.
        #expect((parts.variance.mean - 0.1).magnitude < 4 * parts.variance.standardError)
        #expect(parts.variance.standardError < 0.01)
        #expect(parts.biasSquared.mean < 0.1 / 500 * 5)
    }

    @Test func `a wrong noise level is noticed`() throws {
        let x = (0..<15).map { Double($0) / 14 }
        let features = try PolynomialFeatures(degree: 4).apply(x)
        var predictions: [[Double]] = []
        for seed in 1...40 as ClosedRange<UInt64> {
            var generator = SplitMix64(seed: seed)
            let y = x.map { sine($0) + 0.5 * generator.normal() }
            predictions.append(try LinearModel.leastSquares(features, y).predict(features))
        }
        let parts = try BiasVariance(predictions: predictions, truth: x.map(sine), noiseVariance: 0.25, seed: 1)
        #expect(parts.partsSumToError)
        #expect(!parts.error.interval.contains(parts.sum - parts.noise))
    }

    /// Bishop, PRML, figures 3.5 and 3.6: 100 data sets of 25 points of a sine, 24 Gaussians and a constant.
    @Test func `bias² plus variance of Bishop's example is least near the book's ln λ of −0.31`() throws {
        let x = (0..<25).map { Double($0) / 24 }
        let centres = (0..<24).map { Double($0) / 23 }
        func basis(_ x: [Double]) throws(LinearModelError) -> DesignMatrix {
            try DesignMatrix(rows: x.map { x in centres.map { exp(-pow(x - $0, 2) / (2 * 0.1 * 0.1)) } })
        }
        let features = try basis(x)
        let logs = stride(from: -3.81, through: 2.19, by: 1).map { $0 }
        let totals = try logs.map { log in
            let fits = try BiasVariance.predictions(dataSets: 100, seed: 3) { generator in
                let y = x.map { sine($0) + 0.3 * generator.normal() }
                return try LinearModel.ridge(features, y, lambda: exp(log)).predict(features)
            }
            return try BiasVariance(predictions: fits, truth: x.map(sine), noiseVariance: 0.09, seed: 3)
        }
        let sums = totals.map { $0.biasSquared.mean + $0.variance.mean }
        let least = try #require(sums.indices.min { sums[$0] < sums[$1] })
        #expect((logs[least] + 0.31).magnitude < 0.9)
        for (weaker, stronger) in zip(totals, totals.dropFirst()) {
            #expect(weaker.biasSquared.mean < stronger.biasSquared.mean)
            #expect(weaker.variance.mean > stronger.variance.mean)
        }
    }
}

private func sine(_ x: Double) -> Double {
    sin(2 * .pi * x)
}
