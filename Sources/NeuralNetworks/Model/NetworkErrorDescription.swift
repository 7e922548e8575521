extension NetworkError: CustomStringConvertible {
    /// The error as a sentence: where, what, what was expected, what would cure it.
    public var description: String {
        switch self {
        case .noLayers: "the model has no layers: write them between the braces of Sequential { … }"
        case .layerUsedTwice(let name):
            "layer '\(name)' is already part of a built model: a layer's weights belong to one model, so make a new one"
        case .shapeMismatch(let layer, let expected, let given, let cause):
            "layer '\(layer)' expects examples of shape \(expected), but gets \(given): \(cause.advice)"
        case .outputMismatch(let layer, let outputs, let targets, true):
            "layer '\(layer)' gives \(outputs) numbers an example, but the data have \(targets[0]) classes: give the last "
                + "layer \(targets[0]) units"
        case .outputMismatch(let layer, let outputs, let targets, false):
            "layer '\(layer)' gives examples of shape \(outputs), but their targets have shape \(targets): make the "
                + "last layer's units fit"
        case .softmaxOfOne(let layer):
            "layer '\(layer)' is a softmax over one output, which is always 1: use the sigmoid with binary "
                + "cross-entropy, or two units"
        case .labelsNeeded(let loss):
            "the loss \(loss) needs classes, but the data's targets are values: use categoricalCrossentropy for "
                + "probabilities, or meanSquaredError"
        case .classesNeeded: "a confusion matrix needs classes, but the data's targets are values"
        case .emptyData(let what): "there is no example in \(what)"
        case .badUnits(let layer, let units): "layer '\(layer)' has \(units) units, but needs 1 or more"
        case .badRate(let layer, let rate):
            "layer '\(layer)' has rate \(rate), but a rate lies in 0 ..< 1: it is the share that is dropped, so a rate "
                + "of 1 would leave nothing"
        case .badSetting(let layer, let setting, let value, let expected):
            "layer '\(layer)' has \(setting) \(value), but it must be \(expected)"
        case .badPenalty(let layer, let lambda):
            "layer '\(layer)' has a penalty of \(lambda), but λ must be 0 or more: a negative one would reward large "
                + "weights"
        case .badNorm(let layer, let norm): "layer '\(layer)' has a maximal norm of \(norm), but it must be more than 0"
        case .badParameterShape(let name, let shape):
            "parameter '\(name)' has shape \(shape), but every dimension must be 1 or more"
        case .badInitializer(let parameter, let value):
            "parameter '\(parameter)' cannot begin with \(value): ranges run upwards, and deviations are 0 or more"
        case .badLabelSmoothing(let smoothing): "label smoothing is \(smoothing), but must lie in 0 ..< 1"
        case .badHuberDelta(let delta): "Huber's delta is \(delta), but must be more than 0"
        case .badOptimizerSetting(let setting, let value, let expected):
            "the optimizer's \(setting) is \(value), but must be \(expected)"
        case .badSchedule(let problem): "the learning rate's schedule is wrong: \(problem)"
        case .badBatchSize(let size): "the batch size is \(size), but must be 1 or more"
        case .badEpochs(let epochs): "the number of epochs is \(epochs), but must be 0 or more"
        case .badValidationSplit(let split, let examples):
            "a validation split of \(split) leaves nothing to train or to validate on among \(examples) examples: "
                + "choose a share between 0 and 1, such as 0.2"
        case .notCompiled:
            "the model has no loss yet: call compile(optimizer:loss:metrics:) before fit or evaluate"
        case .notBuilt:
            "the model has no weights yet: call fit, or build(inputShape:), first"
        case .unknownMetric(let name):
            "metric '\(name)' is not one that a model can compute: record it in the history yourself"
        case .unknownMonitor(let name, let available):
            "there is no metric '\(name)' to monitor: there are \(list(available))"
                + (name.utf8.starts(with: "val_".utf8) && !available.contains { $0.utf8.starts(with: "val_".utf8) }
                    ? "; fit with validationSplit or validationData to have validation metrics" : "")
        case .noDirection(let name):
            "it is not known whether '\(name)' should fall or rise: say mode: .min or mode: .max"
        case .badCallbackSetting(let callback, let setting, let value, let expected):
            "\(callback)'s \(setting) is \(value), but must be \(expected)"
        case .diverged(let layer, let step):
            "training diverged: the loss is not a finite number at step \(step), and layer '\(layer)' is the first whose "
                + "output is not: lower the learning rate, or clip gradients"
        case .wrongInputCount(let given, let shape):
            "\(given) numbers are not a whole number of examples of shape \(shape)"
        case .inputNotFinite(let example):
            "example \(example) holds NaN or infinity: fill in or drop missing values first"
        case .wrongWeights(let name, let problem): "weights '\(name)' do not fit the model: \(problem)"
        case .notSafetensors(let problem): "this is not a safetensors file of a model: \(problem)"
        case .unreadableFile(let path): "cannot read '\(path)': is the path right?"
        case .unwritableFile(let path): "cannot write '\(path)': does its folder exist, and is there room?"
        case .outOfMemory(let bytes): "there is no memory for \(bytes) bytes: use smaller layers or batches"
        case .custom(let layer, let problem): layer.isEmpty ? problem : "layer '\(layer)': \(problem)"
        }
    }
}

private func list(_ names: [String]) -> String {
    var text = ""
    for (index, name) in names.enumerated() { text += (index == 0 ? "'" : ", '") + name + "'" }
    return text
}

private extension NetworkError.Cause {
    var advice: String {
        switch self {
        case .missingFlatten: "put Flatten() before it"
        case .otherData: "the model was built for other data"
        case .notImages: "it works on images, so put it before Flatten()"
        }
    }
}
