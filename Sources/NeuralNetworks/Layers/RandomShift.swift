/// Shifts each image by a random whole number of pixels in training, filling with 0: augmentation that costs no memory.
///
/// Examples are `[height, width]` or `[height, width, channels]`. Rows and columns are shifted by −pixels … +pixels each,
/// anew in every step. Inference is the identity.
public final class RandomShift: Layer {
    /// The largest shift.
    public let pixels: Int
    private var image = (height: 0, width: 0)

    /// - Parameter pixels: the largest shift, 0 or more and less than the image's sides.
    public init(_ pixels: Int) { self.pixels = pixels }

    public override var kind: String { "random_shift" }

    public override func build(_ input: [Int], _ make: Construction) throws(NetworkError) -> [Int] {
        guard input.count == 2 || input.count == 3 else {
            throw .shapeMismatch(layer: name, expected: "[height, width]", given: input, cause: .notImages)
        }
        guard pixels >= 0, pixels < min(input[0], input[1]) else {
            throw .badSetting(
                layer: name, setting: "pixels", value: Double(pixels),
                expected: "in 0 ..< \(min(input[0], input[1])), the image's smaller side")
        }
        image = (input[0], input.dropFirst().reduce(1, *))
        return input
    }

    public override func forward(_ x: Matrix, _ y: Matrix, _ pass: Pass) {
        guard pass.isTraining else { return y.copy(x) }
        for row in 0..<x.rows {
            let (down, right) = shift(of: row, pass)
            move(x, to: y, row, down: down, right: right)
        }
    }

    public override func backward(_ x: Matrix, _ y: Matrix, _ dy: Matrix, _ dx: Matrix?, _ pass: Pass) {
        guard let dx else { return }
        for row in 0..<x.rows {
            let (down, right) = shift(of: row, pass)
            move(dy, to: dx, row, down: -down, right: -right)
        }
    }
}

private extension RandomShift {
    /// How far an example is shifted; the columns' shift is in numbers, channels included.
    func shift(of row: Int, _ pass: Pass) -> (down: Int, right: Int) {
        let choices = Double(2 * pixels + 1), channels = outputShape.count == 3 ? outputShape[2] : 1
        return (
            Int(pass.uniform(2 * row) * choices) - pixels,
            (Int(pass.uniform(2 * row + 1) * choices) - pixels) * channels
        )
    }

    func move(_ from: Matrix, to: Matrix, _ row: Int, down: Int, right: Int) {
        let source = from.base + row * from.stride, target = to.base + row * to.stride
        target.update(repeating: 0, count: to.columns)
        let kept = image.width - abs(right)
        for line in max(down, 0)..<image.height + min(down, 0) {
            (target + line * image.width + max(right, 0)).update(
                from: source + (line - down) * image.width + max(-right, 0), count: kept)
        }
    }
}
