/// One mark as a plain value: what is drawn, where, and in which style. Every mark type comes down to this one, so
/// that a chart is an array and no type is hidden behind a protocol.
public struct MarkDescriptor: Sendable {
    package let type: MarkType
    package var x: Channel?
    package var y: Channel?
    private var details: Details?

    package init(
        _ type: MarkType, x: Channel? = nil, xEnd: Channel? = nil, y: Channel? = nil, yEnd: Channel? = nil,
        series: Channel? = nil
    ) {
        self.type = type
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

    private mutating func change(_ change: (inout Rest) -> Void) {
        var rest = details?.rest ?? Rest()
        change(&rest)
        details = Details(rest)
    }

    package var xEnd: Channel? {
        get { details?.rest.xEnd }
        set { change { $0.xEnd = newValue } }
    }

    package var yEnd: Channel? {
        get { details?.rest.yEnd }
        set { change { $0.yEnd = newValue } }
    }

    package var series: Channel? { details?.rest.series }

    /// Whether the mark only makes a curve smooth, so that the data table does without it.
    package var isBetweenRows: Bool {
        get { details?.rest.isBetweenRows ?? false }
        set { change { $0.isBetweenRows = newValue } }
    }

    package var style: MarkStyle { details?.rest.style ?? MarkStyle() }

    /// Asks for another look.
    mutating func style(_ change: (inout MarkStyle) -> Void) { self.change { change(&$0.style) } }

    // What is read of a style most, without a copy of the whole.
    var foreground: StyleChoice<Color>? { details?.rest.style.foreground }
    var line: StyleChoice<StrokeStyle>? { details?.rest.style.line }
    var symbol: StyleChoice<BasicChartSymbolShape>? { details?.rest.style.symbol }
    var position: Channel? { details?.rest.style.position }

    package var annotation: Annotation? {
        get { details?.rest.annotation }
        set { change { $0.annotation = newValue } }
    }

    /// The numbers of a raster mark.
    package var raster: Raster? {
        get { details?.rest.raster }
        set { change { $0.raster = newValue } }
    }

    /// What the mark stands for, in words.
    package var accessibilityLabel: String? {
        get { details?.rest.accessibilityLabel }
        set { change { $0.accessibilityLabel = newValue } }
    }

    package var kind: MarkKind { type.kind }

    /// Whether the mark has neither style nor series of its own.
    package var isPlain: Bool { details == nil }
}

extension [MarkDescriptor] {
    /// The marks with both ends given, where they stand on each other.
    var stacked: [MarkDescriptor] {
        for mark in self { if let stack = mark.type.stack { return stack(self) } }
        return self
    }
}

extension MarkDescriptor {
    /// Whether a bar lies: its place is a name on y, its length a number on x.
    var isLying: Bool {
        guard let x, let y else { return false }
        return y.datum.isCategory && !x.datum.isCategory
    }

    /// The fields that give the mark its look.
    func fields(withColor: Bool = true) -> [Channel] {
        var fields: [Channel] = []
        if withColor, let field = foreground?.channel { fields.append(field) }
        if let field = line?.channel { fields.append(field) }
        if let field = symbol?.channel { fields.append(field) }
        return fields
    }

    /// Whether this mark and another belong to one layer.
    func isAlike(_ other: MarkDescriptor) -> Bool {
        kind == other.kind && (isPlain && other.isPlain || series == other.series && style == other.style)
    }

    /// The same for marks of one layer.
    var fingerprint: UInt64 {
        var hash = UInt64(kind.rank)
        for field in fields() { hash = hash.combined(with: field.datum.fingerprint) }
        hash = hash.combined(with: series?.datum.fingerprint ?? 0)
        hash = hash.combined(with: foreground?.value?.css.fingerprint ?? 0)
        return hash.combined(with: details?.rest.style.opacity?.bitPattern ?? 0)
    }
}
