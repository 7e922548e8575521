import Foundation
import LinearModels
import Testing

/// Regularizers that are exactly ridge, and exercises whose answers the chapters state.
struct IdentityTests {
    @Test(arguments: [(3.0, 2.0), (-0.5, 0.0), (1.2, 0.2), (-1.2, -0.2), (1.0, 0.0)])
    func `soft-thresholding by one gives the exercise's values`(value: Double, expected: Double) throws {
        #expect((LinearModel.softThreshold(value, by: 1) - expected).magnitude < 1e-15)
    }

    @Test func `for orthogonal features the lasso soft-thresholds and ridge scales`() throws {
        // Three rows, xᵀx = 3·I, so that x·y/3 are the exercise's (3, −.5, 1.2) and λ = 1 in both conventions.
        let root = 3.0.squareRoot()
        let x = try DesignMatrix(rows: [[root, 0, 0], [0, root, 0], [0, 0, root]])
        let y = [3 * root, -0.5 * root, 1.2 * root]
        let lasso = try LinearModel.lasso(x, y, lambda: 1, fitIntercept: false)
        #expect(distance(lasso.coefficients, [2, 0, 0.2]) < 1e-12)
        #expect(lasso.coefficients[1] == 0)
        let ridge = try LinearModel.ridge(x, y, lambda: 3, fitIntercept: false)
        #expect(distance(ridge.coefficients, [1.5, -0.25, 0.6]) < 1e-12)
    }

    @Test func `one parabola with a penalty has the exercise's minimiser`() throws {
        // (w − 3)² + λw² at λ = 1.
        let model = try LinearModel.ridge(DesignMatrix(column: [1]), [3], lambda: 1, fitIntercept: false)
        #expect(distance(model.coefficients, [1.5]) < 1e-15)
    }

    /// Srivastava et al. 2014, section 9.1: E‖y − (R∗X)w‖² = ‖y − pXw‖² + p(1 − p)‖Γw‖², Γ = diag(XᵀX)^½.
    @Test(arguments: [0.3, 0.5, 0.9])
    func `dropout's expected loss over all masks is ridge's`(keep: Double) throws {
        let (x, y) = try OptimalityTests.problem(seed: 21, rows: 4, features: 3, correlation: 0.3)
        let gamma = Self.lengths(x)
        for w in [[1.0, -2, 0.5], [0, 3, 1]] {
            let shrunk = try x.times(w.map { keep * $0 })
            let fit = zip(y, shrunk).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
            let penalty = zip(gamma, w).reduce(0) { $0 + ($1.0 * $1.1) * ($1.0 * $1.1) }
            let closed = fit + keep * (1 - keep) * penalty
            #expect((Self.overAllMasks(x, y, w, keep) - closed).magnitude < 1e-10 * closed)
        }
    }

    @Test(arguments: [0.3, 0.5, 0.9])
    func `the weights that dropout seeks are ridge's on features of length one`(keep: Double) throws {
        let (x, y) = try OptimalityTests.problem(seed: 22, rows: 4, features: 3, correlation: 0.3)
        let gamma = Self.lengths(x)
        let unit = try DesignMatrix(
            rows: 4, columns: 3, elements: x.elements.enumerated().map { $0.element / gamma[$0.offset % 3] })
        let ridge = try LinearModel.ridge(unit, y, lambda: (1 - keep) / keep, fitIntercept: false)
        let w = zip(ridge.coefficients, gamma).map { $0 / $1 / keep }
        let least = Self.overAllMasks(x, y, w, keep)
        for feature in 0..<3 {
            let slope = [1e-5, -1e-5].map { step in
                var changed = w
                changed[feature] += step
                return Self.overAllMasks(x, y, changed, keep)
            }
            #expect(slope.allSatisfy { $0 > least })
            #expect(((slope[0] - slope[1]) / 2e-5).magnitude < 1e-6)
        }
    }

    /// Goodfellow et al., equations 7.43–45: (1 − ελ)^τ = α/(λ + α).
    @Test(arguments: [
        (curvature: 0.01, rate: 0.1, steps: 50, alpha: 0.195), (curvature: 0.7, rate: 0.1, steps: 50, alpha: 0.019),
        (curvature: 1, rate: 0.1, steps: 10, alpha: 0.535),
    ])
    func `stopping early on a parabola is ridge`(curvature: Double, rate: Double, steps: Int, alpha: Double) throws {
        let target = 2.0
        var w = 0.0
        for _ in 0..<steps { w -= rate * curvature * (w - target) }
        let left = pow(1 - rate * curvature, Double(steps))
        let exact = curvature * left / (1 - left)
        #expect(rounded(exact, 3) == alpha)
        // One row whose x² is the curvature.
        let x = DesignMatrix(column: [curvature.squareRoot()])
        let ridge = try LinearModel.ridge(x, [curvature.squareRoot() * target], lambda: exact, fitIntercept: false)
        #expect((ridge.coefficients[0] - w).magnitude < 1e-12)
    }

    @Test func `early stopping equals a different ridge penalty in each direction`() throws {
        // Two orthogonal, centred features of squared lengths 8 and 2: curvatures d²/rows of 2 and ½.
        let x = try DesignMatrix(rows: [[2, 0], [-2, 0], [0, 1], [0, -1]])
        let y = [5.0, 1, 4, -1]
        let path = try LinearModel.gradientDescentPath(x, y, learningRate: 0.1, steps: 5)
        #expect(path.models.count == 6)
        #expect(path.coefficients[0] == [0, 0])
        #expect(path.models[0].intercept == 2.25)
        var penalties: [Double] = []
        for (feature, curvature) in [2, 0.5].enumerated() {
            let left = pow(1 - 0.1 * curvature, 5)
            // α of equation 7.44 is set against half the mean of the squares, so ridge's λ is rows times that.
            let penalty = 4 * curvature * left / (1 - left)
            let ridge = try LinearModel.ridge(x.selecting(columns: [feature]), y, lambda: penalty)
            #expect((ridge.coefficients[0] - path.coefficients(ofFeature: feature)[5]).magnitude < 1e-14)
            penalties.append(penalty)
        }
        #expect(penalties[0] / penalties[1] < 0.6)
    }

    @Test func `gradient descent goes on to least squares`() throws {
        let (x, y) = try OptimalityTests.problem(seed: 23, rows: 50, features: 3, correlation: 0.5)
        let path = try LinearModel.gradientDescentPath(x, y, learningRate: 0.3, steps: 500)
        let norms = path.models.map(\.l2Norm)
        let least = try LinearModel.leastSquares(x, y)
        #expect(distance(path.models[500].coefficients, least.coefficients) < 1e-10)
        #expect((path.models[500].intercept - least.intercept).magnitude < 1e-10)
        #expect(norms[3] < norms[30])
    }
}

extension IdentityTests {
    /// The diagonal of (XᵀX)^½ as the paper means it: each column's length.
    static func lengths(_ x: DesignMatrix) -> [Double] {
        (0..<x.columns).map { x.column($0).reduce(0) { $0 + $1 * $1 }.squareRoot() }
    }

    /// ‖y − (R∗X)w‖² averaged over all 2^(rows·features) masks R, each by its probability.
    static func overAllMasks(_ x: DesignMatrix, _ y: [Double], _ w: [Double], _ keep: Double) -> Double {
        var expected = 0.0
        for mask in 0..<(1 << x.elements.count) {
            let kept = mask.nonzeroBitCount
            let probability = pow(keep, Double(kept)) * pow(1 - keep, Double(x.elements.count - kept))
            var loss = 0.0
            for row in 0..<x.rows {
                var residual = y[row]
                for column in 0..<x.columns where mask >> (row * x.columns + column) & 1 == 1 {
                    residual -= x[row, column] * w[column]
                }
                loss += residual * residual
            }
            expected += probability * loss
        }
        return expected
    }
}
