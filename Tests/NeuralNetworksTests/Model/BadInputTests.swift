import NeuralNetworks
import Testing

/// Every mistake a user can make gives a typed error with a sentence that says what to do.
@Suite struct BadInputTests {
    struct Mistake: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let error: NetworkError
        /// What the sentence must say.
        let words: [String]
        let make: @Sendable () throws -> Void
    }

    static let mistakes: [Mistake] = [
        Mistake(
            testDescription: "no Flatten before Dense",
            error: .shapeMismatch(layer: "dense", expected: "[features]", given: [2, 2], cause: .missingFlatten),
            words: ["'dense'", "[2, 2]", "Flatten()"]
        ) { try fit([Dense(3, activation: .softmax)], images) },
        Mistake(
            testDescription: "too few units for the classes",
            error: .outputMismatch(layer: "dense", outputs: [2], targets: [3], isLabelled: true),
            words: ["'dense'", "3 classes", "3 units"]
        ) { try fit([Dense(2, activation: .softmax)]) },
        Mistake(
            testDescription: "a target of another shape",
            error: .outputMismatch(layer: "dense", outputs: [2], targets: [1], isLabelled: false),
            words: ["[2]", "[1]"]
        ) { try fit([Dense(2)], regression, loss: .meanSquaredError) },
        Mistake(
            testDescription: "sparse loss for values", error: .labelsNeeded(loss: "sparse_categorical_crossentropy"),
            words: ["classes"]
        ) { try fit([Dense(1)], regression, loss: .sparseCategoricalCrossentropy) },
        Mistake(
            testDescription: "data of another shape than before",
            error: .shapeMismatch(layer: "dense", expected: "[4]", given: [1], cause: .otherData),
            words: ["[4]", "[1]", "other data"]
        ) {
            let model = compiled([Dense(3, activation: .softmax)])
            try model.fit(Blobs.data())
            _ = try model.evaluate(regression)
        },
        Mistake(
            testDescription: "empty data", error: .emptyData("the training data"), words: ["no example"]
        ) { try fit([Dense(3, activation: .softmax)], Blobs.data().prefix(0)) },
        Mistake(testDescription: "no layers", error: .noLayers, words: ["no layers"]) { try fit([]) },
        Mistake(testDescription: "rate of 1", error: .badRate(layer: "dropout", rate: 1), words: ["0 ..< 1"]) {
            try fit([Dropout(1), Dense(3, activation: .softmax)])
        },
        Mistake(
            testDescription: "negative penalty", error: .badPenalty(layer: "dense", lambda: -0.1), words: ["-0.1", "λ"]
        ) { try fit([Dense(3, activation: .softmax, kernelRegularizer: .l2(-0.1))]) },
        Mistake(testDescription: "no units", error: .badUnits(layer: "dense", units: 0), words: ["1 or more"]) {
            try fit([Dense(0)])
        },
        Mistake(testDescription: "batch size 0", error: .badBatchSize(0), words: ["1 or more"]) {
            try compiled([Dense(3)]).fit(Blobs.data(), batchSize: 0)
        },
        Mistake(
            testDescription: "nothing left to validate on", error: .badValidationSplit(1, examples: 90),
            words: ["nothing", "90"]
        ) { try compiled([Dense(3)]).fit(Blobs.data(), validationSplit: 1) },
        Mistake(
            testDescription: "an infinite share to validate on", error: .badValidationSplit(.infinity, examples: 90),
            words: ["between 0 and 1"]
        ) { try compiled([Dense(3)]).fit(Blobs.data(), validationSplit: .infinity) },
        Mistake(
            testDescription: "a layer that no memory holds", error: .outOfMemory(bytes: .max), words: ["smaller"]
        ) { try fit([Dense(.max)]) },
        Mistake(testDescription: "fit before compile", error: .notCompiled, words: ["compile"]) {
            try Sequential { Dense(3) }.fit(Blobs.data())
        },
        Mistake(testDescription: "predict before fit", error: .notBuilt, words: ["build"]) {
            _ = try compiled([Dense(3)]).predict([1, 2])
        },
        Mistake(
            testDescription: "a monitor without validation data",
            error: .unknownMonitor(
                "val_loss", available: ["loss", "bare_loss", "accuracy", "learning_rate"]),
            words: ["val_loss", "'loss'", "validationSplit"]
        ) {
            try compiled([Dense(3, activation: .softmax)]).fit(Blobs.data(), callbacks: [EarlyStopping()])
        },
        Mistake(
            testDescription: "a monitor of unknown direction", error: .noDirection("learning_rate"), words: [".min"]
        ) {
            try compiled([Dense(3, activation: .softmax)])
                .fit(Blobs.data(), callbacks: [EarlyStopping(monitor: .learningRate)])
        },
        Mistake(testDescription: "a metric nobody computes", error: .unknownMetric("mood"), words: ["mood"]) {
            let model = Sequential { Dense(3, activation: .softmax) }
            model.compile(loss: .categoricalCrossentropy, metrics: [Metric("mood")])
            try model.fit(Blobs.data())
        },
        Mistake(
            testDescription: "smoothing of 1", error: .badLabelSmoothing(1), words: ["0 ..< 1"]
        ) { try fit([Dense(3, activation: .softmax)], loss: .categoricalCrossentropy(labelSmoothing: 1)) },
        Mistake(
            testDescription: "a negative learning rate",
            error: .badOptimizerSetting("learningRate", -1, expected: "0 or more"), words: ["learningRate", "-1"]
        ) {
            let model = Sequential { Dense(3, activation: .softmax) }
            model.compile(optimizer: .sgd(learningRate: -1), loss: .categoricalCrossentropy)
            try model.fit(Blobs.data())
        },
        Mistake(testDescription: "one layer in two models", error: .layerUsedTwice("dense"), words: ["new one"]) {
            let layer = Dense(3, activation: .softmax)
            try fit([layer])
            try fit([layer])
        },
        Mistake(testDescription: "one layer twice in a model", error: .layerUsedTwice("dense"), words: ["new one"]) {
            let layer = Dense(4)
            try fit([layer, layer])
        },
        Mistake(
            testDescription: "a schedule of no steps",
            error: .badSchedule("a schedule needs 1 step or more, not 0"), words: ["schedule"]
        ) {
            let model = Sequential { Dense(3, activation: .softmax) }
            let schedule = LearningRate.step(initial: 1, every: 0, factor: 0.5)
            model.compile(optimizer: .sgd(schedule: schedule), loss: .categoricalCrossentropy)
            _ = model.learningRate
            try model.fit(Blobs.data())
        },
        Mistake(
            testDescription: "numbers that are not whole examples", error: .wrongInputCount(given: 6, shape: [4]),
            words: ["6", "[4]"]
        ) {
            let model = compiled([Dense(3)])
            try model.build(inputShape: [4])
            _ = try model.predict([1, 2, 3, 4, 5, 6])
        },
        Mistake(testDescription: "an input that is not finite", error: .inputNotFinite(example: 1), words: ["NaN"]) {
            let model = compiled([Dense(3)])
            try model.build(inputShape: [1])
            _ = try model.predict([1, .nan])
        },
        Mistake(
            testDescription: "divergence names layer and step", error: .diverged(layer: "boom", step: 2),
            words: ["'boom'", "step 2", "learning rate"]
        ) { try fit([Dense(4), Explosion(at: 2, name: "boom"), Dense(3, activation: .softmax)]) },
    ]

    @Test(arguments: mistakes)
    func `a mistake gives its error, and a sentence with the facts`(_ mistake: Mistake) {
        #expect(throws: mistake.error) { try mistake.make() }
        for words in mistake.words {
            #expect(mistake.error.description.contains(words), "\(mistake.error.description)")
        }
    }

    @Test func `a model is as it was after a failed build, and can be mended`() throws {
        let model = Self.compiled([Dense(3, activation: .softmax)])
        #expect(throws: NetworkError.self) { try model.fit(Self.images) }
        try model.fit(Blobs.data())
    }

    @Test func `compiling another model with a used layer leaves its first model as it was`() throws {
        let layer = Dense(3, activation: .softmax)
        let first = Self.compiled([layer])
        try first.fit(Blobs.data())
        let predictions = try first.predict(Blobs.data())
        let second = Self.compiled([layer], loss: .meanSquaredError)
        #expect(throws: NetworkError.layerUsedTwice("dense")) { try second.fit(Blobs.data()) }
        #expect(try first.predict(Blobs.data()) == predictions)
    }

    @Test func `TerminateOnNaN ends training quietly and says why`() throws {
        let model = Self.compiled([Explosion(at: 2, name: "boom"), Dense(3, activation: .softmax)])
        let stop = TerminateOnNaN()
        let history = try model.fit(Blobs.data(), epochs: 5, batchSize: 30, callbacks: [stop])
        #expect(history.epochs == 1)
        #expect(stop.problem == .diverged(layer: "boom", step: 2))
    }

    static let images = try! Dataset(
        images: [UInt8](repeating: 7, count: 24), shape: [2, 2], labels: [0, 1, 2, 0, 1, 2],
        classNames: ["a", "b", "c"])
    static let regression = try! Dataset(features: [1, 2, 3, 4], shape: [1], targets: [2, 4, 6, 8])

    static func compiled(_ layers: [Layer], loss: Loss = .categoricalCrossentropy) -> Sequential {
        let model = Sequential(seed: 1, layers)
        model.compile(
            optimizer: .adam(), loss: loss, metrics: loss == .categoricalCrossentropy ? [.accuracy] : [])
        return model
    }

    static func fit(_ layers: [Layer], _ data: Dataset = Blobs.data(), loss: Loss = .categoricalCrossentropy) throws {
        try compiled(layers, loss: loss).fit(data)
    }
}

/// Gives NaN from one training step on.
private final class Explosion: Layer {
    private let step: Int

    init(at step: Int, name: String) {
        self.step = step
        super.init()
        self.name = name
    }

    override func forward(_ x: Matrix, _ y: Matrix, _ pass: Pass) {
        y.copy(x)
        if pass.step >= step { y[0, 0] = .nan }
    }

    override func backward(_ x: Matrix, _ y: Matrix, _ dy: Matrix, _ dx: Matrix?, _ pass: Pass) { dx?.copy(dy) }
}
