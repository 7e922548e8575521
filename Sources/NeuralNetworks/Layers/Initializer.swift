/// How a parameter's first values are drawn.
///
/// The fans of a `[inputs, outputs]` kernel are its two dimensions.
public enum Initializer: Equatable, Sendable {
    /// All 0.
    case zeros
    /// All 1.
    case ones
    /// All the same number.
    case constant(Double)
    /// Uniform between −√(6 / (inputs + outputs)) and +√(…), Keras's default (Glorot and Bengio 2010).
    case glorotUniform
    /// Normal with variance 2 / inputs (He et al. 2015), not truncated.
    case heNormal
    /// Uniform within ±√(6 / inputs) (He et al. 2015).
    case heUniform
    /// Normal with mean 0.
    case normal(standardDeviation: Double)
    /// Uniform in a range.
    case uniform(low: Double, high: Double)
}

extension Initializer {
    /// Writes a parameter's first values.
    func fill(_ parameter: Parameter, key: Key, kernels: Kernels) throws(NetworkError) {
        let value = parameter.value
        let inputs = Double(value.rows), outputs = Double(value.columns)
        switch self {
        case .zeros: value.fill(0)
        case .ones: value.fill(1)
        case .constant(let constant): value.fill(Float(constant))
        case .glorotUniform:
            let limit = (6 / (inputs + outputs)).squareRoot()
            try draw(value) { kernels.uniform(key, in: Float(-limit)...Float(limit), into: $0, count: $1) }
        case .heUniform:
            let limit = (6 / inputs).squareRoot()
            try draw(value) { kernels.uniform(key, in: Float(-limit)...Float(limit), into: $0, count: $1) }
        case .uniform(let low, let high):
            guard low.isFinite, high.isFinite, low <= high else {
                throw .badInitializer(parameter: parameter.name, value: low)
            }
            try draw(value) { kernels.uniform(key, in: Float(low)...Float(high), into: $0, count: $1) }
        case .heNormal:
            try draw(value, scale: Float((2 / inputs).squareRoot())) { kernels.normal(key, into: $0, count: $1) }
        case .normal(let deviation):
            guard deviation.isFinite, deviation >= 0 else {
                throw .badInitializer(parameter: parameter.name, value: deviation)
            }
            try draw(value, scale: Float(deviation)) { kernels.normal(key, into: $0, count: $1) }
        }
    }
}

private extension Initializer {
    /// Random numbers for the elements in row-major order, whatever the padding.
    func draw(
        _ value: Matrix, scale: Float = 1, _ random: (UnsafeMutablePointer<Float>, Int) -> Void
    ) throws(NetworkError) {
        let count = value.rows * value.columns
        let numbers = try Memory(count: padded(count))
        defer { withExtendedLifetime(numbers) {} }
        random(numbers.base, padded(count))
        for row in 0..<value.rows {
            for column in 0..<value.columns {
                value[row, column] = numbers.base[row * value.columns + column] * scale
            }
        }
    }
}
