extension DesignMatrix {
    /// The singular values d₁ ≥ d₂ ≥ …, `[min(rows, columns)]`, by one-sided Jacobi rotations.
    ///
    /// Ridge shrinks the data's component along the j-th principal direction by d²/(d² + λ) (ESL, equation 3.47).
    ///
    /// - Throws: `LinearModelError` where an element is not finite.
    public func singularValues() throws(LinearModelError) -> [Double] {
        try Checks.finite(self)
        let tall = rows >= columns ? self : transposed
        var columns = (0..<tall.columns).map { tall.column($0) }
        // Convergence is quadratic: a dozen sweeps suffice, and the limit only ends a quarrel about rounding.
        var rotated = true
        for _ in 0..<60 where rotated {
            rotated = false
            for p in columns.indices {
                for q in columns.indices where q > p {
                    if DesignMatrix.orthogonalize(&columns, p, q) { rotated = true }
                }
            }
        }
        return columns.map { CenteredColumns.norm($0) }.sorted(by: >)
    }

    /// The largest singular value over the smallest: about how many times a relative error in the targets can grow in
    /// least squares' coefficients. Infinite where the columns are dependent.
    ///
    /// - Throws: `LinearModelError` where the matrix is empty or an element is not finite.
    public func conditionNumber() throws(LinearModelError) -> Double {
        let values = try singularValues()
        guard let largest = values.first, let smallest = values.last else { throw .empty(argument: "matrix") }
        return columns > rows || smallest == 0 ? .infinity : largest / smallest
    }

    /// Rotates two columns until they are orthogonal; false where they already were.
    private static func orthogonalize(_ columns: inout [[Double]], _ p: Int, _ q: Int) -> Bool {
        let a = CenteredColumns.norm(columns[p])
        let b = CenteredColumns.norm(columns[q])
        guard a > 0, b > 0 else { return false }
        var cosine = 0.0
        for i in columns[p].indices { cosine += columns[p][i] / a * (columns[q][i] / b) }
        guard cosine.magnitude > 1e-15 * Double(columns[p].count).squareRoot() else { return false }
        let zeta = (b / a - a / b) / (2 * cosine)
        let t = (zeta < 0 ? -1 : 1) / (zeta.magnitude + (1 + zeta * zeta).squareRoot())
        guard t != 0 else { return false }
        let c = 1 / (1 + t * t).squareRoot()
        for i in columns[p].indices {
            let (x, y) = (columns[p][i], columns[q][i])
            columns[p][i] = c * (x - t * y)
            columns[q][i] = c * (t * x + y)
        }
        return true
    }
}
