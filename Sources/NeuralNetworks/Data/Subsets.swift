extension Dataset {
    /// The first `n` examples, or all where there are fewer.
    public func prefix(_ n: Int) -> Dataset { viewing(rows[0..<clamped(n)]) }

    /// The last `n` examples, or all where there are fewer.
    public func suffix(_ n: Int) -> Dataset { viewing(rows[count - clamped(n)..<count]) }

    /// All but the first `n` examples.
    public func dropFirst(_ n: Int = 1) -> Dataset { viewing(rows[clamped(n)..<count]) }

    /// All but the last `n` examples.
    public func dropLast(_ n: Int = 1) -> Dataset { viewing(rows[0..<count - clamped(n)]) }

    /// The examples at `indices`, in that order; an index may come more than once, as in a bootstrap sample.
    ///
    /// - Throws: ``DatasetError/noSuchRow(_:count:)``.
    public func subset(_ indices: [Int]) throws(DatasetError) -> Dataset {
        var list: [Int32] = []
        list.reserveCapacity(indices.count)
        for index in indices {
            guard index >= 0, index < count else { throw .noSuchRow(index, count: count) }
            list.append(Int32(rows[index]))
        }
        return viewing(.list(list))
    }

    /// The examples before and after a share of them: `split(at: 0.8)` gives the first floor(0.8 n) and the rest.
    ///
    /// - Throws: ``DatasetError/badFraction(_:)``.
    public func split(at fraction: Double) throws(DatasetError) -> (Dataset, Dataset) {
        guard fraction >= 0, fraction <= 1 else { throw .badFraction(fraction) }
        let cut = Int(Double(count) * fraction)
        return (prefix(cut), dropFirst(cut))
    }
}

private extension Dataset {
    func clamped(_ n: Int) -> Int { min(max(n, 0), count) }
}
