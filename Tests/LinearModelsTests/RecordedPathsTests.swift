import LinearModels
import Testing

/// Ridge, lasso and elastic net beside scikit-learn's.
struct RecordedPathsTests {
    let data: Prostate

    init() throws {
        data = try Prostate()
    }

    @Test func `ridge agrees with scikit-learn along the path`() throws {
        let recording = try Recording.named("ridge path")
        let lambdas = recording.input("lambdas")
        let path = try LinearModel.ridgePath(data.trainX, data.trainY, lambdas: lambdas)
        #expect(path.lambdas == lambdas)
        #expect(distance(path.coefficients.flatMap { $0 }, recording.expected("coefficients")) < 1e-12)
        #expect(distance(path.intercepts, recording.expected("intercepts")) < 1e-12)
        var freedom: [Double] = []
        for lambda in lambdas { freedom.append(try LinearModel.ridgeDegreesOfFreedom(data.trainX, lambda: lambda)) }
        #expect(distance(freedom, recording.expected("degreesOfFreedom")) < 1e-12)
    }

    @Test(arguments: ["lasso path", "elastic net path 0.5", "elastic net path 0.1", "lasso path of raw features"])
    func `lasso and elastic net agree with scikit-learn along the path`(name: String) throws {
        let recording = try Recording.named(name)
        let data = try Prostate(standardized: name != "lasso path of raw features")
        let path = try LinearModel.elasticNetPath(
            data.trainX, data.trainY, alpha: recording.numbers["alpha"] ?? .nan, lambdas: recording.input("lambdas"))
        let expected = recording.expected("coefficients")
        #expect(distance(path.coefficients.flatMap { $0 }, expected) < 1e-9)
        #expect(distance(path.intercepts, recording.expected("intercepts")) < 1e-8)
        #expect(path.coefficients.flatMap { $0 }.map { $0 == 0 } == expected.map { $0 == 0 })
        #expect(path.coefficients(ofFeature: 1) == path.coefficients.map { $0[1] })
    }

    @Test func `a model predicts rows, one by one or together, and knows its size`() throws {
        let model = LinearModel(intercept: 1, coefficients: [3, 0, -4])
        let x = try DesignMatrix(rows: [[1, 2, 3], [0, 5, -1]])
        #expect(try model.predict(x) == [-8, 5])
        #expect(try model.predict([1, 2, 3]) == -8)
        #expect(model.l1Norm == 7)
        #expect(model.l2Norm == 5)
        #expect(model.nonzeroCount == 2)
        // Residuals 2 and −1: squares 4 and 1, s² = 4.5.
        #expect(try model.meanSquaredError(x, [-6, 4]) == Estimate(mean: 2.5, standardError: 1.5))
    }

    @Test func `standardizing inside the fit is standardizing before it`() throws {
        let recording = try Recording.named("standardized inside")
        let raw = try Prostate(standardized: false)
        let path = try LinearModel.lassoPath(
            raw.trainX, raw.trainY, lambdas: recording.input("lambdas"), standardize: true)
        #expect(distance(path.coefficients.flatMap { $0 }, recording.expected("coefficients")) < 1e-9)
        #expect(distance(path.intercepts, recording.expected("intercepts")) < 1e-8)
        let ridge = try LinearModel.ridge(raw.trainX, raw.trainY, lambda: 10, standardize: true)
        #expect(distance(ridge.coefficients, recording.expected("ridge")) < 1e-12)
        let scale = try Standardizer(fitting: raw.trainX)
        let before = try LinearModel.ridge(scale.apply(raw.trainX), raw.trainY, lambda: 10)
        let after = try scale.unscaled(before)
        #expect(distance(after.coefficients, ridge.coefficients) < 1e-12)
        #expect(distance(try after.predict(raw.testX), try ridge.predict(raw.testX)) < 1e-12)
    }

    @Test func `there may be more features than rows`() throws {
        let recording = try Recording.named("more features than rows")
        let x = try #require(try recording.inputs["x"]?.matrix)
        let y = recording.input("y")
        let path = try LinearModel.lassoPath(x, y, lambdas: recording.input("lambdas"))
        #expect(distance(path.coefficients.flatMap { $0 }, recording.expected("coefficients")) < 1e-7)
        let ridge = try LinearModel.ridge(x, y, lambda: 0.5)
        #expect(distance(ridge.coefficients, recording.expected("ridge")) < 1e-12)
        let mixed = try LinearModel.elasticNet(x, y, lambda: 0.03, alpha: 0.5)
        #expect(distance(mixed.coefficients, recording.expected("mixed")) < 1e-8)
    }

    @Test func `without an intercept nothing is centred`() throws {
        let recording = try Recording.named("without intercept")
        let x = try #require(try recording.inputs["x"]?.matrix)
        let y = recording.input("y")
        let models = [
            "leastSquares": try LinearModel.leastSquares(x, y, fitIntercept: false),
            "ridge": try LinearModel.ridge(x, y, lambda: 2, fitIntercept: false),
            "lasso": try LinearModel.lasso(x, y, lambda: 0.05, fitIntercept: false),
        ]
        for (name, model) in models {
            #expect(distance(model.coefficients, recording.expected(name)) < 1e-9, "\(name)")
            #expect(model.intercept == 0)
        }
    }

    @Test func `a path begins where the first feature is about to enter`() throws {
        let recording = try Recording.named("path of penalties")
        let path = try LinearModel.lassoPath(data.trainX, data.trainY, count: 20)
        #expect(distance(path.lambdas, recording.expected("lambdas")) < 1e-14)
        #expect(path.nonzeroCounts[0] == 0)
        #expect(path.nonzeroCounts[1] > 0)
        #expect((path.models[0].intercept - data.trainY.reduce(0, +) / 67).magnitude < 1e-14)
        let half = try LinearModel.elasticNetPath(data.trainX, data.trainY, alpha: 0.5, count: 5, ratio: 0.01)
        #expect(distance(half.lambdas, recording.expected("lambdasOfHalf")) < 1e-14)
        #expect(half.nonzeroCounts[0] == 0)
    }

    @Test func `cross-validation's errors agree with scikit-learn's on the same folds`() throws {
        let recording = try Recording.named("cross-validation")
        var start = 0
        let splits = recording.input("sizes").map { size in
            let held = Array(start..<start + Int(size))
            start += Int(size)
            return RowSplit(training: (0..<67).filter { !held.contains($0) }, heldOut: held)
        }
        let choice = try CrossValidation.elasticNet(
            data.trainX, data.trainY, alpha: 1, lambdas: recording.input("lambdas"), splits: splits)
        #expect(distance(choice.foldErrors.flatMap { $0 }, recording.expected("foldErrors")) < 1e-9)
    }
}
