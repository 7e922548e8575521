import LinearModels
import Testing

/// What is refused, and in which words.
struct BadInputTests {
    struct Mistake: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let error: LinearModelError
        let words: String
        let action: @Sendable () throws -> Void
    }

    static let x = DesignMatrix(column: [1, 2, 3, 4])
    static let y = [1.0, 2, 2, 5]

    static let mistakes: [Mistake] = [
        Mistake(
            testDescription: "elements that do not fill the shape",
            error: .elementCount(rows: 2, columns: 2, count: 3),
            words: "a matrix of shape [2, 2] does not hold 3 values: give rows × columns of them"
        ) { _ = try DesignMatrix(rows: 2, columns: 2, elements: [1, 2, 3]) },
        Mistake(
            testDescription: "a negative shape", error: .elementCount(rows: -1, columns: -1, count: 1),
            words: "a matrix of shape [-1, -1] does not hold 1 value: give rows × columns of them"
        ) { _ = try DesignMatrix(rows: -1, columns: -1, elements: [1]) },
        Mistake(
            testDescription: "ragged rows", error: .ragged(row: 1, count: 1, expected: 2),
            words: "row 1 has 1 value and row 0 has 2: all rows of a matrix are equally long"
        ) { _ = try DesignMatrix(rows: [[1, 2], [3]]) },
        Mistake(
            testDescription: "factors that do not fit", error: .product(left: [4, 1], right: [4, 1]),
            words: "shapes [4, 1] and [4, 1] cannot be multiplied: the first's columns (1) must be as many as the "
                + "second's rows (4)"
        ) { _ = try x.times(x) },
        Mistake(
            testDescription: "a vector that does not fit", error: .product(left: [4, 1], right: [2]),
            words: "shapes [4, 1] and [2] cannot be multiplied: the first's columns (1) must be as many as the "
                + "second's rows (2)"
        ) { _ = try x.times([1, 2]) },
        Mistake(
            testDescription: "targets of another length", error: .length(argument: "y", count: 3, expected: 4, of: "x"),
            words: "y has 3 values but x has 4: they belong together, so pass the same rows of both"
        ) { _ = try LinearModel.leastSquares(x, [1, 2, 3]) },
        Mistake(
            testDescription: "no rows", error: .empty(argument: "x"),
            words: "x is empty: at least one value is needed"
        ) { _ = try LinearModel.ridge(DesignMatrix(column: []), [], lambda: 1) },
        Mistake(
            testDescription: "a missing feature", error: .notFinite(argument: "x", row: 1, column: 0),
            words: "x is not finite at row 1, column 0: remove or replace infinite and missing values first"
        ) { _ = try LinearModel.lasso(DesignMatrix(column: [1, .nan, 3]), [1, 2, 3], lambda: 1) },
        Mistake(
            testDescription: "an infinite target", error: .notFinite(argument: "y", row: 3, column: nil),
            words: "y is not finite at row 3: remove or replace infinite and missing values first"
        ) { _ = try LinearModel.leastSquares(x, [1, 2, 3, .infinity]) },
        Mistake(
            testDescription: "a negative penalty",
            error: .setting(name: "lambda", value: -0.5, allowed: "a penalty is 0 or more, and finite"),
            words: "lambda is -0.5, which is outside what it can be: a penalty is 0 or more, and finite"
        ) { _ = try LinearModel.ridge(x, y, lambda: -0.5) },
        Mistake(
            testDescription: "an infinite penalty",
            error: .setting(name: "lambda", value: .infinity, allowed: "a penalty is 0 or more, and finite"),
            words: "lambda is inf, which is outside what it can be: a penalty is 0 or more, and finite"
        ) { _ = try LinearModel.lassoPath(x, y, lambdas: [1, .infinity]) },
        Mistake(
            testDescription: "no penalties", error: .empty(argument: "lambdas"),
            words: "lambdas is empty: at least one value is needed"
        ) { _ = try LinearModel.lassoPath(x, y, lambdas: []) },
        Mistake(
            testDescription: "a mixture above one",
            error: .setting(name: "alpha", value: 1.5, allowed: "a mixture is from 0 (ridge) to 1 (lasso)"),
            words: "alpha is 1.5, which is outside what it can be: a mixture is from 0 (ridge) to 1 (lasso)"
        ) { _ = try LinearModel.elasticNet(x, y, lambda: 1, alpha: 1.5) },
        Mistake(
            testDescription: "a path of ridge without penalties",
            error: .setting(name: "alpha", value: 0, allowed: "above 0, unless the lambdas are given"),
            words: "alpha is 0, which is outside what it can be: above 0, unless the lambdas are given"
        ) { _ = try LinearModel.elasticNetPath(x, y, alpha: 0) },
        Mistake(
            testDescription: "a path of targets that never change",
            error: .setting(
                name: "the largest useful lambda", value: 0, allowed: "some feature must vary with y"),
            words: "the largest useful lambda is 0, which is outside what it can be: some feature must vary with y"
        ) { _ = try LinearModel.lassoPath(x, [2, 2, 2, 2]) },
        Mistake(
            testDescription: "a feature twice", error: .rankDeficient(rank: 1, features: 2, dependent: 1),
            words:
                "the 2 features carry only 1 independent direction, so least squares has no single answer: leave out "
                + "feature 1, which the others or the intercept already make up, or use ridge with lambda above 0"
        ) { _ = try LinearModel.leastSquares(x.selecting(columns: [0, 0]), y) },
        Mistake(
            testDescription: "a constant feature beside the intercept",
            error: .rankDeficient(rank: 1, features: 2, dependent: 1),
            words:
                "the 2 features carry only 1 independent direction, so least squares has no single answer: leave out "
                + "feature 1, which the others or the intercept already make up, or use ridge with lambda above 0"
        ) { _ = try LinearModel.leastSquares(DesignMatrix(rows: [[1, 0.1], [2, 0.1], [4, 0.1]]), [1, 2, 3]) },
        Mistake(
            testDescription: "more features than rows",
            error: .rankDeficient(rank: 1, features: 3, dependent: 1),
            words:
                "the 3 features carry only 1 independent direction, so least squares has no single answer: leave out "
                + "feature 1, which the others or the intercept already make up, or use ridge with lambda above 0"
        ) { _ = try LinearModel.leastSquares(DesignMatrix(rows: [[1, 2, 4], [2, 1, 8]]), [1, 2]) },
        Mistake(
            testDescription: "rows of other features", error: .features(count: 2, expected: 1),
            words:
                "the model was fitted on 1 feature a row and was given 2: "
                + "prepare new rows just as those it was fitted on"
        ) { _ = try LinearModel.leastSquares(x, y).predict(DesignMatrix(rows: [[1, 2]])) },
        Mistake(
            testDescription: "a row to predict from with a missing value",
            error: .notFinite(argument: "features", row: 0, column: nil),
            words: "features is not finite at row 0: remove or replace infinite and missing values first"
        ) { _ = try LinearModel.leastSquares(x, y).predict([.nan]) },
        Mistake(
            testDescription: "values near Double's limit", error: .overflow,
            words: "the values are too large for Double arithmetic: standardize the features and rescale the targets"
        ) { _ = try LinearModel.lasso(DesignMatrix(column: [1e200, -1e200, 3e200]), [1, 2, 3], lambda: 1) },
        Mistake(
            testDescription: "targets that differ by more than Double holds", error: .overflow,
            words: "the values are too large for Double arithmetic: standardize the features and rescale the targets"
        ) { _ = try LinearModel.leastSquares(x, [1e308, -1e308, 1.7e308, -1.7e308]) },
        Mistake(
            testDescription: "features that differ by more than Double holds", error: .overflow,
            words: "the values are too large for Double arithmetic: standardize the features and rescale the targets"
        ) { _ = try LinearModel.leastSquares(DesignMatrix(column: [1.7e308, -1.7e308, 1.7e308, -1.7e308]), y) },
        Mistake(
            testDescription: "a penalty near Double's limit", error: .overflow,
            words: "the values are too large for Double arithmetic: standardize the features and rescale the targets"
        ) { _ = try LinearModel.lasso(x, y, lambda: 1e308) },
        Mistake(
            testDescription: "a split of other rows",
            error: .setting(name: "a row of the splits", value: 7, allowed: "0 to 3"),
            words: "a row of the splits is 7, which is outside what it can be: 0 to 3"
        ) {
            let splits = [RowSplit(training: [0, 1], heldOut: [7]), RowSplit(training: [0], heldOut: [1])]
            _ = try CrossValidation.elasticNet(x, y, alpha: 1, splits: splits)
        },
        Mistake(
            testDescription: "a power near Double's limit", error: .overflow,
            words: "the values are too large for Double arithmetic: standardize the features and rescale the targets"
        ) { _ = try PolynomialFeatures(degree: 4).apply([1e100]) },
        Mistake(
            testDescription: "more folds than rows",
            error: .tooFewRows(rows: 4, needed: 10, purpose: "cross-validation with 10 folds"),
            words: "cross-validation with 10 folds needs at least 10 rows and there are 4"
        ) { _ = try CrossValidation.lasso(x, y, folds: 10, seed: 1) },
        Mistake(
            testDescription: "one fold", error: .setting(name: "folds", value: 1, allowed: "2 or more"),
            words: "folds is 1, which is outside what it can be: 2 or more"
        ) { _ = try RowSplit.folds(rows: 4, folds: 1, seed: 1) },
        Mistake(
            testDescription: "a split that leaves nothing",
            error: .tooFewRows(rows: 1, needed: 2, purpose: "holding out 0.5 of the rows and keeping some"),
            words: "holding out 0.5 of the rows and keeping some needs at least 2 rows and there is 1"
        ) { _ = try RowSplit.random(rows: 1, holdingOut: 0.5, seed: 1) },
        Mistake(
            testDescription: "more neighbors than rows",
            error: .tooFewRows(rows: 4, needed: 5, purpose: "a vote of 5 neighbors"),
            words: "a vote of 5 neighbors needs at least 5 rows and there are 4"
        ) { _ = try KNearestNeighbors(x, y, k: 5) },
        Mistake(
            testDescription: "no neighbors", error: .setting(name: "k", value: 0, allowed: "1 or more"),
            words: "k is 0, which is outside what it can be: 1 or more"
        ) { _ = try KNearestNeighbors(x, y, k: 0) },
        Mistake(
            testDescription: "a negative degree", error: .setting(name: "degree", value: -1, allowed: "0 or more"),
            words: "degree is -1, which is outside what it can be: 0 or more"
        ) { _ = try PolynomialFeatures(degree: -1) },
        Mistake(
            testDescription: "an interval of one point",
            error: .setting(name: "the interval's width", value: 0, allowed: "above 0, and finite"),
            words: "the interval's width is 0, which is outside what it can be: above 0, and finite"
        ) { _ = try PolynomialFeatures(degree: 1, mapping: 2...2) },
        Mistake(
            testDescription: "predictions at other points",
            error: .length(argument: "predictions", count: 1, expected: 2, of: "truth"),
            words: "predictions has 1 value but truth has 2: they belong together, so pass the same rows of both"
        ) { _ = try BiasVariance(predictions: [[1, 2], [1]], truth: [1, 2], noiseVariance: 1, seed: 1) },
        Mistake(
            testDescription: "one data set",
            error: .setting(name: "the number of data sets", value: 1, allowed: "2 or more"),
            words: "the number of data sets is 1, which is outside what it can be: 2 or more"
        ) { _ = try BiasVariance(predictions: [[1]], truth: [1], noiseVariance: 1, seed: 1) },
        Mistake(
            testDescription: "errors of another number of candidates",
            error: .length(argument: "a fold of foldErrors", count: 2, expected: 1, of: "parameters"),
            words:
                "a fold of foldErrors has 2 values but parameters has 1: they belong together, so pass the same rows "
                + "of both"
        ) {
            let splits = try RowSplit.folds(rows: 4, folds: 2, seed: 1)
            _ = try CrossValidation(parameters: [1], foldErrors: [[1], [1, 2]], splits: splits, simpler: .larger)
        },
        Mistake(
            testDescription: "negative noise",
            error: .setting(name: "noiseVariance", value: -1, allowed: "0 or more, and finite"),
            words: "noiseVariance is -1, which is outside what it can be: 0 or more, and finite"
        ) { _ = try BiasVariance(predictions: [[1], [2]], truth: [1], noiseVariance: -1, seed: 1) },
        Mistake(
            testDescription: "a rate of zero",
            error: .setting(name: "learningRate", value: 0, allowed: "above 0, and finite"),
            words: "learningRate is 0, which is outside what it can be: above 0, and finite"
        ) { _ = try LinearModel.gradientDescentPath(x, y, learningRate: 0, steps: 1) },
        Mistake(
            testDescription: "a rate that diverges", error: .overflow,
            words: "the values are too large for Double arithmetic: standardize the features and rescale the targets"
        ) { _ = try LinearModel.gradientDescentPath(x, y, learningRate: 1000, steps: 1000) },
    ]

    @Test(arguments: mistakes)
    func `a mistake is refused in a sentence`(mistake: Mistake) {
        #expect(throws: mistake.error) { try mistake.action() }
        #expect(mistake.error.description == mistake.words)
    }
}
