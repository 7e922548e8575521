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
    /// The least distance between two neighbouring numbers, where there are any.
    package let spacing: Double?

    /// Whether nothing of it can be drawn.
    package var isEmpty: Bool { !hasCategories && lower > upper }

    package init(_ channels: [Channel], label: String?) {
        self.label = label
        var numbers: [Double] = []
        var seen: Set<String> = []
        for channel in channels {
            hasCategories = hasCategories || channel.datum.isCategory
            if let number = channel.datum.finite { numbers.append(number) }
        }
        if hasCategories || numbers.count <= 4096 {
            for channel in channels where seen.insert(channel.datum.name).inserted {
                categories.append(channel.datum.name)
            }
        }
        for number in numbers {
            lower = min(lower, number)
            upper = max(upper, number)
            if number > 0 { smallestPositive = min(smallestPositive, number) }
            isWhole = isWhole && number == number.rounded()
        }
        spacing = Self.spacing(of: numbers)
    }

    private static func spacing(of numbers: [Double]) -> Double? {
        let sorted = numbers.sorted()
        return zip(sorted, sorted.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }.min()
    }
}
