import NeuralNetworks
import Testing

/// The kernels' own functions against the system's, in Double, over all magnitudes.
@Suite struct FunctionTests {
    @Test(arguments: Functions.all.map { $0.0 })
    func `activations are right to a few units in the last place`(_ name: String) throws {
        let (_, activation, function) = try #require(Functions.all.first { $0.0 == name })
        var x: [Float] = [0, -0.0, 1e-30, -1e-30, 87, -87, 88.7, -104, 1000, -1000]
        for exponent in -20...6 {
            for mantissa in 0..<40 {
                let value = Float(sign: .plus, exponent: exponent, significand: 1 + Float(mantissa) / 40)
                x += [value, -value]
            }
        }
        let bench = try Bench(Activation(activation), input: [x.count], rows: 1)
        let y = bench.forward(x)
        for (x, y) in zip(x, y) {
            let wanted = function(Double(x))
            // GELU's tail is a difference of numbers near 1 from 4 deviations on.
            let allowed = 6e-7 * wanted.magnitude + (name == "gelu" ? 1e-7 : 1e-37)
            #expect((Double(y) - wanted).magnitude <= allowed, "\(name)(\(x)) is \(y), not \(wanted)")
        }
    }

    @Test func `NaN passes through every activation`() throws {
        for (name, activation, _) in Functions.all {
            let bench = try Bench(Activation(activation), input: [1], rows: 1)
            #expect(bench.forward([.nan])[0].isNaN, "\(name)")
        }
    }
}
