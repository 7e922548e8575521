/// A fully connected layer: y = f(x W + b).
///
/// `[batch, units] = f([batch, inputs] × [inputs, units] + [units])`. The kernel begins Glorot uniform and the bias 0, as
/// in Keras.
public final class Dense: Layer {
    /// How many outputs there are.
    public let units: Int
    /// What is applied to them.
    public let activation: ActivationFunction
    private let useBias: Bool
    private let initializers: (kernel: Initializer, bias: Initializer)
    private let regularizers: (kernel: Regularizer?, bias: Regularizer?, activity: Regularizer?)
    private let constraints: (kernel: Constraint?, bias: Constraint?)

    private var kernel = Parameter.none
    private var bias: Parameter?
    private var transposed = Scratch.none
    private var sums: Scratch?

    /// - Parameters:
    ///   - units: how many outputs.
    ///   - activation: what is applied to them.
    ///   - useBias: whether there is a bias.
    ///   - kernelInitializer: the kernel's first values, `[inputs, units]`.
    ///   - biasInitializer: the bias's first values, `[units]`.
    ///   - kernelRegularizer: the kernel's penalty.
    ///   - biasRegularizer: the bias's penalty.
    ///   - activityRegularizer: the output's penalty, divided by the number of examples.
    ///   - kernelConstraint: what holds for the kernel after every step; norms are those of its columns (axis 0).
    ///   - biasConstraint: what holds for the bias.
    public init(
        _ units: Int, activation: ActivationFunction = .linear, useBias: Bool = true,
        kernelInitializer: Initializer = .glorotUniform, biasInitializer: Initializer = .zeros,
        kernelRegularizer: Regularizer? = nil, biasRegularizer: Regularizer? = nil,
        activityRegularizer: Regularizer? = nil, kernelConstraint: Constraint? = nil,
        biasConstraint: Constraint? = nil
    ) {
        self.units = units
        self.activation = activation
        self.useBias = useBias
        initializers = (kernelInitializer, biasInitializer)
        regularizers = (kernelRegularizer, biasRegularizer, activityRegularizer)
        constraints = (kernelConstraint, biasConstraint)
    }

    public override var kind: String { "dense" }

    public override var activityRegularizer: Regularizer? { regularizers.activity }

    public override func build(_ input: [Int], _ make: Construction) throws(NetworkError) -> [Int] {
        guard units > 0 else { throw .badUnits(layer: name, units: units) }
        guard input.count == 1 else {
            throw .shapeMismatch(layer: name, expected: "[features]", given: input, cause: .missingFlatten)
        }
        kernel = try make.parameter(
            "kernel", [input[0], units], initializer: initializers.kernel, regularizer: regularizers.kernel,
            constraint: constraints.kernel)
        if useBias {
            bias = try make.parameter(
                "bias", [units], initializer: initializers.bias, regularizer: regularizers.bias,
                constraint: constraints.bias)
        }
        if index > 0 { transposed = make.scratch(rows: units, columns: input[0]) }
        if activation == .gelu { sums = make.scratch(columns: units) }
        return [units]
    }

    public override func forward(_ x: Matrix, _ y: Matrix, _ pass: Pass) {
        var epilogue = Kernels.Epilogue(bias: bias?.value, sums: sums?.matrix)
        if !leavesLogits { epilogue.activation = activation }
        if pass.isTraining, let absorbed { epilogue.dropout = (absorbed.probability, pass.key(of: absorbed.index)) }
        // [batch, units] = [batch, inputs] × [inputs, units]
        pass.kernels.product(x, kernel.value, into: y, epilogue)
        if activation == .softmax, !leavesLogits { pass.kernels.activate(.softmax, y, into: y) }
    }

    public override func backward(_ x: Matrix, _ y: Matrix, _ dy: Matrix, _ dx: Matrix?, _ pass: Pass) {
        // dz = dy f′(z), in dy's place
        if let absorbed {
            pass.kernels.droppedReluBack(rate: absorbed.probability, y: y, dy: dy, into: dy)
        } else if !leavesLogits, activation != .linear {
            pass.kernels.activateBack(activation, x: sums?.matrix ?? y, y: y, dy: dy, into: dy)
        }
        // [inputs, units] = [batch, inputs]ᵀ × [batch, units]
        pass.kernels.productOfTransposed(x, dy, into: kernel.gradient)
        if let bias { pass.kernels.columnSums(dy, into: bias.gradient) }
        if let dx {
            // [batch, inputs] = [batch, units] × [units, inputs]
            pass.kernels.transpose(kernel.value, into: transposed.matrix)
            pass.kernels.product(dy, transposed.matrix, into: dx)
        }
    }

    package override var finalActivation: ActivationFunction { activation }

    package override var canDrop: Bool { activation == .relu && activityRegularizer == nil }
}
