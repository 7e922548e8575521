/// A view of numbers in a model's memory: `[rows, columns]`, row-major.
///
/// It is valid inside the `forward` or `backward` that received it, and reaches the very numbers the model uses:
/// writing through it writes them.
///
/// ```swift
/// for row in 0..<x.rows { for column in 0..<x.columns { y[row, column] = 2 * x[row, column] } }
/// ```
public struct Matrix {
    /// The number of rows: the batch's examples, for activations.
    public let rows: Int
    /// The number of columns: the features, for activations.
    public let columns: Int
    @usableFromInline package let base: UnsafeMutablePointer<Float>
    /// How far apart rows lie: a multiple of 16 that is at least `columns`.
    @usableFromInline package let stride: Int

    package init(_ base: UnsafeMutablePointer<Float>, rows: Int, columns: Int) {
        self.base = base
        self.rows = rows
        self.columns = columns
        self.stride = padded(columns)
    }

    /// The number at a row and a column.
    ///
    /// - Precondition: both lie within the matrix.
    @inlinable
    public subscript(row: Int, column: Int) -> Float {
        get {
            precondition(row >= 0 && row < rows && column >= 0 && column < columns, "outside the matrix")
            return base[row * stride + column]
        }
        nonmutating set {
            precondition(row >= 0 && row < rows && column >= 0 && column < columns, "outside the matrix")
            base[row * stride + column] = newValue
        }
    }
}

extension Matrix {
    /// How many floats the matrix spans, padding included.
    package var span: Int { rows * stride }

    /// The first rows.
    package func prefix(_ rows: Int) -> Matrix { Matrix(base, rows: rows, columns: columns) }

    /// The numbers without padding, row-major.
    package var values: [Float] {
        var values: [Float] = []
        values.reserveCapacity(rows * columns)
        for row in 0..<rows {
            for column in 0..<columns { values.append(base[row * stride + column]) }
        }
        return values
    }

    /// Writes numbers without padding, row-major.
    package func assign(_ values: [Float]) {
        for row in 0..<rows {
            for column in 0..<columns { base[row * stride + column] = values[row * columns + column] }
        }
    }

    /// Copies another matrix of the same shape, padding included.
    package func copy(_ other: Matrix) { base.update(from: other.base, count: span) }

    package func fill(_ value: Float) {
        for row in 0..<rows {
            for column in 0..<columns { base[row * stride + column] = value }
        }
    }

    /// Whether every number is finite, and if not, which row is the first with one that is not.
    package var firstNonFiniteRow: Int? {
        for row in 0..<rows {
            for column in 0..<columns where !base[row * stride + column].isFinite { return row }
        }
        return nil
    }
}

/// The next multiple of 16: how wide a row of `count` floats is in memory.
package func padded(_ count: Int) -> Int { (count + 15) & ~15 }
