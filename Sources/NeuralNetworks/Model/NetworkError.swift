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

    /// A model without layers.
    case noLayers
    /// A layer, named, that already belongs to a built model.
    case layerUsedTwice(String)
    /// A layer that cannot take examples of the shape it is given.
    case shapeMismatch(layer: String, expected: String, given: [Int], cause: Cause)
    /// Outputs of the last layer that are not as many as the data's classes or target values.
    case outputMismatch(layer: String, outputs: [Int], targets: [Int], isLabelled: Bool)
    /// A softmax over a single output, which is always 1.
    case softmaxOfOne(layer: String)
    /// A loss for classes, and data whose targets are values.
    case labelsNeeded(loss: String)
    /// A confusion matrix of data without classes.
    case classesNeeded
    /// No example where there must be one; says in what.
    case emptyData(String)
    /// A layer with fewer than one unit.
    case badUnits(layer: String, units: Int)
    /// A rate of noise outside `0 ..< 1`.
    case badRate(layer: String, rate: Double)
    /// A layer's setting out of range.
    case badSetting(layer: String, setting: String, value: Double, expected: String)
    /// A λ that is negative or not finite.
    case badPenalty(layer: String, lambda: Double)
    /// A maximal norm that is not positive.
    case badNorm(layer: String, norm: Double)
    /// A parameter's shape with a dimension that is not positive.
    case badParameterShape(name: String, shape: [Int])
    /// An initializer whose range or deviation is impossible.
    case badInitializer(parameter: String, value: Double)
    /// Label smoothing outside `0 ..< 1`.
    case badLabelSmoothing(Double)
    /// Huber's δ that is not positive.
    case badHuberDelta(Double)
    /// A setting of the optimizer, named, out of range.
    case badOptimizerSetting(String, Double, expected: String)
    /// A schedule that says nothing sensible; says why.
    case badSchedule(String)
    /// A batch size below 1.
    case badBatchSize(Int)
    /// A negative number of epochs.
    case badEpochs(Int)
    /// A validation split that leaves no example on one side.
    case badValidationSplit(Double, examples: Int)
    /// `fit` or `evaluate` before `compile`.
    case notCompiled
    /// A use of weights before there are any.
    case notBuilt
    /// A metric, named, that a model cannot compute.
    case unknownMetric(String)
    /// A monitored metric, named, that is not measured, and those that are.
    case unknownMonitor(String, available: [String])
    /// A monitored metric, named, of which it is not known whether it should rise.
    case noDirection(String)
    /// A callback's setting out of range.
    case badCallbackSetting(callback: String, setting: String, value: Double, expected: String)
    /// A loss that is not finite at a training step, and the first layer whose output is not.
    case diverged(layer: String, step: Int)
    /// Numbers to predict from that are not whole examples.
    case wrongInputCount(given: Int, shape: [Int])
    /// NaN or infinity in an example to predict from.
    case inputNotFinite(example: Int)
    /// Weights that do not fit the model.
    case wrongWeights(name: String, problem: String)
    /// Bytes that are not a safetensors file of weights; says why.
    case notSafetensors(String)
    /// A file, by its path, that cannot be read.
    case unreadableFile(String)
    /// A file, by its path, that cannot be written.
    case unwritableFile(String)
    /// No memory for so many bytes.
    case outOfMemory(bytes: Int)
    /// For layers and callbacks of your own: what is wrong, as a sentence.
    case custom(layer: String, String)
}
