/// Regards an example of any shape as one row: `[batch, 28, 28]` becomes `[batch, 784]`. Nothing is copied.
public final class Flatten: Layer {
    /// A layer without settings.
    public override init() {}

    public override var kind: String { "flatten" }

    public override var isView: Bool { true }

    public override func build(_ input: [Int], _ make: Construction) throws(NetworkError) -> [Int] {
        [input.reduce(1, *)]
    }
}
