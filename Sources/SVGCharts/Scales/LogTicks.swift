/// Where a logarithmic axis is labelled: at powers of ten, and between them where there is room.
struct LogTicks {
    let lower: Double
    let upper: Double
    let count: Int

    /// Powers of ten, thinned to the count; with 2 and 5, or 1 to 9, where few powers lie on the axis.
    var values: [Double] {
        let low = Int(Mathematics.log10(lower).rounded(.down)), high = Int(Mathematics.log10(upper).rounded(.up))
        let powers = Array(low...max(low, high))
        for digits in [[1.0, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 5], [1, 3]] {
            let found = on(powers.flatMap { power in digits.map { Mathematics.scaled($0, powerOfTen: power) } })
            if found.count <= count { return found.count >= 2 ? found : ends }
        }
        let step = max(1, (powers.count + count - 1) / max(count, 1))
        let found = on(powers.filter { $0 % step == 0 }.map { Mathematics.scaled(1, powerOfTen: $0) })
        return found.count >= 2 ? found : ends
    }

    /// Zero, and powers of ten on both sides.
    static func symmetric(lower: Double, upper: Double, count: Int) -> [Double] {
        let reach = max(abs(lower), abs(upper), 1)
        let high = Int(Mathematics.log10(reach).rounded(.down))
        let step = max(1, (high + 1) * (lower < 0 && upper > 0 ? 2 : 1) / max(count - 1, 1))
        let powers = stride(from: high, through: 0, by: -step).reversed().map { Mathematics.powerOfTen($0) }
        return (powers.reversed().map { -$0 } + [0] + powers).filter { $0 >= lower && $0 <= upper }
    }

    private var ends: [Double] { [lower, upper] }

    private func on(_ values: [Double]) -> [Double] {
        values.filter { $0 >= lower * (1 - 1e-9) && $0 <= upper * (1 + 1e-9) }
    }
}
