/// What is made to hold for weights after every optimizer step.
///
/// Norms are those of the columns of a `[inputs, units]` kernel (Keras's axis 0): the weights into one unit.
public enum Constraint: Equatable, Sendable {
    /// w · min(‖w‖, c) / (1e-7 + ‖w‖): a norm of at most `c` (Srivastava et al. 2014). Keras's default is 2.
    case maxNorm(Double = 2)
    /// w / (1e-7 + ‖w‖): a norm of 1.
    case unitNorm
    /// Negative weights become 0.
    case nonNegative

    func check(layer: String) throws(NetworkError) {
        if case .maxNorm(let norm) = self, !(norm > 0 && norm.isFinite) {
            throw .badNorm(layer: layer, norm: norm)
        }
    }
}
