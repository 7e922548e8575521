import Foundation
import LinearModels
import Testing

/// The random numbers, and the elementary functions beneath them.
struct ChanceTests {
    @Test func `the generator gives SplitMix64's published numbers`() {
        // Vigna's reference implementation, seeded with 1234567.
        var generator = SplitMix64(seed: 1_234_567)
        let expected: [UInt64] = [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
        ]
        #expect(expected.map { _ in generator.next() } == expected)
    }

    @Test func `one seed's streams differ and repeat`() {
        func first(_ stream: UInt64) -> [UInt64] {
            var generator = SplitMix64(seed: 3, stream: stream)
            return (0..<4).map { _ in generator.next() }
        }
        #expect(first(1) == first(1))
        #expect(Set((0..<1000 as Range<UInt64>).flatMap(first)).count == 4000)
    }

    @Test func `uniform and normal numbers have their moments`() {
        var generator = SplitMix64(seed: 11)
        let count = 50_000
        let uniform = (0..<count).map { _ in generator.uniform() }
        let normal = (0..<count).map { _ in generator.normal() }
        func moment(_ values: [Double], _ power: Double) -> Double {
            values.reduce(0) { $0 + pow($1, power) } / Double(count)
        }
        let bound = 5 / Double(count).squareRoot()
        #expect((moment(uniform, 1) - 0.5).magnitude < bound * (1.0 / 12).squareRoot())
        #expect((moment(uniform, 2) - 1.0 / 3).magnitude < bound * (4.0 / 45).squareRoot())
        #expect(uniform.allSatisfy { (0..<1).contains($0) })
        #expect(moment(normal, 1).magnitude < bound)
        #expect((moment(normal, 2) - 1).magnitude < bound * 2.0.squareRoot())
        #expect((moment(normal, 4) - 3).magnitude < bound * 96.0.squareRoot())
        let inside = Double(normal.filter { $0.magnitude < 1.959964 }.count) / Double(count)
        #expect((inside - 0.95).magnitude < bound * (0.95 * 0.05).squareRoot())
    }

    @Test func `each order of three is equally likely`() {
        var generator = SplitMix64(seed: 12)
        var counts: [[Int]: Double] = [:]
        for _ in 0..<12_000 { counts[generator.permutation(3), default: 0] += 1 }
        #expect(counts.count == 6)
        // χ² with five degrees of freedom exceeds 25.7 once in ten thousand times.
        #expect(counts.values.reduce(0) { $0 + ($1 - 2000) * ($1 - 2000) / 2000 } < 25.7)
        #expect(generator.permutation(0) == [])
        #expect(generator.permutation(1) == [0])
    }

    @Test func `a resample draws with replacement`() {
        var generator = SplitMix64(seed: 13)
        let drawn = (0..<400).map { _ in Set(generator.resample(100)).count }
        // Of 100 rows, 100·(1 − (1 − 1/100)¹⁰⁰) = 63.4 are expected in a sample.
        #expect((Double(drawn.reduce(0, +)) / 400 - 63.4).magnitude < 0.5)
        #expect(generator.resample(5).allSatisfy { (0..<5).contains($0) })
    }

    @Test func `exp and log agree with the C library within two units in the last place`() {
        var worst = 0.0
        for index in -7_000...7_000 {
            let x = Double(index) / 10
            worst = max(worst, (Elementary.exp(x) / exp(x) - 1).magnitude)
            let y = exp(x)
            worst = max(worst, (Elementary.log(y) - log(y)).magnitude / max(1e-2, log(y).magnitude))
            let near = 1 + Double(index) / 8_000
            worst = max(worst, (Elementary.log(near) - log(near)).magnitude / max(1e-300, log(near).magnitude))
        }
        #expect(worst <= 2 * Double.ulpOfOne)
    }

    @Test func `exp and log reach their ends`() {
        #expect(Elementary.exp(710) == .infinity)
        #expect(Elementary.exp(709.7).isFinite)
        #expect(Elementary.exp(-800) == 0)
        #expect((Elementary.exp(-744) / exp(-744) - 1).magnitude < 0.5)
        #expect(Elementary.exp(.infinity) == .infinity)
        #expect(Elementary.exp(-.infinity) == 0)
        #expect(Elementary.exp(.nan).isNaN)
        #expect(Elementary.log(0) == -.infinity)
        #expect(Elementary.log(-1).isNaN)
        #expect(Elementary.log(.infinity) == .infinity)
        let smallest = Double.leastNonzeroMagnitude
        #expect((Elementary.log(smallest) - log(smallest)).magnitude < 1e-12)
    }
}
