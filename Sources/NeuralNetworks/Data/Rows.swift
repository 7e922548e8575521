/// Which stored examples a dataset names, in which order.
package enum Rows: Sendable {
    case range(Range<Int>)
    case list([Int32])

    package var count: Int {
        switch self {
        case .range(let range): range.count
        case .list(let list): list.count
        }
    }

    /// The stored index of the `position`-th example.
    package subscript(position: Int) -> Int {
        switch self {
        case .range(let range): range.lowerBound + position
        case .list(let list): Int(list[position])
        }
    }

    /// Some of these rows: `positions` lies within `0 ..< count`.
    package subscript(positions: Range<Int>) -> Rows {
        switch self {
        case .range(let range):
            .range(range.lowerBound + positions.lowerBound..<range.lowerBound + positions.upperBound)
        case .list(let list): .list(Array(list[positions]))
        }
    }
}
