/// What is wrong with a network, its settings, or what it was given.
public enum NetworkError: Error, Equatable, Sendable {
    /// Why a shape may not fit.
    public enum Cause: Equatable, Sendable {
        /// Examples are not rows yet.
        case missingFlatten
        /// The data are not those the model was built for.
        case otherData
        /// A layer for images got something else.
        case notImages
    }

    case noLayers
    case layerUsedTwice(String)
    case shapeMismatch(layer: String, expected: String, given: [Int], cause: Cause)
    case outputMismatch(layer: String, outputs: [Int], targets: [Int], isLabelled: Bool)
    case softmaxOfOne(layer: String)
    case labelsNeeded(loss: String)
    case emptyData(String)
    case badUnits(layer: String, units: Int)
    case badRate(layer: String, rate: Double)
    case badSetting(layer: String, setting: String, value: Double, expected: String)
    case badPenalty(layer: String, lambda: Double)
    case badNorm(layer: String, norm: Double)
    case badParameterShape(name: String, shape: [Int])
    case badInitializer(parameter: String, value: Double)
    case badLabelSmoothing(Double)
    case badHuberDelta(Double)
    case badOptimizerSetting(String, Double, expected: String)
    case badSchedule(String)
    case badBatchSize(Int)
    case badEpochs(Int)
    case badValidationSplit(Double, examples: Int)
    case badTrials(String)
    case notCompiled
    case notBuilt
    case unknownMetric(String)
    case unknownMonitor(String, available: [String])
    case noDirection(String)
    case badCallbackSetting(callback: String, setting: String, value: Double, expected: String)
    case diverged(layer: String, step: Int)
    case wrongInputCount(given: Int, shape: [Int])
    case inputNotFinite(example: Int)
    case wrongWeights(name: String, problem: String)
    case notSafetensors(String)
    case unreadableFile(String)
    case unwritableFile(String)
    case outOfMemory(bytes: Int)
    /// For layers and callbacks of your own: what is wrong, as a sentence.
    case custom(layer: String, String)
}
