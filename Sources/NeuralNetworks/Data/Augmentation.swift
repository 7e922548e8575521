extension Dataset {
    /// The same examples in random order.
    public func shuffled(seed: Int) -> Dataset {
        let order = Order(self)
        order.shuffle(Key(seed: seed).derived(for: .shuffle), kernels: .fastest)
        return viewing(.list((0..<count).map { order.from($0).pointee }))
    }

    /// The same inputs, a share of whose labels is replaced by a class drawn at random, the right one included
    /// (Zhang et al. 2017).
    ///
    /// - Parameters:
    ///   - rate: the probability that a label is drawn anew, in `0 ... 1`.
    ///   - seed: what is drawn from.
    /// - Throws: ``DatasetError`` for a rate out of range or data without classes.
    public func corruptingLabels(rate: Double, seed: Int) throws(DatasetError) -> Dataset {
        guard rate >= 0, rate <= 1 else { throw .badFraction(rate) }
        guard case .classes(var labels) = targets else { throw .notLabelled }
        let key = Key(seed: seed).derived(for: .corruption)
        for position in 0..<count where key.uniform(2 * position) < rate {
            labels[rows[position]] = Int32(key.uniform(2 * position + 1) * Double(classNames.count))
        }
        return Dataset(
            shape: shape, targetShape: targetShape, classNames: classNames, inputs: inputs, targets: .classes(labels),
            rows: rows)
    }

    /// Images shifted by a random number of pixels, up to `pixels` in each direction, filled with 0.
    ///
    /// This makes one shifted copy; the layer ``RandomShift`` shifts anew in every step.
    ///
    /// - Throws: ``DatasetError/notImages(shape:)`` where examples are not `[height, width]`.
    public func shifted(upTo pixels: Int, seed: Int) throws(DatasetError) -> Dataset {
        guard shape.count == 2, pixels >= 0, pixels < min(shape[0], shape[1]) else { throw .notImages(shape: shape) }
        let key = Key(seed: seed).derived(for: .augmentation), choices = Double(2 * pixels + 1)
        let shifts = (0..<count).map { position -> (down: Int, right: Int) in
            (Int(key.uniform(2 * position) * choices) - pixels, Int(key.uniform(2 * position + 1) * choices) - pixels)
        }
        let moved: Inputs =
            switch inputs {
            case .bytes(let bytes): .bytes(move(bytes, zero: 0, shifts))
            case .floats(let floats): .floats(move(floats, zero: 0, shifts))
            }
        return Dataset(
            shape: shape, targetShape: targetShape, classNames: classNames, inputs: moved, targets: ownTargets,
            rows: .range(0..<count))
    }
}

private extension Dataset {
    /// This view's images, each shifted down and right.
    func move<Number>(_ stored: [Number], zero: Number, _ shifts: [(down: Int, right: Int)]) -> [Number] {
        let (height, width) = (shape[0], shape[1])
        var moved = [Number](repeating: zero, count: count * height * width)
        for (position, shift) in shifts.enumerated() {
            let source = rows[position] * height * width, target = position * height * width
            for line in max(shift.down, 0)..<height + min(shift.down, 0) {
                for column in max(shift.right, 0)..<width + min(shift.right, 0) {
                    moved[target + line * width + column] =
                        stored[source + (line - shift.down) * width + column - shift.right]
                }
            }
        }
        return moved
    }
}
