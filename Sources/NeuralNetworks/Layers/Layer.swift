/// One step of a network: what it computes, and how a change of its output changes its input and its parameters.
///
/// Subclass it to write a layer of your own. `build` says which parameters there are and what shape comes out;
/// `forward` computes the output; `backward` receives the loss's gradient with respect to the output and writes those
/// with respect to the parameters and, where asked, the input. Both write into memory the model owns, so that a training
/// step allocates nothing.
///
/// ```swift
/// final class Scale: Layer {
///     private var gain = Parameter.none
///
///     override func build(_ input: [Int], _ make: Construction) throws(NetworkError) -> [Int] {
///         gain = try make.parameter("gain", [input[0]], initializer: .ones)
///         return input
///     }
///     override func forward(_ x: Matrix, _ y: Matrix, _ pass: Pass) {            // y = x · gain
///         for r in 0..<x.rows { for c in 0..<x.columns { y[r, c] = x[r, c] * gain.value[0, c] } }
///     }
///     override func backward(_ x: Matrix, _ y: Matrix, _ dy: Matrix, _ dx: Matrix?, _ pass: Pass) {
///         for c in 0..<x.columns {
///             var sum: Float = 0
///             for r in 0..<x.rows {
///                 sum += dy[r, c] * x[r, c]
///                 dx?[r, c] = dy[r, c] * gain.value[0, c]
///             }
///             gain.gradient[0, c] = sum
///         }
///     }
/// }
/// ```
///
/// A layer belongs to one model: its parameters live there.
open class Layer {
    /// The layer's name in its model, such as `dense_1`; empty before it has one.
    public package(set) final var name = ""

    /// The shape of one example of its output, such as `[128]`; empty before the model is built.
    public package(set) final var outputShape: [Int] = []

    /// The layer's position in the model, from 0.
    public package(set) final var index = 0

    /// Whether a model already owns it.
    package final var isBuilt = false

    #if hasFeature(Embedded)
        /// A new layer, without parameters until its model is built.
        @inline(__always)
        public init() { Subclassing.keepMethods(of: self) }
    #else
        /// A new layer, without parameters until its model is built.
        public init() {}
    #endif

    /// What kind of layer this is, as Keras spells it; its name begins with this.
    open var kind: String { "layer" }

    /// A penalty on the output, divided by the number of examples as in Keras 3.
    open var activityRegularizer: Regularizer? { nil }

    /// Whether the layer only regards its input as of another shape: `forward` and `backward` are then never called.
    open var isView: Bool { false }

    /// Makes the layer's parameters.
    ///
    /// - Parameters:
    ///   - input: the shape of one example, without the batch.
    ///   - make: makes parameters, states and scratch memory.
    /// - Returns: the shape of one example of the output.
    open func build(_ input: [Int], _ make: Construction) throws(NetworkError) -> [Int] { input }

    /// Computes `y`, `[batch, outputs]`, from `x`, `[batch, inputs]`: examples are flattened to rows.
    open func forward(_ x: Matrix, _ y: Matrix, _ pass: Pass) { y.copy(x) }

    /// From `dy`, the loss's gradient with respect to `y`, writes those of the parameters and, unless it is nil, `dx`.
    ///
    /// `x` and `y` are as `forward` saw and left them; `dy` may be overwritten.
    open func backward(_ x: Matrix, _ y: Matrix, _ dy: Matrix, _ dx: Matrix?, _ pass: Pass) { dx?.copy(dy) }

    /// An activation at the end of this layer which a loss may take over, to work from logits.
    package var finalActivation: ActivationFunction { .linear }

    /// Whether the loss has taken the final activation over.
    package final var leavesLogits = false

    /// Whether the next layer's dropout can be done in this one's pass over its output.
    package var canDrop: Bool { false }

    /// Dropout that this layer does in the next one's stead, in training.
    package final var absorbed: Dropout?

    /// Itself, where it is dropout.
    package var asDropout: Dropout? { nil }
}
