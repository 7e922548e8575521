/// What a layer makes its parameters with, while its model is being built.
public final class Construction {
    package private(set) var parameters: [Parameter] = []
    package private(set) var scratches: [Scratch] = []
    private let layer: String

    package init(layer: String) { self.layer = layer }

    /// A parameter that the optimizer learns.
    ///
    /// - Parameters:
    ///   - name: its name in the layer, such as `kernel`.
    ///   - shape: its shape; the last dimension is contiguous.
    ///   - initializer: its first values.
    ///   - regularizer: its penalty in the loss.
    ///   - constraint: what is made to hold after every step.
    /// - Throws: ``NetworkError`` for a negative penalty or a shape without elements.
    public func parameter(
        _ name: String, _ shape: [Int], initializer: Initializer = .glorotUniform, regularizer: Regularizer? = nil,
        constraint: Constraint? = nil
    ) throws(NetworkError) -> Parameter {
        try regularizer?.check(layer: layer)
        try constraint?.check(layer: layer)
        return try add(
            Parameter(
                name: "\(layer)/\(name)", shape: shape, isTrainable: true, regularizer: regularizer,
                constraint: constraint, initializer: initializer))
    }

    /// Numbers that belong to the layer and are saved with it, but not learnt by the optimizer.
    public func state(_ name: String, _ shape: [Int], initializer: Initializer) throws(NetworkError) -> Parameter {
        try add(
            Parameter(
                name: "\(layer)/\(name)", shape: shape, isTrainable: false, regularizer: nil, constraint: nil,
                initializer: initializer))
    }

    /// Memory for intermediate results with one row per example of a batch.
    public func scratch(columns: Int) -> Scratch { add(Scratch(rows: nil, columns: columns)) }

    /// Memory for intermediate results of a fixed size.
    public func scratch(rows: Int, columns: Int) -> Scratch { add(Scratch(rows: rows, columns: columns)) }
}

private extension Construction {
    func add(_ parameter: Parameter) throws(NetworkError) -> Parameter {
        guard !parameter.shape.isEmpty, parameter.shape.allSatisfy({ $0 > 0 }) else {
            throw .badParameterShape(name: parameter.name, shape: parameter.shape)
        }
        // Too large to count is too large to hold.
        var count = 1
        for dimension in parameter.shape {
            guard dimension <= (1 << 28) / count else { throw .outOfMemory(bytes: Int.max) }
            count *= dimension
        }
        parameters.append(parameter)
        return parameter
    }

    func add(_ scratch: Scratch) -> Scratch {
        scratches.append(scratch)
        return scratch
    }
}
