import LinearModels
import Testing

/// Chapter 3 of ESL, second edition, twelfth printing: table 3.3 and the text about it.
struct ElementsOfStatisticalLearningTests {
    let data: Prostate

    init() throws {
        data = try Prostate()
    }

    @Test func `least squares on the prostate data gives table 3.3's column`() throws {
        let model = try LinearModel.leastSquares(data.trainX, data.trainY)
        #expect(rounded(model.intercept, 3) == 2.465)
        let expected = [0.680, 0.263, -0.141, 0.210, 0.305, -0.288, -0.021, 0.267]
        #expect(model.coefficients.map { rounded($0, 3) } == expected)
        let error = try model.meanSquaredError(data.testX, data.testY)
        #expect(rounded(error.mean, 3) == 0.521)
        #expect(rounded(error.standardError, 3) == 0.179)
    }

    @Test func `the best subset of two features is table 3.3's`() throws {
        var best: (error: Double, subset: [Int])?
        for first in 0..<8 {
            for second in first + 1..<8 {
                let x = data.trainX.selecting(columns: [first, second])
                let error = try LinearModel.leastSquares(x, data.trainY).meanSquaredError(x, data.trainY).mean
                if error < best?.error ?? .infinity { best = (error, [first, second]) }
            }
        }
        let subset = try #require(best?.subset)
        #expect(subset.map { Prostate.names[$0] } == ["lcavol", "lweight"])
        let model = try LinearModel.leastSquares(data.trainX.selecting(columns: subset), data.trainY)
        #expect(rounded(model.intercept, 3) == 2.477)
        #expect(model.coefficients.map { rounded($0, 3) } == [0.740, 0.316])
        let error = try model.meanSquaredError(data.testX.selecting(columns: subset), data.testY)
        #expect(rounded(error.mean, 3) == 0.492)
        #expect(rounded(error.standardError, 3) == 0.143)
    }

    @Test func `ridge with five effective degrees of freedom gives table 3.3's column`() throws {
        var low = 0.0
        var high = 1000.0
        for _ in 0..<60 {
            let middle = (low + high) / 2
            let freedom = try LinearModel.ridgeDegreesOfFreedom(data.trainX, lambda: middle)
            if freedom > 5 { low = middle } else { high = middle }
        }
        let model = try LinearModel.ridge(data.trainX, data.trainY, lambda: low)
        let expected = [0.420, 0.238, -0.046, 0.162, 0.227, 0.000, 0.040, 0.133]
        // The table's degrees of freedom are themselves rounded.
        #expect(distance(model.coefficients, expected) < 0.01)
        // Its intercept, 2.452, is the mean of the targets: that of features centred on the training rows.
        #expect(rounded(data.trainY.reduce(0, +) / 67, 3) == 2.452)
        #expect(rounded(try model.meanSquaredError(data.testX, data.testY).mean, 2) == 0.49)
    }

    @Test func `the lasso gives table 3.3's column`() throws {
        // The book chose a shrinkage of 0.36 with features standardized on the training rows; λ is where that is.
        let model = try LinearModel.lasso(data.trainX, data.trainY, lambda: 0.2095, standardize: true)
        let expected = [0.533, 0.169, 0, 0.002, 0.094, 0, 0, 0]
        #expect(distance(model.coefficients, expected) < 0.001)
        #expect(model.coefficients.map { $0 != 0 } == expected.map { $0 != 0 })
        #expect(rounded(model.intercept, 3) == 2.468)
        let error = try model.meanSquaredError(data.testX, data.testY)
        #expect(rounded(error.mean, 3) == 0.479)
        #expect(rounded(error.standardError, 3) == 0.164)
    }
}
