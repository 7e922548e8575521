import Foundation
import Prelude
import Testing

/// Decimals are written without the C library, so that the browser writes the same.
@Suite struct `A number with fixed decimals` {
    @Test(arguments: [
        (0.8829, 3, "0.883"), (0.5, 0, "0"), (1.5, 0, "2"), (2.5, 0, "2"), (0.125, 2, "0.12"), (-0.0, 1, "-0.0"),
        (-2.675, 2, "-2.67"), (1e21, 1, "1000000000000000000000.0"), (5e-324, 3, "0.000"), (0, 2, "0.00"),
        (.nan, 2, "nan"), (-.infinity, 2, "-inf"), (999.9996, 3, "1000.000"),
    ])
    func `is rounded to the nearest, from halfway to an even digit`(number: Double, digits: Int, text: String) {
        #expect(number.fixed(digits) == text)
    }

    @Test func `is what the C library writes`() {
        var random = SplitMix64(seed: 3)
        for _ in 0..<2000 {
            let number = Double(bitPattern: random.next())
            guard number.isFinite, abs(number) < 1e60 else { continue }
            let digits = Int(random.next() % 12)
            #expect(number.fixed(digits) == String(format: "%.\(digits)f", number))
        }
    }
}
