import Foundation
import SVGCharts
import Testing

/// Numbers as text, and the functions behind scales, against Foundation's.
@Suite struct NumberTests {
    @Test(arguments: [
        (0.885, 2, "0.89"), (-3, 0, "−3"), (-0.001, 2, "0.00"), (1e20, 0, "10²⁰"), (12.345, 1, "12.3"),
        (0.05, 2, "0.05"),
    ])
    func `a fixed number of decimals`(_ value: Double, _ decimals: Int, _ text: String) {
        #expect(NumberText.fixed(value, decimals) == text)
    }

    @Test(arguments: [
        (0.8839166, "0.8839"), (1.5, "1.5"), (60000, "60000"), (1e-7, "10⁻⁷"), (2.5e6, "2.5×10⁶"), (-4e-9, "−4×10⁻⁹"),
        (1e23, "10²³"), (9.999e6, "10⁷"), (0, "0"), (.infinity, "–"),
    ])
    func `a number for people`(_ value: Double, _ text: String) {
        #expect(NumberText.people(value) == text)
    }

    @Test(arguments: [
        (0.1 + 0.2, 1, "0.3"), (12345, 0, "12,345"), (-54321, 0, "−54,321"), (2000, 0, "2000"), (3e6, 0, "3×10⁶"),
    ])
    func `a number on an axis`(_ value: Double, _ decimals: Int, _ text: String) {
        #expect(NumberText.tick(value, decimals: decimals) == text)
    }

    @Test(arguments: [0.1, -3, 1e-7, 12345.678, 1e22])
    func `a number in a file reads back as itself`(_ value: Double) {
        #expect(Double(NumberText.plain(value)) == value)
    }

    @Test func `logarithm and exponential agree with the C library`() {
        for step in -600...600 {
            let x = Double(step) / 10
            #expect(abs(Mathematics.exp(x) / Foundation.exp(x) - 1) < 1e-13)
            let y = Foundation.exp(x)
            #expect(abs(Mathematics.ln(y) - Foundation.log(y)) <= 1e-14 * max(1, abs(x)))
        }
        for power in -22...22 { #expect(Mathematics.log10(Mathematics.powerOfTen(power)) == Double(power)) }
        #expect(Mathematics.ln(0) == -.infinity && Mathematics.ln(-1).isNaN && Mathematics.exp(1000) == .infinity)
    }
}
