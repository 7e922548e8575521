/// How bars or areas at one place stand on each other.
public enum MarkStackingMethod: Hashable, Sendable {
    /// Each on the end of the one before, from zero.
    case standard
    /// The same as shares of their sum, from 0 to 1.
    case normalized
    /// The same with zero in their middle.
    case center
    /// Each from zero.
    case unstacked
}
