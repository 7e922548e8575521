/// The columns of a matrix, less their means where an intercept is fitted: with them centred, and the targets too, the
/// intercept needs no column and no penalty reaches it.
struct CenteredColumns {
    /// Each column's values, `[features][rows]`.
    var columns: [[Double]]
    /// What was taken from each column; zeros where nothing was.
    var means: [Double]
    /// Each centred column's length ‖x‖; exactly 0 where only rounding tells the column from a constant.
    var norms: [Double]

    init(_ x: DesignMatrix, centering: Bool) {
        columns = []
        means = []
        norms = []
        for index in 0..<x.columns {
            let original = x.column(index)
            let mean = centering ? Self.mean(original) : 0
            var centred = original.map { $0 - mean }
            var norm = Self.norm(centred)
            let largest = original.reduce(0) { max($0, $1.magnitude) }
            if norm <= largest * (Double(x.rows) * .ulpOfOne) {
                centred = Array(repeating: 0, count: x.rows)
                norm = 0
            }
            columns.append(centred)
            means.append(mean)
            norms.append(norm)
        }
    }

    /// The mean, corrected by the mean of what the first attempt leaves: exact for a constant.
    static func mean(_ values: [Double]) -> Double {
        let count = Double(values.count)
        let first = values.reduce(0) { $0 + $1 / count }
        return first + values.reduce(0) { $0 + ($1 - first) } / count
    }

    /// √Σv² over the values from a position on, without overflow.
    static func norm(_ values: [Double], from start: Int = 0) -> Double {
        var largest = 0.0
        for index in start..<values.count { largest = max(largest, values[index].magnitude) }
        guard largest > 0, largest.isFinite else { return largest }
        // A power of two near the largest, so that scaling rounds nothing.
        let scale = Double(sign: .plus, exponent: -largest.exponent, significand: 1)
        guard scale.isFinite, scale > 0 else { return largest }
        var sum = 0.0
        for index in start..<values.count {
            let scaled = values[index] * scale
            sum += scaled * scaled
        }
        return sum.squareRoot() / scale
    }
}
