/// xʸ for x > 0: the whole part of y by squaring, the rest by square roots. Swift's standard library has no `pow`, and the
/// system's would not give the same bits everywhere.
func power(_ x: Double, _ y: Double) -> Double {
    if y < 0 { return 1 / power(x, -y) }
    let whole = y.rounded(.down)
    var result = 1.0, square = x, rest = whole
    while rest > 0 {
        let half = (rest / 2).rounded(.down)
        if rest - 2 * half == 1 { result *= square }
        square *= square
        rest = half
    }
    var root = x, fraction = y - whole
    while fraction > 0 {
        root = root.squareRoot()
        fraction *= 2
        if fraction >= 1 {
            result *= root
            fraction -= 1
        }
    }
    return result
}

/// cos πx for x in 0 ... 1, by Taylor's series of sin around the quarter turn.
func cosineOfHalfTurns(_ x: Double) -> Double {
    let angle = (0.5 - x) * Double.pi
    var term = angle, sum = angle
    for i in 1...12 {
        term *= -angle * angle / Double(2 * i * (2 * i + 1))
        sum += term
    }
    return sum
}
