/// How large gradients are bounded before a step; penalties are part of the gradient.
public enum Clipping: Equatable, Sendable {
    /// Each parameter's gradient is scaled to a Euclidean norm of at most this (Keras's `clipnorm`).
    case norm(Double)
    /// All gradients together are scaled to a norm of at most this (Keras's `global_clipnorm`; Pascanu et al. 2013).
    case globalNorm(Double)
    /// Each number is held between −value and +value (Keras's `clipvalue`).
    case value(Double)

    var bound: Double {
        switch self {
        case .norm(let bound), .globalNorm(let bound), .value(let bound): bound
        }
    }
}
