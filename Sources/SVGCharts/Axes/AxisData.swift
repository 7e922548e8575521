/// What the marks put on one axis.
package struct AxisData {
    /// The name given with the values.
    package let label: String?
    package private(set) var categories: [String] = []
    package private(set) var hasCategories = false
    package private(set) var lower = Double.infinity
    package private(set) var upper = -Double.infinity
    /// The smallest number above zero: where a logarithmic axis can begin.
    package private(set) var smallestPositive = Double.infinity
    /// Whether every number is whole.
    package private(set) var isWhole = true
    /// The least distance between two neighbouring bars that stand on numbers, where there are any.
    package private(set) var spacing: Double?

    /// Whether nothing of it can be drawn.
    package var isEmpty: Bool { !hasCategories && lower > upper }

    /// Takes from each mark its value on the axis, and the other end where it has one.
    package init(
        _ marks: [MarkDescriptor], from: (MarkDescriptor) -> Channel?, to: (MarkDescriptor) -> Channel?, label: String?
    ) {
        self.label = label
        var bars: [Double] = []
        for mark in marks {
            let (start, end) = (from(mark), to(mark))
            if let start { add(start.datum) }
            if let end { add(end.datum) }
            if mark.kind == .bar, end == nil, let number = start?.datum.finite { bars.append(number) }
        }
        spacing = Self.spacing(of: bars)
        guard hasCategories || marks.count <= Self.mostNumbersAsNames else { return }
        var index = HashIndex()
        for mark in marks {
            for case let channel? in [from(mark), to(mark)] {
                let name = channel.datum.name
                guard index.first(name.fingerprint, where: { categories[$0] == name }) == nil else { continue }
                index.append(name.fingerprint)
                categories.append(name)
            }
        }
    }

    /// Beyond this nobody wants a place for each number.
    private static let mostNumbersAsNames = 4096

    private mutating func add(_ datum: Datum) {
        hasCategories = hasCategories || datum.isCategory
        guard let number = datum.finite else { return }
        lower = min(lower, number)
        upper = max(upper, number)
        if number > 0 { smallestPositive = min(smallestPositive, number) }
        isWhole = isWhole && number == number.rounded()
    }

    private static func spacing(of numbers: [Double]) -> Double? {
        let sorted = numbers.sorted()
        return zip(sorted, sorted.dropFirst()).lazy.map { $1 - $0 }.filter { $0 > 0 }.min()
    }
}
