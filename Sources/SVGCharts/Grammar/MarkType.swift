/// What all marks of one type do. It comes with each of them, so that a browser loads the code of those types alone that
/// a cell uses.
package final class MarkType: Sendable {
    package let kind: MarkKind
    /// Draws all marks of a layer.
    let draw: @Sendable (_ layer: Layer, _ plane: Plane, _ svg: inout SVGWriter) -> Void
    /// Stands marks on each other, where marks of this type do so.
    let stack: (@Sendable (_ marks: [MarkDescriptor]) -> [MarkDescriptor])?
    /// What the layers of the marks of this type say, where they say anything by themselves.
    let sentences: (@Sendable (_ layers: [Layer], _ options: ChartOptions) -> [String])?

    init(
        _ kind: MarkKind, draw: @escaping @Sendable (Layer, Plane, inout SVGWriter) -> Void,
        stack: (@Sendable ([MarkDescriptor]) -> [MarkDescriptor])? = nil,
        sentences: (@Sendable ([Layer], ChartOptions) -> [String])? = nil
    ) {
        self.kind = kind
        self.draw = draw
        self.stack = stack
        self.sentences = sentences
    }
}

/// Which mark a descriptor is.
package enum MarkKind: Hashable, Sendable {
    case line, point, bar, area, rule, rectangle, errorBar, raster, contour
}

extension MarkKind {
    /// How much a mark says of what the chart is about: the least most.
    package var rank: Int {
        switch self {
        case .raster, .contour: 0
        case .line, .point, .bar: 1
        case .rectangle: 2
        case .area, .errorBar: 3
        case .rule: 4
        }
    }
}
