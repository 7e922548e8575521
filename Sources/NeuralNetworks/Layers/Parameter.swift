/// Numbers of a layer that live in its model: weights that are learnt, or a state such as a running mean.
///
/// In memory a parameter is a matrix: all dimensions but the last are rows. A vector is one row.
public final class Parameter {
    /// The name within the model, such as `dense_1/kernel`.
    public let name: String
    /// The shape, such as `[784, 128]`.
    public let shape: [Int]
    /// Whether the optimizer changes it.
    public let isTrainable: Bool
    /// Its penalty.
    public let regularizer: Regularizer?
    /// What holds after every step.
    public let constraint: Constraint?
    package let initializer: Initializer
    package var storage: (value: Matrix, gradient: Matrix)?

    init(
        name: String, shape: [Int], isTrainable: Bool, regularizer: Regularizer?, constraint: Constraint?,
        initializer: Initializer
    ) {
        self.name = name
        self.shape = shape
        self.isTrainable = isTrainable
        self.regularizer = regularizer
        self.constraint = constraint
        self.initializer = initializer
    }

    /// A parameter that is not there yet, for a layer to hold until it is built.
    public static var none: Parameter {
        Parameter(
            name: "", shape: [0], isTrainable: false, regularizer: nil, constraint: nil, initializer: .zeros)
    }

    /// The numbers.
    ///
    /// - Precondition: the layer's model is built.
    public var value: Matrix {
        guard let storage else { preconditionFailure("a parameter has a value only in a built model") }
        return storage.value
    }

    /// The loss's gradient with respect to the numbers, which the layer's `backward` writes.
    ///
    /// - Precondition: the layer's model is built and the parameter is trainable.
    public var gradient: Matrix {
        guard let storage else { preconditionFailure("a parameter has a gradient only in a built model") }
        return storage.gradient
    }

    /// How many numbers there are.
    public var count: Int { shape.reduce(1, *) }

    package var rows: Int { shape.dropLast().reduce(1, *) }
    package var columns: Int { shape.last ?? 0 }
    /// How many floats it spans in memory.
    package var span: Int { rows * padded(columns) }
}

/// Memory for a layer's intermediate results: not saved, not learnt.
public final class Scratch {
    package let rows: Int?
    package let columns: Int
    package var memory: Matrix?

    init(rows: Int?, columns: Int) {
        self.rows = rows
        self.columns = columns
    }

    /// Scratch memory that is not there yet, for a layer to hold until it is built.
    public static var none: Scratch { Scratch(rows: 0, columns: 0) }

    /// The memory, `[rows, columns]`.
    ///
    /// - Precondition: called from the layer's `forward` or `backward`.
    public var matrix: Matrix {
        guard let memory else { preconditionFailure("scratch memory is there in forward and backward only") }
        return memory
    }
}
