/// One mark as a plain value: what is drawn, where, and in which style. Every mark type comes down to this one, so
/// that a chart is an array and no type is hidden behind a protocol.
public struct MarkDescriptor: Sendable {
    package var kind: MarkKind
    /// What draws the layer that the mark is in.
    let drawing: MarkDrawing
    package var x: Channel?
    package var y: Channel?
    private var details: Details?

    package init(
        _ kind: MarkKind, drawnBy drawing: @escaping MarkDrawing, x: Channel? = nil, xEnd: Channel? = nil,
        y: Channel? = nil, yEnd: Channel? = nil, series: Channel? = nil
    ) {
        self.kind = kind
        self.drawing = drawing
        self.x = x
        self.y = y
        guard xEnd != nil || yEnd != nil || series != nil else { return }
        details = Details(Rest(xEnd: xEnd, yEnd: yEnd, series: series))
    }
}

extension MarkDescriptor {
    /// What most marks of a long line do not have, kept apart so that 100,000 of them stay small.
    private struct Rest {
        var xEnd: Channel?
        var yEnd: Channel?
        var series: Channel?
        var style = MarkStyle()
        var annotation: Annotation?
        var raster: Raster?
        var accessibilityLabel: String?
        var isBetweenRows = false
    }

    private final class Details: Sendable {
        let rest: Rest

        init(_ rest: Rest) { self.rest = rest }
    }

    private var rest: Rest {
        get { details?.rest ?? Rest() }
        set { details = Details(newValue) }
    }

    package var xEnd: Channel? {
        get { details?.rest.xEnd }
        set { rest.xEnd = newValue }
    }

    package var yEnd: Channel? {
        get { details?.rest.yEnd }
        set { rest.yEnd = newValue }
    }

    package var series: Channel? { details?.rest.series }

    /// Whether the mark only makes a curve smooth, so that the data table does without it.
    package var isBetweenRows: Bool {
        get { details?.rest.isBetweenRows ?? false }
        set { rest.isBetweenRows = newValue }
    }

    package var style: MarkStyle {
        get { details?.rest.style ?? MarkStyle() }
        set { rest.style = newValue }
    }

    package var annotation: Annotation? {
        get { details?.rest.annotation }
        set { rest.annotation = newValue }
    }

    /// The numbers of a raster mark.
    package var raster: Raster? {
        get { details?.rest.raster }
        set { rest.raster = newValue }
    }

    /// What the mark stands for, in words.
    package var accessibilityLabel: String? {
        get { details?.rest.accessibilityLabel }
        set { rest.accessibilityLabel = newValue }
    }

    /// Whether the mark has neither style nor series of its own.
    package var isPlain: Bool { details == nil }
}

/// Draws all marks of a layer. It comes with the marks, so that a browser loads the code of those alone that a cell uses.
package typealias MarkDrawing = @Sendable (_ layer: Layer, _ plane: Plane, _ svg: inout SVGWriter) -> Void

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

/// How a mark asks to look. What is nil is chosen when the chart is drawn.
package struct MarkStyle: Hashable, Sendable {
    package var foreground: StyleChoice<Color>?
    package var line: StyleChoice<StrokeStyle>?
    package var symbol: StyleChoice<BasicChartSymbolShape>?
    package var symbolSize: Double?
    package var interpolation: InterpolationMethod?
    package var opacity: Double?
    package var cornerRadius: Double?
    package var position: Channel?
    package var stacking: MarkStackingMethod?
}

/// A look that is given, or that follows from the value of a field.
package enum StyleChoice<Value: Hashable & Sendable>: Hashable, Sendable {
    case fixed(Value)
    case field(Channel)

    package var channel: Channel? {
        if case .field(let channel) = self { channel } else { nil }
    }

    package var value: Value? {
        if case .fixed(let value) = self { value } else { nil }
    }
}

extension MarkDescriptor {
    /// What the mark puts on each axis.
    package var channels: (x: [Channel], y: [Channel]) {
        ([x, xEnd].compactMap { $0 }, [y, yEnd].compactMap { $0 })
    }
}
