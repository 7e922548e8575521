/// How a line gets from one point to the next.
public enum InterpolationMethod: Hashable, Sendable {
    /// Straight.
    case linear
    /// A smooth curve that never overshoots its points (Fritsch and Carlson 1980).
    case monotone
    /// A smooth curve through the points, which may overshoot them.
    case catmullRom
    /// Level, with a step at the next point.
    case stepEnd
    /// A step at once, then level.
    case stepStart
    /// Level, with the step half-way.
    case stepCenter
}
