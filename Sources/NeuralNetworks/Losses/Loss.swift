/// What training makes small: a number per example, averaged over the batch.
public struct Loss: Equatable, Sendable {
    package enum Kind: Sendable {
        case categoricalCrossentropy, sparseCategoricalCrossentropy, binaryCrossentropy
        case meanSquaredError, meanAbsoluteError, huber
    }

    package let kind: Kind
    package let labelSmoothing: Double
    package let delta: Double

    private init(_ kind: Kind, labelSmoothing: Double = 0, delta: Double = 1) {
        self.kind = kind
        self.labelSmoothing = labelSmoothing
        self.delta = delta
    }

    /// −Σ tⱼ ln pⱼ over classes, for one-hot targets (implied by labels) or probabilities.
    ///
    /// After a final softmax the two are one operation on logits, exact where probabilities underflow. Otherwise
    /// outputs are taken for probabilities: divided by their sum and clipped to 1e-7 … 1 − 1e-7, as in Keras.
    public static let categoricalCrossentropy = Loss(.categoricalCrossentropy)

    /// Categorical cross-entropy against t (1 − ε) + ε / K in place of t, for ε in `0 ..< 1` (Szegedy et al. 2016).
    public static func categoricalCrossentropy(labelSmoothing: Double) -> Loss {
        Loss(.categoricalCrossentropy, labelSmoothing: labelSmoothing)
    }

    /// Categorical cross-entropy for class numbers; datasets keep these anyway, so it equals the above.
    public static let sparseCategoricalCrossentropy = Loss(.sparseCategoricalCrossentropy)

    /// −(t ln p + (1 − t) ln(1 − p)), averaged over outputs.
    ///
    /// After a final sigmoid it is computed from logits; otherwise outputs are clipped as above. A single output takes
    /// data of two classes, with the probability of class 1.
    public static let binaryCrossentropy = Loss(.binaryCrossentropy)

    /// Binary cross-entropy against t (1 − ε) + ε / 2, for ε in `0 ..< 1`.
    public static func binaryCrossentropy(labelSmoothing: Double) -> Loss {
        Loss(.binaryCrossentropy, labelSmoothing: labelSmoothing)
    }

    /// (y − t)², averaged over outputs.
    public static let meanSquaredError = Loss(.meanSquaredError)

    /// |y − t|, averaged over outputs.
    public static let meanAbsoluteError = Loss(.meanAbsoluteError)

    /// ½ d² where |d| ≤ 1, else |d| − ½, for d = y − t, averaged over outputs.
    public static let huber = huber(delta: 1)

    /// ½ d² where |d| ≤ δ, else δ |d| − ½ δ², for δ > 0 (Huber 1964).
    public static func huber(delta: Double) -> Loss { Loss(.huber, delta: delta) }

    /// The name, as Keras spells it.
    public var name: String {
        switch kind {
        case .categoricalCrossentropy: "categorical_crossentropy"
        case .sparseCategoricalCrossentropy: "sparse_categorical_crossentropy"
        case .binaryCrossentropy: "binary_crossentropy"
        case .meanSquaredError: "mean_squared_error"
        case .meanAbsoluteError: "mean_absolute_error"
        case .huber: "huber"
        }
    }

    package var isCategorical: Bool { kind == .categoricalCrossentropy || kind == .sparseCategoricalCrossentropy }

    func check() throws(NetworkError) {
        guard labelSmoothing >= 0, labelSmoothing < 1 else { throw .badLabelSmoothing(labelSmoothing) }
        guard delta > 0, delta.isFinite else { throw .badHuberDelta(delta) }
    }
}
