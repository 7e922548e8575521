/// The order in which a dataset's examples are visited, as stored indices.
package final class Order {
    private let indices: UnsafeMutableBufferPointer<Int32>
    private let rows: Rows

    package init(_ data: Dataset) {
        rows = data.rows
        indices = .allocate(capacity: data.count)
        reset()
    }

    deinit { indices.deallocate() }

    package var count: Int { indices.count }

    /// The indices from a position on.
    package func from(_ position: Int) -> UnsafePointer<Int32> { UnsafePointer(indices.baseAddress! + position) }

    /// A fresh random order that depends on the key alone.
    package func shuffle(_ key: Key, kernels: Kernels) {
        reset()
        kernels.shuffle(key, indices)
    }

    private func reset() {
        for position in indices.indices { indices[position] = Int32(rows[position]) }
    }
}
