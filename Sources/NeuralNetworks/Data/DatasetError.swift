/// What is wrong with the arrays a ``Dataset`` was to be made from.
public enum DatasetError: Error, Equatable, Sendable {
    /// Which of a dataset's arrays is meant.
    public enum Part: Sendable {
        /// The inputs.
        case feature
        /// The target values.
        case target
    }

    /// A shape without dimensions, with one that is not positive, or of more than 2²⁸ numbers.
    case badShape([Int])
    /// The inputs are not a whole number of examples, or not as many as there are labels.
    case wrongValueCount(given: Int, shape: [Int], examples: Int)
    /// There are not as many target values as examples ask for.
    case wrongTargetCount(given: Int, expected: Int)
    /// A label that names no class.
    case labelOutOfRange(row: Int, label: Int, classes: Int)
    /// A row of a one-hot matrix that is not one 1 among zeros.
    case notOneHot(row: Int)
    /// Labelled data need at least one class.
    case noClasses
    /// NaN or infinity among the values.
    case notFinite(Part, row: Int, column: Int)
    /// A subset that names an example which is not there.
    case noSuchRow(Int, count: Int)
    /// A fraction outside `0 ... 1`.
    case badFraction(Double)
    /// An operation on images asked of data whose examples are not `[height, width]`.
    case notImages(shape: [Int])
    /// An operation on classes asked of data whose targets are values.
    case notLabelled
}

extension DatasetError: CustomStringConvertible {
    /// The error as a sentence: what is wrong, what was expected, what would cure it.
    public var description: String {
        switch self {
        case .badShape(let shape):
            "an example's shape is \(shape), but it needs at least one dimension, each 1 or more, and at most 2²⁸ numbers"
        case .wrongValueCount(let given, let shape, let examples):
            "\(examples) examples of shape \(shape) need \(examples * shape.reduce(1, *)) values, but there are "
                + "\(given): are the inputs and the labels of the same set, and is the shape that of one example?"
        case .wrongTargetCount(let given, let expected):
            "the examples need \(expected) target values, but there are \(given): is the target's shape that of one "
                + "example?"
        case .labelOutOfRange(let row, let label, let classes):
            "label \(label) of example \(row) is outside 0 ..< \(classes): labels count from 0, so \(classes) classes "
                + "end at \(classes - 1)"
        case .notOneHot(let row):
            "row \(row) of the one-hot labels is not a single 1 among zeros: pass class numbers as 'labels:', or "
                + "probabilities as 'targets:'"
        case .noClasses:
            "labelled data need at least one class"
        case .notFinite(let part, let row, let column):
            "\(part == .feature ? "feature" : "target value") \(column) of example \(row) is NaN or infinite: fill in or "
                + "drop missing values first"
        case .noSuchRow(let row, let count):
            "there is no example \(row): the dataset holds \(count), numbered from 0"
        case .badFraction(let fraction):
            "the fraction \(fraction) is outside 0 ... 1"
        case .notImages(let shape):
            "this needs images of shape [height, width], but the examples have shape \(shape)"
        case .notLabelled:
            "this needs labelled data, but the targets are values"
        }
    }
}
