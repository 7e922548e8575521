/// A dense matrix of `Double`s, row after row: the observations that a model is fitted to.
///
/// (`NeuralNetworks` calls a view of a network's memory `Matrix`; a chapter may need both.)
///
///     let x = try DesignMatrix(rows: [[1, 2], [3, 4], [5, 6]])   // [3, 2]: three observations of two features
///     x[2, 0]                                              // 5
///
/// Subscripts, like an array's, must lie inside the matrix; everything else that can go wrong throws.
public struct DesignMatrix: Sendable, Equatable {
    /// The number of rows: observations, where the matrix holds data.
    public let rows: Int
    /// The number of columns: features, where the matrix holds data.
    public let columns: Int
    /// The elements, row-major: `[rows × columns]`.
    public private(set) var elements: [Double]

    /// A matrix of the elements given row by row.
    ///
    /// - Parameter elements: `rows × columns` values, the first row first.
    /// - Throws: ``LinearModelError/elementCount(rows:columns:count:)`` where their number is another.
    public init(rows: Int, columns: Int, elements: [Double]) throws(LinearModelError) {
        let (count, overflow) = rows.multipliedReportingOverflow(by: columns)
        guard rows >= 0, columns >= 0, !overflow, elements.count == count else {
            throw .elementCount(rows: rows, columns: columns, count: elements.count)
        }
        self.init(unchecked: rows, columns, elements)
    }

    /// A matrix of the rows given, each of the same length.
    ///
    /// - Throws: ``LinearModelError/ragged(row:count:expected:)`` where one is longer or shorter than the first.
    public init(rows: [[Double]]) throws(LinearModelError) {
        let columns = rows.first?.count ?? 0
        for (index, row) in rows.enumerated() where row.count != columns {
            throw .ragged(row: index, count: row.count, expected: columns)
        }
        self.init(unchecked: rows.count, columns, rows.flatMap { $0 })
    }

    /// One feature as a matrix `[values.count, 1]`.
    public init(column values: [Double]) {
        self.init(unchecked: values.count, 1, values)
    }

    /// The element in a row and column, both counted from 0.
    public subscript(row: Int, column: Int) -> Double {
        get {
            precondition(column >= 0 && column < columns, "column out of range")
            return elements[row * columns + column]
        }
        set {
            precondition(column >= 0 && column < columns, "column out of range")
            elements[row * columns + column] = newValue
        }
    }

    package init(unchecked rows: Int, _ columns: Int, _ elements: [Double]) {
        self.rows = rows
        self.columns = columns
        self.elements = elements
    }

    package init(_ rows: Int, _ columns: Int, _ element: (Int, Int) -> Double) {
        var elements: [Double] = []
        elements.reserveCapacity(rows * columns)
        for row in 0..<rows {
            for column in 0..<columns { elements.append(element(row, column)) }
        }
        self.init(unchecked: rows, columns, elements)
    }
}

extension DesignMatrix {
    /// One row: an observation's features, `[columns]`.
    public func row(_ index: Int) -> [Double] {
        Array(elements[index * columns..<(index + 1) * columns])
    }

    /// One column: a feature's values, `[rows]`.
    public func column(_ index: Int) -> [Double] {
        (0..<rows).map { self[$0, index] }
    }

    /// The rows of these numbers in this order, repetitions allowed: `[indices.count, columns]`.
    public func selecting(rows indices: [Int]) -> DesignMatrix {
        DesignMatrix(indices.count, columns) { self[indices[$0], $1] }
    }

    /// The columns of these numbers in this order, repetitions allowed: `[rows, indices.count]`.
    public func selecting(columns indices: [Int]) -> DesignMatrix {
        DesignMatrix(rows, indices.count) { self[$0, indices[$1]] }
    }

    /// Rows and columns exchanged: `[columns, rows]`.
    public var transposed: DesignMatrix {
        DesignMatrix(columns, rows) { self[$1, $0] }
    }

    /// The matrix product `[rows, other.columns] = [rows, columns] × [other.rows, other.columns]`.
    ///
    /// - Throws: ``LinearModelError/product(left:right:)`` where `columns` is not `other.rows`.
    public func times(_ other: DesignMatrix) throws(LinearModelError) -> DesignMatrix {
        guard columns == other.rows else {
            throw .product(left: [rows, columns], right: [other.rows, other.columns])
        }
        return DesignMatrix(rows, other.columns) { row, column in
            var sum = 0.0
            for k in 0..<columns { sum += self[row, k] * other[k, column] }
            return sum
        }
    }

    /// The product with a vector: `[rows] = [rows, columns] × [columns]`.
    ///
    /// - Throws: ``LinearModelError/product(left:right:)`` where `columns` is not `vector.count`.
    public func times(_ vector: [Double]) throws(LinearModelError) -> [Double] {
        guard columns == vector.count else {
            throw .product(left: [rows, columns], right: [vector.count])
        }
        return (0..<rows).map { row in
            var sum = 0.0
            for k in 0..<columns { sum += self[row, k] * vector[k] }
            return sum
        }
    }
}
