/// Examples and what they should map to: inputs of one shape, each with a class or with target values.
///
/// ```swift
/// let data = try Dataset(images: pixels, shape: [28, 28], labels: labels, classNames: ["cat", "dog"])
/// let small = data.prefix(1_000)             // a view: nothing is copied
/// ```
///
/// A dataset is a value and cheap to copy: subsets, splits and shuffles share the stored examples and differ only in
/// which rows they name. Images stay bytes until a batch is gathered; a byte `b` is then the input `b / 255`.
/// Classes are stored as integers; losses and metrics gather them, so there is no one-hot matrix.
public struct Dataset: Sendable {
    /// The shape of one example, `[28, 28]` for a small grey image, `[features]` for a table's row.
    public let shape: [Int]

    /// The shape of one target: `[classes]` for labelled data (one-hot, implied), else that of the target values.
    public let targetShape: [Int]

    /// The classes' names by label, or empty where targets are values.
    public let classNames: [String]

    package let inputs: Inputs
    package let targets: Targets
    package let rows: Rows

    /// Labelled images of bytes, 0 (black) to 255 (white).
    ///
    /// - Parameters:
    ///   - images: all images one after another, `[examples] + shape` in row-major order.
    ///   - shape: the shape of one image, such as `[28, 28]`.
    ///   - labels: one class per image, an index into `classNames`.
    ///   - classNames: the classes' names.
    /// - Throws: ``DatasetError`` where counts disagree or a label names no class.
    public init(images: [UInt8], shape: [Int], labels: [UInt8], classNames: [String]) throws(DatasetError) {
        _ = try Self.check(count: images.count, shape: shape, examples: labels.count)
        try self.init(
            inputs: .bytes(images), shape: shape, labels: labels.map { Int32($0) }, classNames: classNames)
    }

    /// Labelled examples of numbers.
    ///
    /// - Parameters:
    ///   - features: all examples one after another, `[examples] + shape` in row-major order.
    ///   - shape: the shape of one example.
    ///   - labels: one class per example, `0 ..< classCount`.
    ///   - classCount: how many classes there are; they are named `"0"`, `"1"`, ….
    /// - Throws: ``DatasetError`` where counts disagree, a feature is not finite or a label names no class.
    public init(features: [Float], shape: [Int], labels: [Int], classCount: Int) throws(DatasetError) {
        let width = try Self.check(count: features.count, shape: shape, examples: labels.count)
        try Self.checkFinite(features, what: .feature, width: width)
        guard classCount > 0 else { throw .noClasses }
        try self.init(
            inputs: .floats(features), shape: shape, labels: labels.map { Int32(clamping: $0) },
            classNames: (0..<classCount).map { "\($0)" })
    }

    /// Labelled examples of numbers whose classes come as a one-hot matrix, `[examples, classCount]`.
    ///
    /// - Throws: ``DatasetError/notOneHot(row:)`` where a row is not one 1 among zeros, and as above.
    public init(features: [Float], shape: [Int], oneHot: [Float], classCount: Int) throws(DatasetError) {
        guard classCount > 0 else { throw .noClasses }
        let examples = try features.count / Self.width(of: shape)
        guard oneHot.count == examples * classCount else {
            throw .wrongTargetCount(given: oneHot.count, expected: examples * classCount)
        }
        var labels: [Int] = []
        labels.reserveCapacity(oneHot.count / classCount)
        for row in 0..<oneHot.count / classCount {
            let values = oneHot[row * classCount..<(row + 1) * classCount]
            guard let hot = values.firstIndex(of: 1), values.allSatisfy({ $0 == 0 || $0 == 1 }),
                values.reduce(0, +) == 1
            else { throw .notOneHot(row: row) }
            labels.append(hot - row * classCount)
        }
        try self.init(features: features, shape: shape, labels: labels, classCount: classCount)
    }

    /// Examples of numbers with target values, for regression.
    ///
    /// - Parameters:
    ///   - features: all examples one after another, `[examples] + shape` in row-major order.
    ///   - shape: the shape of one example.
    ///   - targets: all targets one after another, `[examples] + targetShape`.
    ///   - targetShape: the shape of one target, `[1]` for a single value.
    /// - Throws: ``DatasetError`` where counts disagree or a value is not finite.
    public init(features: [Float], shape: [Int], targets: [Float], targetShape: [Int] = [1]) throws(DatasetError) {
        let width = try Self.width(of: shape), targetWidth = try Self.width(of: targetShape)
        let examples = features.count / width
        guard targets.count == examples * targetWidth else {
            throw .wrongTargetCount(given: targets.count, expected: examples * targetWidth)
        }
        _ = try Self.check(count: features.count, shape: shape, examples: examples)
        try Self.checkFinite(features, what: .feature, width: width)
        try Self.checkFinite(targets, what: .target, width: targetWidth)
        self.init(
            shape: shape, targetShape: targetShape, classNames: [], inputs: .floats(features),
            targets: .values(targets), rows: .range(0..<examples))
    }

    /// The number of examples.
    public var count: Int { rows.count }

    /// Whether there is no example.
    public var isEmpty: Bool { count == 0 }

    /// The number of classes, or nil where targets are values.
    public var classCount: Int? { classNames.isEmpty ? nil : classNames.count }
}

extension Dataset {
    /// How inputs are kept.
    package enum Inputs: Sendable {
        case bytes([UInt8])
        case floats([Float])
    }

    /// How targets are kept.
    package enum Targets: Sendable {
        case classes([Int32])
        case values([Float])
    }

    package init(
        shape: [Int], targetShape: [Int], classNames: [String], inputs: Inputs, targets: Targets, rows: Rows
    ) {
        self.shape = shape
        self.targetShape = targetShape
        self.classNames = classNames
        self.inputs = inputs
        self.targets = targets
        self.rows = rows
    }

    /// The same stored examples, seen through other rows.
    package func viewing(_ rows: Rows) -> Dataset {
        Dataset(
            shape: shape, targetShape: targetShape, classNames: classNames, inputs: inputs, targets: targets,
            rows: rows)
    }
}

private extension Dataset {
    init(inputs: Inputs, shape: [Int], labels: [Int32], classNames: [String]) throws(DatasetError) {
        guard !classNames.isEmpty else { throw .noClasses }
        if let row = labels.firstIndex(where: { $0 < 0 || Int($0) >= classNames.count }) {
            throw .labelOutOfRange(row: row, label: Int(labels[row]), classes: classNames.count)
        }
        self.init(
            shape: shape, targetShape: [classNames.count], classNames: classNames, inputs: inputs,
            targets: .classes(labels), rows: .range(0..<labels.count))
    }

    /// How many numbers one example has.
    static func width(of shape: [Int]) throws(DatasetError) -> Int {
        guard !shape.isEmpty else { throw .badShape(shape) }
        var width = 1
        for dimension in shape {
            guard dimension > 0, dimension <= (1 << 28) / width else { throw .badShape(shape) }
            width *= dimension
        }
        return width
    }

    /// Checks that there are `examples` times as many values as the shape asks for; the result is how many one has.
    static func check(count: Int, shape: [Int], examples: Int) throws(DatasetError) -> Int {
        let width = try width(of: shape)
        guard count % width == 0, count / width == examples else {
            throw .wrongValueCount(given: count, shape: shape, examples: examples)
        }
        return width
    }

    static func checkFinite(_ values: [Float], what: DatasetError.Part, width: Int) throws(DatasetError) {
        if let index = values.firstIndex(where: { !$0.isFinite }) {
            throw .notFinite(what, row: index / width, column: index % width)
        }
    }
}
