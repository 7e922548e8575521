/// One block of aligned floats, zero at first, from which matrices are taken in turn.
package final class Memory {
    package let base: UnsafeMutablePointer<Float>
    package let count: Int
    private var used = 0

    /// - Throws: ``NetworkError/outOfMemory(bytes:)``.
    package init(count: Int) throws(NetworkError) {
        guard let base = Kernels.allocate(count) else { throw .outOfMemory(bytes: count * 4) }
        self.base = base
        self.count = count
    }

    deinit { Kernels.free(base) }

    /// The next `rows * padded(columns)` floats, which the block was made large enough to hold.
    package func take(rows: Int, columns: Int) -> Matrix {
        let matrix = Matrix(base + used, rows: rows, columns: columns)
        used += matrix.span
        assert(used <= count)
        return matrix
    }
}
