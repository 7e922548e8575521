/// Which looks the fields of a chart have, and the layers that its marks fall into.
package struct Encoding {
    package let foreground: FieldScale<Color>?
    /// The colours of rectangles where a number gives them.
    package let ramp: ColorRamp?
    package let line: FieldScale<StrokeStyle>?
    package let symbol: FieldScale<BasicChartSymbolShape>?
    package private(set) var layers: [Layer] = []

    /// Fields whose colour comes with a symbol at each point, so that lines need no dashes to differ.
    private let hasSymbols: Bool

    package init(_ marks: [MarkDescriptor], _ options: ChartOptions) {
        let styled = marks.filter { !$0.isPlain || $0.kind == .point }
        let isRamp = styled.allSatisfy { $0.style.foreground?.channel == nil || $0.kind == .rectangle }
        let rasters = styled.filter { $0.kind == .raster }.compactMap { $0.raster }
        ramp =
            isRamp
            ? ColorRamp(styled.compactMap { $0.style.foreground?.channel } + rasters.flatMap { $0.shades }) : nil
        foreground =
            ramp != nil
            ? nil
            : FieldScale(
                styled.compactMap { $0.style.foreground?.channel }, chosen: options.foreground,
                standard: Palette.series.map { $0.color })
        line = FieldScale(
            styled.compactMap { $0.style.line?.channel }, chosen: options.line, standard: StrokeStyle.series)
        symbol = FieldScale(
            styled.compactMap { $0.style.symbol?.channel }, chosen: options.symbol,
            standard: BasicChartSymbolShape.allCases)
        hasSymbols = styled.contains { $0.style.foreground?.channel != nil && $0.bearsSymbol }
        gather(marks)
    }

    /// The layers of other marks with the looks that were chosen here.
    package func sharing(_ marks: [MarkDescriptor]) -> Encoding {
        var encoding = self
        encoding.layers = []
        encoding.gather(marks)
        return encoding
    }
}

extension Encoding {
    /// What marks of one layer have in common.
    private struct Key: Hashable {
        let kind: MarkKind
        let series: Channel?
        let style: MarkStyle
    }

    private mutating func gather(_ marks: [MarkDescriptor]) {
        var places: [Key: Int] = [:]
        var last: Key?
        var place = 0
        var plain: (kind: MarkKind, place: Int)?
        for mark in marks {
            if mark.isPlain, let plain, plain.kind == mark.kind {
                layers[plain.place].marks.append(mark)
                continue
            }
            let key = Key(kind: mark.kind, series: mark.series, style: mark.style)
            if key != last {
                place = places[key] ?? layers.count
                last = key
            }
            if place == layers.count {
                places[key] = place
                layers.append(
                    Layer(
                        type: mark.type, marks: [], look: look(of: mark), ramp: ramp,
                        fields: fields(of: mark)))
            }
            layers[place].marks.append(mark)
            if mark.isPlain { plain = (mark.kind, place) }
        }
    }

    private func fields(of mark: MarkDescriptor) -> [Channel] {
        var fields: [Channel] = []
        for case let field? in [
            ramp == nil ? mark.style.foreground?.channel : nil, mark.style.line?.channel, mark.style.symbol?.channel,
            mark.series,
        ] where !fields.contains(where: { $0 == field }) { fields.append(field) }
        return fields
    }

    private func look(of mark: MarkDescriptor) -> Look {
        let ramped = mark.style.foreground?.channel.flatMap { field in
            ramp.map { $0.look(of: field.datum.finite ?? .nan) }
        }
        return Look(
            color: ramped?.color ?? color(of: mark), stroke: stroke(of: mark), symbol: symbol(of: mark),
            symbolRadius: ((mark.style.symbolSize ?? 40) / 3.141592653589793).squareRoot(),
            opacity: mark.style.opacity, depth: ramped?.depth, interpolation: mark.style.interpolation ?? .linear,
            cornerRadius: max(mark.style.cornerRadius ?? 0, 0))
    }

    private func color(of mark: MarkDescriptor) -> Color {
        switch mark.style.foreground {
        case .fixed(let color): color
        case .field(let channel): foreground?.look(of: channel.datum) ?? .series(0)
        case nil: mark.kind == .rule ? .secondary : .series(0)
        }
    }

    private func stroke(of mark: MarkDescriptor) -> StrokeStyle {
        switch mark.style.line {
        case .fixed(let stroke): return stroke
        case .field(let channel):
            let isColored = mark.style.foreground?.channel == channel
            return line?.look(of: channel.datum, beside: isColored ? foreground?.count : nil) ?? StrokeStyle()
        case nil: break
        }
        if mark.kind == .rule || mark.kind == .errorBar { return StrokeStyle(lineWidth: 1.25) }
        guard mark.kind == .line, !hasSymbols, let index = foregroundIndex(of: mark) else { return StrokeStyle() }
        return StrokeStyle.series.turned(index, beside: foreground?.count)
    }

    private func symbol(of mark: MarkDescriptor) -> BasicChartSymbolShape? {
        switch mark.style.symbol {
        case .fixed(let shape): return shape
        case .field(let channel): return symbol?.look(of: channel.datum)
        case nil: break
        }
        guard mark.kind == .point else { return nil }
        let shapes = BasicChartSymbolShape.allCases
        return shapes[(foregroundIndex(of: mark) ?? 0) % shapes.count]
    }

    /// Which of its field's values colours a mark; nil where no field does.
    private func foregroundIndex(of mark: MarkDescriptor) -> Int? {
        mark.style.foreground?.channel.flatMap { foreground?.index(of: $0.datum) }
    }
}

extension MarkDescriptor {
    fileprivate var bearsSymbol: Bool { kind == .point || style.symbol != nil }
}
