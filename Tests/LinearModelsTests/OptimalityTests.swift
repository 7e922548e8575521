import LinearModels
import Testing

/// What must hold of any solution, whoever computed it.
struct OptimalityTests {
    /// Features that share a common part, so that they are correlated by `correlation`.
    static func problem(seed: UInt64, rows: Int, features: Int, correlation: Double) throws -> (DesignMatrix, [Double])
    {
        var generator = SplitMix64(seed: seed)
        var rowsOfX: [[Double]] = []
        var y: [Double] = []
        for _ in 0..<rows {
            let common = generator.normal()
            let row = (0..<features).map { _ in
                correlation.squareRoot() * common + (1 - correlation).squareRoot() * generator.normal()
            }
            rowsOfX.append(row)
            y.append(3 * row[0] - 2 * row[features - 1] + generator.normal() + 5)
        }
        return (try DesignMatrix(rows: rowsOfX), y)
    }

    /// Each feature's correlation with the residual, (x − x̄)·r / rows.
    static func correlations(_ x: DesignMatrix, _ y: [Double], _ model: LinearModel) throws -> [Double] {
        let residual = zip(y, try model.predict(x)).map { $0 - $1 }
        return (0..<x.columns).map { feature in
            let column = x.column(feature)
            let mean = column.reduce(0, +) / Double(x.rows)
            return zip(column, residual).reduce(0) { $0 + ($1.0 - mean) * $1.1 } / Double(x.rows)
        }
    }

    @Test(arguments: [(1, 50, 8, 0.0), (2, 50, 8, 0.9), (3, 20, 40, 0.5), (4, 100, 30, 0.99), (5, 12, 60, 0.999)])
    func `the conditions of Karush, Kuhn and Tucker hold along every path`(
        seed: UInt64, rows: Int, features: Int, correlation: Double
    ) throws {
        let (x, y) = try Self.problem(seed: seed, rows: rows, features: features, correlation: correlation)
        for alpha in [1, 0.7, 0.2] {
            let path = try LinearModel.elasticNetPath(x, y, alpha: alpha, count: 12)
            for (lambda, model) in zip(path.lambdas, path.models) {
                let correlations = try Self.correlations(x, y, model)
                for (coefficient, correlation) in zip(model.coefficients, correlations) {
                    let pull = correlation - lambda * (1 - alpha) * coefficient
                    if coefficient == 0 {
                        #expect(pull.magnitude <= lambda * alpha + 1e-6)
                    } else {
                        #expect((pull - (coefficient > 0 ? lambda : -lambda) * alpha).magnitude < 1e-6)
                    }
                }
            }
        }
    }

    @Test(arguments: [0...1, nil] as [ClosedRange<Double>?])
    func `a path over nearly dependent powers is found quickly, to the end`(interval: ClosedRange<Double>?) throws {
        var generator = SplitMix64(seed: 1)
        let x = (0..<25).map { Double($0) / 24 }
        let y = x.map { 4 * $0 * (1 - $0) + 0.3 * generator.normal() }
        let powers = try PolynomialFeatures(degree: 20, mapping: interval).apply(x)
        for alpha in [1, 0.5] {
            let path = try LinearModel.elasticNetPath(powers, y, alpha: alpha, ratio: 1e-4, standardize: true)
            let errors = try path.meanSquaredErrors(powers, y)
            #expect(zip(errors, errors.dropFirst()).allSatisfy { $0 >= $1 - 1e-12 })
            #expect(errors[99] < errors[0] / 2)
        }
    }

    @Test(arguments: [0.0, 0.5, 0.99])
    func `ridge's gradient is zero`(correlation: Double) throws {
        let (x, y) = try Self.problem(seed: 9, rows: 40, features: 6, correlation: correlation)
        for lambda in [0, 0.1, 10, 1e6] {
            let model = try LinearModel.ridge(x, y, lambda: lambda)
            let correlations = try Self.correlations(x, y, model)
            for (coefficient, correlation) in zip(model.coefficients, correlations) {
                #expect((40 * correlation - lambda * coefficient).magnitude < 1e-9)
            }
        }
    }

    @Test func `no small change of the coefficients lowers the lasso's objective`() throws {
        let (x, y) = try Self.problem(seed: 11, rows: 30, features: 5, correlation: 0.8)
        func objective(_ model: LinearModel) throws -> Double {
            try model.meanSquaredError(x, y).mean / 2 + 0.3 * model.l1Norm
        }
        let model = try LinearModel.lasso(x, y, lambda: 0.3)
        let least = try objective(model)
        for feature in 0..<5 {
            for step in [-1e-3, 1e-3] {
                var changed = model.coefficients
                changed[feature] += step
                #expect(try objective(LinearModel(intercept: model.intercept, coefficients: changed)) > least)
            }
        }
    }

    @Test func `an elastic net without L1 is ridge with rows times the penalty`() throws {
        let (x, y) = try Self.problem(seed: 12, rows: 30, features: 5, correlation: 0.5)
        let net = try LinearModel.elasticNet(x, y, lambda: 0.2, alpha: 0)
        #expect(net == (try LinearModel.ridge(x, y, lambda: 6)))
        #expect(try LinearModel.lasso(x, y, lambda: 0) == LinearModel.leastSquares(x, y))
    }

    @Test func `least squares finds the coefficients of an ill-conditioned polynomial`() throws {
        // Degree 9 on 0...1: condition number 2·10⁶, so about ten of sixteen digits are left.
        let x = (0..<20).map { Double($0) / 19 }
        let powers = try PolynomialFeatures(degree: 9).apply(x)
        let truth = LinearModel(intercept: 1, coefficients: [1, -2, 3, -4, 5, -4, 3, -2, 1])
        let model = try LinearModel.leastSquares(powers, truth.predict(powers))
        #expect(distance(model.coefficients, truth.coefficients) < 1e-7)
        #expect(distance(try model.predict(powers), try truth.predict(powers)) < 1e-13)
    }

    @Test func `the units of features do not matter to least squares`() throws {
        let (x, y) = try Self.problem(seed: 13, rows: 30, features: 3, correlation: 0.5)
        let scales = [1e-9, 1, 1e12]
        let other = try DesignMatrix(
            rows: 30, columns: 3, elements: x.elements.enumerated().map { $0.element * scales[$0.offset % 3] })
        let model = try LinearModel.leastSquares(x, y)
        let scaled = try LinearModel.leastSquares(other, y)
        #expect(distance(zip(scaled.coefficients, scales).map { $0 * $1 }, model.coefficients) < 1e-12)
    }

    @Test func `targets that never change need no feature`() throws {
        let x = DesignMatrix(column: [1, 2, 4])
        #expect(try LinearModel.lasso(x, [2, 2, 2], lambda: 0.1) == LinearModel(intercept: 2, coefficients: [0]))
        #expect(try LinearModel.ridge(x, [2, 2, 2], lambda: 0.1) == LinearModel(intercept: 2, coefficients: [0]))
    }

    @Test func `no features leave the mean`() throws {
        let nothing = try PolynomialFeatures(degree: 0).apply([1, 2, 4])
        for model in [
            try LinearModel.leastSquares(nothing, [1, 2, 6]), try LinearModel.ridge(nothing, [1, 2, 6], lambda: 1),
            try LinearModel.lasso(nothing, [1, 2, 6], lambda: 1),
        ] {
            #expect(model == LinearModel(intercept: 3, coefficients: []))
            #expect(try model.predict(nothing) == [3, 3, 3])
        }
    }

    @Test func `a constant feature gets no coefficient under a penalty`() throws {
        // 0.1 + 0.2 is not 0.3, but only by rounding.
        let x = try DesignMatrix(rows: [[1, 0.3], [2, 0.1 + 0.2], [4, 0.3]])
        for standardize in [true, false] {
            #expect(try LinearModel.ridge(x, [1, 2, 3], lambda: 1, standardize: standardize).coefficients[1] == 0)
            #expect(try LinearModel.lasso(x, [1, 2, 3], lambda: 0.1, standardize: standardize).coefficients[1] == 0)
        }
    }
}
