import NeuralNetworks
import Testing

/// Every layer's backward against central differences of a reference of its forward, in Double: the library's gradients
/// are held against mathematics, not against themselves.
@Suite struct GradientTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let layer: @Sendable () -> Layer
        /// y from x `[rows][columns]` and the parameters by name.
        let forward: @Sendable ([[Double]], [String: [Double]]) -> [[Double]]
    }

    static let cases: [Case] =
        Functions.all.map { name, activation, function in
            Case(testDescription: "Dense \(name)", layer: { Dense(5, activation: activation) }) { x, parameters in
                dense(x, parameters, units: 5).map { $0.map(function) }
            }
        }
        + Functions.all.map { name, activation, function in
            Case(testDescription: "Activation \(name)", layer: { Activation(activation) }) { x, _ in
                x.map { $0.map(function) }
            }
        } + [
            Case(testDescription: "Dense softmax", layer: { Dense(5, activation: .softmax) }) { x, parameters in
                dense(x, parameters, units: 5).map { Functions.softmax($0) }
            },
            Case(testDescription: "Activation softmax", layer: { Activation(.softmax) }) { x, _ in
                x.map { Functions.softmax($0) }
            },
            Case(testDescription: "BatchNormalization", layer: { BatchNormalization() }) { x, parameters in
                let columns = x[0].indices.map { column in normalized(x.map { $0[column] }) }
                return x.indices.map { row in
                    columns.indices.map { columns[$0][row] * parameters["gamma"]![$0] + parameters["beta"]![$0] }
                }
            },
            Case(testDescription: "LayerNormalization", layer: { LayerNormalization() }) { x, parameters in
                x.map { row in
                    let h = normalized(row)
                    return h.indices.map { h[$0] * parameters["gamma"]![$0] + parameters["beta"]![$0] }
                }
            },
        ]

    @Test(arguments: cases)
    func `gradients are those of finite differences`(_ test: Case) throws {
        #expect(try Check(test.layer(), test.forward).worst() <= 1)
    }

    @Test func `a wrong gradient is caught`() throws {
        let check = try Check(WrongSquare()) { x, _ in x.map { $0.map { $0 * $0 } } }
        #expect(try check.worst() > 1)
    }

    @Test func `dropout's gradient is its mask, which forward and backward share`() throws {
        // The mask frozen at one step: what forward does to ones.
        let bench = try Bench(Dropout(0.3), input: [7], rows: 6)
        let mask = bench.forward(Array(repeating: 1, count: 42)).map { Double($0) }
        let check = try Check(Dropout(0.3)) { x, _ in
            x.indices.map { row in x[row].indices.map { x[row][$0] * mask[row * 7 + $0] } }
        }
        #expect(try check.worst() <= 1)
    }

    private static func dense(_ x: [[Double]], _ parameters: [String: [Double]], units: Int) -> [[Double]] {
        x.map { row in
            (0..<units).map { unit in
                row.indices.reduce(parameters["bias"]![unit]) {
                    $0 + row[$1] * parameters["kernel"]![$1 * units + unit]
                }
            }
        }
    }

    private static func normalized(_ values: [Double]) -> [Double] {
        let n = Double(values.count), mean = values.reduce(0, +) / n
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n
        return values.map { ($0 - mean) / (variance + 1e-3).squareRoot() }
    }
}

/// y = x², with a gradient that forgets the 2.
private final class WrongSquare: Layer {
    override func forward(_ x: Matrix, _ y: Matrix, _ pass: Pass) {
        for row in 0..<x.rows { for column in 0..<x.columns { y[row, column] = x[row, column] * x[row, column] } }
    }

    override func backward(_ x: Matrix, _ y: Matrix, _ dy: Matrix, _ dx: Matrix?, _ pass: Pass) {
        guard let dx else { return }
        for row in 0..<x.rows { for column in 0..<x.columns { dx[row, column] = dy[row, column] * x[row, column] } }
    }
}
