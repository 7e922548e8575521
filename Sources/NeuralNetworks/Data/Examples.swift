extension Dataset {
    /// The inputs of one example as a network sees them, in row-major order: bytes are divided by 255.
    ///
    /// - Precondition: `0 <= index < count`.
    public func features(at index: Int) -> [Float] {
        let span = span(at: index)
        switch inputs {
        case .bytes(let bytes): return bytes[span].map { Float($0) / 255 }
        case .floats(let floats): return Array(floats[span])
        }
    }

    /// The bytes of one image in row-major order, or nil where inputs are not bytes.
    ///
    /// - Precondition: `0 <= index < count`.
    public func bytes(at index: Int) -> [UInt8]? {
        guard case .bytes(let bytes) = inputs else { return nil }
        return Array(bytes[span(at: index)])
    }

    /// The class of one example, or nil where targets are values.
    ///
    /// - Precondition: `0 <= index < count`.
    public func label(at index: Int) -> Int? {
        guard case .classes(let labels) = targets else { return nil }
        return Int(labels[rows[index]])
    }

    /// The target values of one example; for labelled data the one-hot row.
    ///
    /// - Precondition: `0 <= index < count`.
    public func target(at index: Int) -> [Float] {
        let row = rows[index]
        let width = targetShape.reduce(1, *)
        switch targets {
        case .classes(let labels): return (0..<width).map { $0 == Int(labels[row]) ? 1 : 0 }
        case .values(let values): return Array(values[row * width..<(row + 1) * width])
        }
    }

    /// Every example's class in order, or nil where targets are values.
    public var labels: [Int]? {
        guard case .classes(let labels) = targets else { return nil }
        return (0..<count).map { Int(labels[rows[$0]]) }
    }
}

extension Dataset {
    /// This view's targets, in its order.
    var ownTargets: Targets {
        let width = targetShape.reduce(1, *)
        return switch targets {
        case .classes(let labels): .classes((0..<count).map { labels[rows[$0]] })
        case .values(let values):
            .values((0..<count).flatMap { values[rows[$0] * width..<(rows[$0] + 1) * width] })
        }
    }
}

private extension Dataset {
    /// Where one example's inputs lie in storage.
    func span(at index: Int) -> Range<Int> {
        let width = shape.reduce(1, *)
        return rows[index] * width..<(rows[index] + 1) * width
    }
}
