import NeuralNetworks
import Testing

/// Datasets: views, checks, augmentation.
@Suite struct DatasetTests {
    private let data = try! Dataset(
        images: (0..<24).map { UInt8($0) }, shape: [2, 2], labels: [0, 1, 2, 0, 1, 2], classNames: ["a", "b", "c"])

    @Test func `subsets name the right rows, through each other`() throws {
        #expect(data.count == 6 && data.classCount == 3 && data.targetShape == [3])
        #expect(data.prefix(2).labels == [0, 1])
        #expect(data.suffix(2).labels == [1, 2])
        #expect(data.dropFirst(4).bytes(at: 0) == [16, 17, 18, 19])
        #expect(data.prefix(100).count == 6 && data.prefix(-1).isEmpty)
        let picked = try data.subset([5, 0, 5])
        #expect(picked.labels == [2, 0, 2])
        #expect(try picked.dropFirst().subset([1]).bytes(at: 0) == [20, 21, 22, 23])
        let (first, rest) = try data.split(at: 0.5)
        #expect(first.count == 3 && rest.labels == [0, 1, 2])
        #expect(data.features(at: 1) == [4, 5, 6, 7].map { Float($0) / 255 })
        #expect(data.target(at: 1) == [0, 1, 0])
        #expect(throws: DatasetError.noSuchRow(6, count: 6)) { try data.subset([6]) }
        #expect(throws: DatasetError.badFraction(1.5)) { try data.split(at: 1.5) }
    }

    @Test func `wrong arrays are refused with their facts`() {
        #expect(throws: DatasetError.wrongValueCount(given: 5, shape: [2], examples: 2)) {
            try Dataset(features: [1, 2, 3, 4, 5], shape: [2], labels: [0, 1], classCount: 2)
        }
        #expect(throws: DatasetError.labelOutOfRange(row: 1, label: 2, classes: 2)) {
            try Dataset(features: [1, 2], shape: [1], labels: [0, 2], classCount: 2)
        }
        #expect(throws: DatasetError.labelOutOfRange(row: 0, label: -1, classes: 2)) {
            try Dataset(features: [1, 2], shape: [1], labels: [-1, 0], classCount: 2)
        }
        #expect(throws: DatasetError.notOneHot(row: 1)) {
            try Dataset(features: [1, 2], shape: [1], oneHot: [1, 0, 0.5, 0.5], classCount: 2)
        }
        #expect(throws: DatasetError.notFinite(.feature, row: 1, column: 0)) {
            try Dataset(features: [1, .nan], shape: [1], labels: [0, 1], classCount: 2)
        }
        #expect(throws: DatasetError.notFinite(.target, row: 0, column: 0)) {
            try Dataset(features: [1], shape: [1], targets: [.infinity])
        }
        #expect(throws: DatasetError.badShape([2, 0])) {
            try Dataset(images: [], shape: [2, 0], labels: [], classNames: ["a"])
        }
        #expect(throws: DatasetError.badShape([.max, 2])) {
            try Dataset(features: [1], shape: [.max, 2], labels: [0], classCount: 1)
        }
        #expect(throws: DatasetError.wrongTargetCount(given: 3, expected: 2)) {
            try Dataset(features: [1, 2], shape: [1], targets: [1, 2, 3])
        }
        #expect(throws: DatasetError.noClasses) { try Dataset(features: [1], shape: [1], labels: [0], classCount: 0) }
        #expect("\(DatasetError.labelOutOfRange(row: 1, label: 2, classes: 2))".contains("0 ..< 2"))
    }

    @Test func `shuffling keeps every example once and depends on the seed`() {
        let shuffled = Blobs.data(count: 50).shuffled(seed: 3)
        #expect(Set((0..<50).map { shuffled.features(at: $0) }).count == 50)
        let again = Blobs.data(count: 50).shuffled(seed: 3)
        #expect((0..<50).allSatisfy { shuffled.features(at: $0) == again.features(at: $0) })
        #expect(shuffled.labels != Blobs.data(count: 50).shuffled(seed: 4).labels)
    }

    @Test func `shuffling favours no place`() {
        var sums = [Double](repeating: 0, count: 10)
        let data = try! Dataset(features: (0..<10).map { Float($0) }, shape: [1], targets: (0..<10).map { Float($0) })
        for seed in 0..<2000 {
            let shuffled = data.shuffled(seed: seed)
            for place in 0..<10 { sums[place] += Double(shuffled.target(at: place)[0]) }
        }
        // Each place's mean is 4.5, with deviation √(8.25 / 2000).
        for sum in sums { #expect((sum / 2000 - 4.5).magnitude < 5 * (8.25 / 2000).squareRoot()) }
    }

    @Test func `corrupted labels are the asked share, the rest untouched`() throws {
        let data = Blobs.data(count: 6000)
        let corrupted = try data.corruptingLabels(rate: 0.5, seed: 1)
        let changed = zip(data.labels!, corrupted.labels!).filter { $0 != $1 }.count
        // A third of those drawn anew are right by chance.
        let wanted = 6000 * 0.5 * 2 / 3
        #expect((Double(changed) - wanted).magnitude < 5 * (wanted * (1 - wanted / 6000)).squareRoot())
        #expect(try data.corruptingLabels(rate: 0, seed: 1).labels == data.labels)
        #expect(corrupted.features(at: 17) == data.features(at: 17))
        #expect(throws: DatasetError.badFraction(-0.1)) { try data.corruptingLabels(rate: -0.1, seed: 1) }
    }

    @Test func `shifted images hold the same pixels elsewhere`() throws {
        var image = [UInt8](repeating: 0, count: 25)
        image[12] = 200
        let data = try Dataset(images: image + image, shape: [5, 5], labels: [0, 1], classNames: ["a", "b"])
        for seed in 0..<30 {
            let moved = try data.shifted(upTo: 2, seed: seed)
            #expect(moved.labels == [0, 1])
            for index in 0..<2 { #expect(moved.bytes(at: index)!.filter { $0 == 200 }.count == 1) }
        }
        #expect(throws: DatasetError.notImages(shape: [4])) { try Blobs.data().shifted(upTo: 1, seed: 1) }
    }

    @Test func `halved images have the mean of four pixels for one, an odd last column left out`() throws {
        let bytes: [UInt8] = [0, 0, 0, 0, 0, 0, /**/ 1, 2, 9, 3, 4, 9, /**/ 10, 20, 30, 40, 50, 60]
        let data = try Dataset(images: bytes, shape: [2, 3], labels: [0, 1, 2], classNames: ["a", "b", "c"])
        let halved = try data.dropFirst().halved()
        #expect(halved.shape == [1, 1])
        // (1 + 2 + 3 + 4) / 4 = 2.5 and (10 + 20 + 40 + 50) / 4 = 30
        #expect((0..<2).map { halved.bytes(at: $0)! } == [[3], [30]])
        #expect(halved.labels == [1, 2])
        let floats = try Dataset(features: [0, 1, 2, 3], shape: [2, 2], targets: [7])
        #expect(try floats.halved().features(at: 0) == [1.5])
        #expect(try floats.halved().target(at: 0) == [7])
        #expect(throws: DatasetError.notImages(shape: [4])) { try Blobs.data().halved() }
    }
}
