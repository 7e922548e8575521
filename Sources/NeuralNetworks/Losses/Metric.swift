/// Something measured: the key into a ``History`` and an ``Evaluation``.
///
/// Names are Keras's; a metric on validation data begins with `val_`. Make one of your own with
/// `Metric("testAccuracy")` to record a value under it.
public struct Metric: Hashable, Sendable {
    package enum Computation: Equatable, Sendable {
        case accuracy, topK(Int), squaredError, absoluteError, weightNorm, sparsity
    }

    /// The name, such as `val_accuracy`.
    public let name: String
    package let computation: Computation?

    /// A metric that you record yourself.
    public init(_ name: String) { self.init(name, nil) }

    private init(_ name: String, _ computation: Computation?) {
        self.name = name
        self.computation = computation
    }

    /// The loss with all penalties, as Keras reports it.
    public static let loss = Metric("loss")
    /// The loss without penalties: what to compare across λ.
    public static let bareLoss = Metric("bare_loss")
    /// The share of examples whose largest output is the label's, the first of equals; for a single output, on which
    /// side of ½ it lies.
    public static let accuracy = Metric("accuracy", .accuracy)
    /// The share of examples whose label is among the five largest outputs.
    public static let topKAccuracy = topKAccuracy(5)
    /// The share of examples whose label is among the `k` largest outputs.
    public static func topKAccuracy(_ k: Int) -> Metric { Metric("top_\(k)_accuracy", .topK(k)) }
    /// The mean of (y − t)².
    public static let meanSquaredError = Metric("mean_squared_error", .squaredError)
    /// The mean of |y − t|.
    public static let meanAbsoluteError = Metric("mean_absolute_error", .absoluteError)
    /// The Euclidean norm of all trainable weights, after the epoch.
    public static let weightNorm = Metric("weight_norm", .weightNorm)
    /// The share of trainable weights that are exactly 0, after the epoch.
    public static let sparsity = Metric("sparsity", .sparsity)
    /// The learning rate of the epoch's last step.
    public static let learningRate = Metric("learning_rate")

    /// The loss on validation data, penalties included.
    public static let validationLoss = loss.onValidation
    /// The loss on validation data without penalties.
    public static let validationBareLoss = bareLoss.onValidation
    /// The accuracy on validation data.
    public static let validationAccuracy = accuracy.onValidation

    /// The same on validation data.
    public var onValidation: Metric { Metric("val_" + name, computation) }

    /// Two metrics of the same name are the same.
    public static func == (a: Metric, b: Metric) -> Bool { a.name == b.name }

    /// Hashes the name.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }

    /// Whether more is better, or nil where that is not known.
    package var higherIsBetter: Bool? {
        switch computation {
        case .accuracy, .topK: true
        case .squaredError, .absoluteError: false
        case .weightNorm, .sparsity: nil
        case nil:
            [.loss, .bareLoss, .validationLoss, .validationBareLoss].contains(self) ? false : nil
        }
    }

    /// Whether it is measured on weights, not on examples.
    package var isOfWeights: Bool { computation == .weightNorm || computation == .sparsity }
}
