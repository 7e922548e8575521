/// An arithmetic sequence of labels whose values are kept as whole multiples, so that 0.3 is 0.3 and not
/// 0.30000000000000004.
package struct TickSequence: Hashable, Sendable {
    /// The first label as a multiple of the unit.
    let start: Double
    /// How many units lie between two labels.
    let skip: Int
    /// How many labels there are.
    let count: Int
    /// The unit's leading digits: one of the nice steps.
    let nice: Double
    /// The unit's power of ten.
    let power: Int

    package var values: [Double] { (0..<count).map(value) }

    var first: Double { value(0) }
    var last: Double { value(count - 1) }

    /// Whether zero is among the labels.
    var hasZero: Bool {
        start <= 0 && start + Double(skip * (count - 1)) >= 0
            && start.truncatingRemainder(dividingBy: Double(skip)) == 0
    }

    /// Whether all labels are whole numbers.
    var isWhole: Bool { decimals == 0 }

    /// How many digits after the point the labels need, at most.
    package var decimals: Int {
        var mantissas = [start * nice * 10, Double(skip) * nice * 10]
        var decimals = 1 - power
        while decimals > 0, mantissas.allSatisfy({ $0.truncatingRemainder(dividingBy: 10) == 0 }) {
            mantissas = mantissas.map { $0 / 10 }
            decimals -= 1
        }
        return max(decimals, 0)
    }

    private func value(_ index: Int) -> Double {
        let mantissa = (start + Double(index * skip)) * nice
        return mantissa == 0 ? 0 : Mathematics.scaled(mantissa, powerOfTen: power)
    }
}
