import NeuralNetworks
import Testing

@Suite struct `A confusion matrix` {
    @Test func `counts how often each label met each prediction`() throws {
        let matrix = try ConfusionMatrix(
            labels: [0, 0, 0, 1, 2], predictions: [0, 1, 1, 1, 0], classNames: ["cat", "dog", "bird"])
        #expect((matrix[0, 0], matrix[0, 1], matrix[1, 0], matrix[2, 0]) == (1, 2, 0, 1))
        #expect(matrix.accuracy == 0.4)
        #expect(matrix.recall(of: 0) == 1.0 / 3 && matrix.precision(of: 1) == 1.0 / 3)
        #expect(matrix.recall(of: 2) == 0 && matrix.precision(of: 2).isNaN)
        let worst = try #require(matrix.worst)
        #expect((worst.label, worst.prediction, worst.count) == (0, 1, 2))
    }

    @Test func `refuses labels that do not fit its predictions or classes`() {
        #expect(throws: DatasetError.noClasses) { try ConfusionMatrix(labels: [], predictions: [], classNames: []) }
        #expect(throws: DatasetError.wrongTargetCount(given: 1, expected: 2)) {
            try ConfusionMatrix(labels: [0, 0], predictions: [0], classNames: ["cat"])
        }
        #expect(throws: DatasetError.labelOutOfRange(row: 1, label: 3, classes: 2)) {
            try ConfusionMatrix(labels: [0, 0], predictions: [0, 3], classNames: ["cat", "dog"])
        }
    }

    @Test func `of a network agrees with its accuracy`() throws {
        let data = try Dataset(
            features: [0, 1, 2, 3, 4, 5, 6, 7], shape: [2], labels: [0, 1, 0, 1], classCount: 2)
        let model = Sequential(seed: 3) { Dense(2, activation: .softmax) }
        model.compile(optimizer: .adam(), loss: .categoricalCrossentropy, metrics: [.accuracy])
        try model.fit(data, epochs: 1)
        #expect(try model.confusionMatrix(data).accuracy == model.evaluate(data)[.accuracy])
    }

    @Test func `of a network needs data with the classes that it tells`() throws {
        let model = Sequential(seed: 3) { Dense(2, activation: .softmax) }
        model.compile(optimizer: .adam(), loss: .categoricalCrossentropy)
        let pair = try Dataset(features: [0, 1], shape: [1], labels: [0, 1], classCount: 2)
        try model.fit(pair, epochs: 1)
        let values = try Dataset(features: [0, 1], shape: [1], targets: [0, 1])
        #expect(throws: NetworkError.classesNeeded) { try model.confusionMatrix(values) }
        let three = try Dataset(features: [0, 1], shape: [1], labels: [0, 2], classCount: 3)
        #expect(throws: NetworkError.self) { try model.confusionMatrix(three) }
    }
}
