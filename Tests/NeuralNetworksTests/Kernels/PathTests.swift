import NeuralNetworks
import Testing

/// The promise that every instruction set computes the same bits, kernel by kernel and for whole runs.
@Suite struct PathTests {
    private static let others = [Kernels.Path.portable, .avx2].compactMap { Kernels($0) }

    @Test func `this processor has the path that the others are compared with`() {
        #expect(!Self.others.isEmpty)
        #expect(Kernels(.portable) != nil)
    }

    @Test func `a network with everything in it trains to the same bits on every path`() throws {
        func trained(_ kernels: Kernels) throws -> (Weights, History) {
            let model = Sequential(
                seed: 9, kernels: kernels,
                layers: [
                    GaussianNoise(0.05),
                    Dense(
                        40, activation: .relu, kernelRegularizer: .l1l2(l1: 1e-4, l2: 1e-3),
                        kernelConstraint: .maxNorm(1)),
                    BatchNormalization(), Dropout(0.3), Dense(20, activation: .gelu), LayerNormalization(),
                    GaussianDropout(0.1), Dense(18, activation: .tanh, activityRegularizer: .l2(1e-3)), Dropout(0.2),
                    Dense(17, activation: .elu), Dense(17, activation: .sigmoid), Dense(3, activation: .softmax),
                ])
            model.compile(
                optimizer: .adam(weightDecay: 0.01, clipping: .globalNorm(1)),
                loss: .categoricalCrossentropy(labelSmoothing: 0.1), metrics: [.accuracy, .weightNorm])
            let history = try model.fit(Blobs.data(count: 101), epochs: 2, batchSize: 16, validationSplit: 0.2)
            return (try model.weights, history)
        }
        let wanted = try trained(.fastest)
        #expect(wanted.1[.loss].allSatisfy { $0.isFinite })
        for kernels in Self.others {
            let got = try trained(kernels)
            #expect(got == wanted, "\(kernels.name)")
        }
    }

    @Test(arguments: [(1, 1, 1), (5, 3, 7), (12, 32, 64), (13, 16, 5), (64, 128, 100), (37, 50, 41), (24, 33, 17)])
    func `products are sums in the order of k with one rounding a term, within the bound of analysis`(
        _ m: Int, _ n: Int, _ k: Int
    ) throws {
        var random = Congruential(state: UInt64(m * 7 + n * 3 + k))
        let memory = try Memory(count: 200_000)
        let a = memory.take(rows: m, columns: k), b = memory.take(rows: k, columns: n)
        let aT = memory.take(rows: k, columns: m)
        a.assign(random.floats(m * k))
        b.assign(random.floats(k * n))
        Kernels.fastest.transpose(a, into: aT)
        for kernels in Self.others + [.fastest] {
            let c = memory.take(rows: m, columns: n), d = memory.take(rows: m, columns: n)
            kernels.product(a, b, into: c)
            kernels.productOfTransposed(aT, b, into: d)
            #expect(c.values == d.values)
            for row in 0..<m {
                for column in 0..<n {
                    var ordered: Float = 0, exact = 0.0, magnitude = 0.0
                    for i in 0..<k {
                        ordered.addProduct(a[row, i], b[i, column])
                        exact += Double(a[row, i]) * Double(b[i, column])
                        magnitude += (Double(a[row, i]) * Double(b[i, column])).magnitude
                    }
                    #expect(c[row, column] == ordered)
                    #expect((Double(ordered) - exact).magnitude <= 2 * Double(k) * 0x1p-24 * magnitude)
                }
            }
        }
    }

    @Test func `emulated fused multiply-add rounds once, in the hard cases too`() throws {
        let kernels = try #require(Kernels(.portable))
        let memory = try Memory(count: 64 * 16)
        let a = memory.take(rows: 1, columns: 2), b = memory.take(rows: 2, columns: 16)
        let c = memory.take(rows: 1, columns: 16)
        // The product's sum with the other term lies within half a unit of a tie, on either side, and among denormals.
        let hard: [(Float, Float, Float)] = [
            (1 + 0x1p-23, 1 + 0x1p-23, 0x1p24), (1 + 0x1p-12, 1 - 0x1p-12, 0x1p25), (0x1p-75, 0x1p-74, 0x1p-126),
            (0x1.fffffep-64, 0x1.fffffep-64, 0x1p-149), (-0x1.000002p0, 0x1.000002p0, 1), (0x1p-100, 0x1p-100, 1),
            (0x1.000002p0, 0x1.fffffep-25, 0x1p0), (3, 0x1.555556p-2, -1), (0x1.8p0, 0x1.000002p-24, 0x1.000002p0),
        ]
        for (x, y, z) in hard {
            a.assign([1, x])
            b.assign(Array(repeating: z, count: 16) + Array(repeating: y, count: 16))
            kernels.product(a, b, into: c)
            #expect(c[0, 3].bitPattern == z.addingProduct(x, y).bitPattern, "\(x) × \(y) + \(z)")
        }
    }

    @Test func `a byte becomes its exact share of 255 on every path`() throws {
        let data = try Dataset(
            images: (0...255).map { UInt8($0) } + (0...255).map { UInt8(255 - $0) }, shape: [16, 16], labels: [0, 1],
            classNames: ["up", "down"])
        for kernels in Self.others + [.fastest] {
            let memory = try Memory(count: 1024)
            let x = memory.take(rows: 2, columns: 256)
            kernels.gather(data.inputs, width: 256, [1, 0], into: x)
            #expect(x.values == data.features(at: 1) + data.features(at: 0))
        }
    }

    @Test func `the generator is Threefry`() {
        // Known answers of the authors' Random123 library, and of JAX.
        let ones = UInt32.max
        #expect(Kernels.threefry(Key(low: 0, high: 0), 0, 0) == (0x6b20_0159, 0x99ba_4efe))
        #expect(Kernels.threefry(Key(low: ones, high: ones), ones, ones) == (0x1cb9_96fc, 0xbb00_2be7))
        #expect(
            Kernels.threefry(Key(low: 0x1319_8a2e, high: 0x0370_7344), 0x243f_6a88, 0x85a3_08d3)
                == (0xc492_3a9c, 0x483d_f7a0))
    }
}
