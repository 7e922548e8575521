/// Collects the layers of a ``Sequential`` from its braces, `if`, `for` and `switch` included.
@resultBuilder
public enum LayerBuilder {
    /// One layer.
    public static func buildExpression(_ layer: Layer) -> [Layer] { [layer] }
    /// Several layers.
    public static func buildExpression(_ layers: [Layer]) -> [Layer] { layers }
    /// Layers one after another.
    public static func buildBlock(_ layers: [Layer]...) -> [Layer] { layers.flatMap { $0 } }
    /// Layers of an `if` without `else`.
    public static func buildOptional(_ layers: [Layer]?) -> [Layer] { layers ?? [] }
    /// Layers of an `if` or a `switch`.
    public static func buildEither(first layers: [Layer]) -> [Layer] { layers }
    /// Layers of an `else` or a `switch`.
    public static func buildEither(second layers: [Layer]) -> [Layer] { layers }
    /// Layers of a loop.
    public static func buildArray(_ layers: [[Layer]]) -> [Layer] { layers.flatMap { $0 } }
}
