/// How many examples of each class a classifier took for each class.
///
/// ```swift
/// let confusion = try model.confusionMatrix(data.test)
/// confusion[6, 0]                     // examples of class 6 that were taken for class 0
/// confusion.recall(of: 6)             // the share of class 6 that was recognized
/// ```
public struct ConfusionMatrix: Equatable, Sendable {
    /// The classes' names, by label.
    public let classNames: [String]
    private var counts: [Int]

    /// Counts how often each label met each prediction.
    ///
    /// - Parameters:
    ///   - labels: the examples' classes.
    ///   - predictions: the classes that they were taken for, in the same order.
    ///   - classNames: the classes' names, by label.
    /// - Throws: ``DatasetError`` where there is not one prediction for each label, or one of either names no class.
    public init(labels: [Int], predictions: [Int], classNames: [String]) throws(DatasetError) {
        guard !classNames.isEmpty else { throw .noClasses }
        guard labels.count == predictions.count else {
            throw .wrongTargetCount(given: predictions.count, expected: labels.count)
        }
        let classes = classNames.count
        for values in [labels, predictions] {
            if let row = values.firstIndex(where: { $0 < 0 || $0 >= classes }) {
                throw .labelOutOfRange(row: row, label: values[row], classes: classes)
            }
        }
        self.init(counting: labels, predictions, classNames: classNames)
    }

    fileprivate init(counting labels: [Int], _ predictions: [Int], classNames: [String]) {
        self.classNames = classNames
        counts = Array(repeating: 0, count: classNames.count * classNames.count)
        for (label, prediction) in zip(labels, predictions) { counts[label * classNames.count + prediction] += 1 }
    }

    /// How many examples of class `label` were taken for class `prediction`.
    ///
    /// - Precondition: both are classes.
    public subscript(label: Int, prediction: Int) -> Int { counts[label * classNames.count + prediction] }

    /// The share of all examples that were recognized; NaN where there are none.
    public var accuracy: Double {
        let right = classNames.indices.reduce(0) { $0 + self[$1, $1] }
        return Double(right) / Double(counts.reduce(0, +))
    }

    /// The share of a class's examples that were recognized; NaN where there are none.
    public func recall(of label: Int) -> Double {
        Double(self[label, label]) / Double(classNames.indices.reduce(0) { $0 + self[label, $1] })
    }

    /// The share of what was taken for a class that is of it; NaN where nothing was.
    public func precision(of label: Int) -> Double {
        Double(self[label, label]) / Double(classNames.indices.reduce(0) { $0 + self[$1, label] })
    }

    /// The two classes that are confused most often, as (label, prediction) and how often; nil where none are.
    public var worst: (label: Int, prediction: Int, count: Int)? {
        var worst: (label: Int, prediction: Int, count: Int)?
        for label in classNames.indices {
            for prediction in classNames.indices where prediction != label {
                let count = self[label, prediction]
                if count > worst?.count ?? 0 { worst = (label, prediction, count) }
            }
        }
        return worst
    }
}

extension Sequential {
    /// How often the network takes each class of labelled data for each: an example's prediction is its largest output,
    /// the first of equals, or, for a single output, on which side of ½ it lies.
    ///
    /// - Throws: ``NetworkError`` for what ``predict(_:batchSize:)`` refuses, and where the data have no classes or others
    ///   than the network.
    public func confusionMatrix(_ data: Dataset) throws(NetworkError) -> ConfusionMatrix {
        guard let labels = data.labels else { throw .classesNeeded }
        let outputs = try predict(data), classes = data.classNames.count
        let predictions = outputs.map { $0.count == 1 ? ($0[0] > 0.5 ? 1 : 0) : $0.firstOfLargest }
        if let given = outputs.first?.count, given == 1 ? classes != 2 : given != classes {
            throw .outputMismatch(
                layer: layers.last?.name ?? "", outputs: [given], targets: [classes], isLabelled: true)
        }
        return ConfusionMatrix(counting: labels, predictions, classNames: data.classNames)
    }
}

private extension [Float] {
    var firstOfLargest: Int { indices.max { self[$0] < self[$1] } ?? 0 }
}
