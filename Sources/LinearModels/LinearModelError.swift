/// What was wrong with an argument: the facts, which ``description`` puts into a sentence.
public enum LinearModelError: Error, Equatable, Sendable {
    /// A matrix of `rows × columns` was given another number of elements.
    case elementCount(rows: Int, columns: Int, count: Int)
    /// A row of a matrix has another length than the first.
    case ragged(row: Int, count: Int, expected: Int)
    /// Two factors whose inner sizes differ; their shapes.
    case product(left: [Int], right: [Int])
    /// There are no values to work on.
    case empty(argument: String)
    /// Two arguments that belong together row by row differ in length.
    case length(argument: String, count: Int, expected: Int, of: String)
    /// A model of `expected` features was asked about rows of `count`.
    case features(count: Int, expected: Int)
    /// A value is infinite or not a number. `column` is nil in a vector.
    case notFinite(argument: String, row: Int, column: Int?)
    /// Finite values were so large that a result was not.
    case overflow
    /// A setting lies outside what is allowed.
    case setting(name: String, value: Double, allowed: String)
    /// The features do not determine the coefficients: `dependent` is one that the others, or the intercept, make up.
    case rankDeficient(rank: Int, features: Int, dependent: Int)
    /// More folds, neighbours or the like were asked for than there are rows.
    case tooFewRows(rows: Int, needed: Int, purpose: String)
    /// Coordinate descent used up its sweeps before the duality gap was small enough.
    case notConverged(lambda: Double, gap: Double, sweeps: Int)
}

extension LinearModelError: CustomStringConvertible {
    /// What is wrong, what was expected, and the likely fix.
    public var description: String {
        switch self {
        case .elementCount(let rows, let columns, let count):
            "a matrix of shape [\(rows), \(columns)] does not hold \(elements(count)): give rows × columns of them"
        case .ragged(let row, let count, let expected):
            "row \(row) has \(elements(count)) and row 0 has \(expected): all rows of a matrix are equally long"
        case .product(let left, let right):
            "shapes \(shape(left)) and \(shape(right)) cannot be multiplied: "
                + "the first's columns (\(left[left.count - 1])) must be as many as the second's rows (\(right[0]))"
        case .empty(let argument):
            "\(argument) is empty: at least one value is needed"
        case .length(let argument, let count, let expected, let other):
            "\(argument) has \(elements(count)) but \(other) has \(expected): "
                + "they belong together, so pass the same rows of both"
        case .features(let count, let expected):
            "the model was fitted on \(expected) feature\(expected == 1 ? "" : "s") a row and was given \(count): "
                + "prepare new rows just as those it was fitted on"
        case .notFinite(let argument, let row, let column):
            "\(argument) is not finite at row \(row)\(column.map { ", column \($0)" } ?? ""): "
                + "remove or replace infinite and missing values first"
        case .overflow:
            "the values are too large for Double arithmetic: standardize the features and rescale the targets"
        case .setting(let name, let value, let allowed):
            "\(name) is \(plain(value)), which is outside what it can be: \(allowed)"
        case .rankDeficient(let rank, let features, let dependent):
            "the \(features) features carry only \(rank) independent direction"
                + "\(rank == 1 ? "" : "s"), so least squares has no single answer: leave out feature \(dependent), which the others or the intercept already "
                + "make up, or use ridge with lambda above 0"
        case .tooFewRows(let rows, let needed, let purpose):
            "\(purpose) needs at least \(needed) rows and there \(rows == 1 ? "is 1" : "are \(rows)")"
        case .notConverged(let lambda, let gap, let sweeps):
            "coordinate descent at lambda \(lambda) still had a relative duality gap of \(gap) after \(sweeps) sweeps: "
                + "standardize the features, or take a larger lambda or a larger tolerance"
        }
    }
}

extension LinearModelError {
    private func elements(_ count: Int) -> String {
        count == 1 ? "1 value" : "\(count) values"
    }

    /// Whole numbers without a fraction: settings such as a number of folds are among them.
    private func plain(_ value: Double) -> String {
        Int(exactly: value).map { "\($0)" } ?? "\(value)"
    }

    private func shape(_ sizes: [Int]) -> String {
        "[\(sizes.map { "\($0)" }.joined(separator: ", "))]"
    }
}
