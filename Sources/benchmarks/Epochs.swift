import Datasets
import NeuralNetworks

/// Seconds an epoch of the course's network on the course's images, plain and with each technique added.
///
/// Half of the images' pixels are zero, and the library skips most of what they would add to a product. Shares of the
/// peak count that as done, but for the images without a zero.
struct Epochs {
    static let images = 48_000
    /// The bytes of all images in memory: the data set has 60,000, and there are those without a zero.
    static let bytes = (60_000 + images) * 784
    /// 2 · Σ inputs · units a product and image: two products in the first layer, three in the others.
    static let operations = 2.0 * Double(images) * (2 * 784 * 128 + 3 * 128 * 64 + 3 * 64 * 10)

    /// The plain network's seconds an epoch.
    let plain: Double
    let table: Table

    init(peak: Double) throws {
        let data = try FashionMNIST.load().train.prefix(Self.images), noise = try Self.noise()
        let trials = Self.trials(data)
        // The variants take turns, so that a disturbance of the machine falls on all of them.
        var best = Variant.allCases.map { _ in Double.infinity }
        for _ in 0..<6 {
            for (index, variant) in Variant.allCases.enumerated() {
                best[index] = min(
                    best[index],
                    Stopwatch.processorSeconds { Self.train(variant, variant == .noise ? noise : data) })
            }
        }
        plain = best[0]
        var table = Table(["network", "seconds", "of plain", "of the core's peak"])
        for (variant, seconds) in zip(Variant.allCases, best) {
            table.add([
                variant.rawValue, decimals(seconds, 3), percent(seconds / best[0]),
                percent(Self.operations / seconds / peak),
            ])
        }
        table.add([
            "two trials on two threads, on the clock", decimals(trials.two, 3), percent(trials.two / trials.one), "",
        ])
        self.table = table
    }

    enum Variant: String, CaseIterable {
        case plain, dropout = "+ dropout", batchNormalization = "+ batch normalization", l2 = "+ L2"
        case noise = "plain, on images without a zero"
    }

    private static func model(_ variant: Variant, seed: Int) -> Sequential {
        let penalty: Regularizer? = variant == .l2 ? .l2(1e-4) : nil
        let model = Sequential(seed: seed) {
            Flatten()
            for units in [128, 64] {
                Dense(units, activation: .relu, kernelRegularizer: penalty)
                if variant == .dropout { Dropout(0.5) }
                if variant == .batchNormalization { BatchNormalization() }
            }
            Dense(10, activation: .softmax, kernelRegularizer: penalty)
        }
        model.compile(optimizer: .adam(), loss: .categoricalCrossentropy, metrics: [.accuracy])
        return model
    }

    private static func train(_ variant: Variant, _ data: Dataset) {
        _ = try? model(variant, seed: 1).fit(data, epochs: 1, batchSize: 64)
    }

    /// One model on one thread and two on two: seconds an epoch on the clock, the best of a few of each in turn.
    private static func trials(_ data: Dataset) -> (one: Double, two: Double) {
        func seconds(_ count: Int) -> Double {
            Stopwatch.seconds {
                _ = try? Trials(seeds: 1...count, threads: count) { seed in
                    try model(.plain, seed: seed).fit(data, epochs: 1, batchSize: 64)
                }
            }
        }
        var best = (one: Double.infinity, two: Double.infinity)
        for _ in 0..<5 { best = (min(best.one, seconds(1)), min(best.two, seconds(2))) }
        return best
    }

    private static func noise() throws -> Dataset {
        var state: UInt32 = 1
        let bytes = (0..<images * 784).map { _ in
            state = state &* 1_664_525 &+ 1_013_904_223
            return UInt8(state >> 24) | 1
        }
        return try Dataset(
            images: bytes, shape: [28, 28], labels: (0..<images).map { UInt8($0 % 10) },
            classNames: (0..<10).map { "\($0)" })
    }
}
