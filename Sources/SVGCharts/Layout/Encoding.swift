/// Which looks the fields of a chart have, and the layers that its marks fall into.
package struct Encoding {
    let foreground: FieldScale?
    /// The colours of rectangles where a number gives them.
    package let ramp: ColorRamp?
    let line: FieldScale?
    let symbol: FieldScale?
    package private(set) var layers: [Layer] = []

    private let colors: [Color]
    private let strokes: [StrokeStyle]
    private let shapes: [BasicChartSymbolShape]
    /// Fields whose colour comes with a symbol at each point, so that lines need no dashes to differ.
    private let hasSymbols: Bool

    package init(_ marks: [MarkDescriptor], _ options: ChartOptions) {
        var colored: [Channel] = [], stroked: [Channel] = [], shaped: [Channel] = [], shades: [Channel] = []
        var isRamp = true, hasSymbols = false
        for mark in marks where !mark.isPlain {
            if let field = mark.foreground?.channel {
                colored.append(field)
                isRamp = isRamp && mark.kind == .rectangle
                hasSymbols = hasSymbols || mark.kind == .point || mark.symbol != nil
            }
            if let field = mark.line?.channel { stroked.append(field) }
            if let field = mark.symbol?.channel { shaped.append(field) }
            if mark.kind == .raster, let raster = mark.raster { shades += raster.shades }
        }
        self.hasSymbols = hasSymbols
        colors = options.foreground.range.isEmpty ? Palette.series.map { $0.color } : options.foreground.range
        strokes = options.line.range.isEmpty ? StrokeStyle.series : options.line.range
        shapes = options.symbol.range.isEmpty ? BasicChartSymbolShape.allCases : options.symbol.range
        ramp = isRamp ? ColorRamp(colored + shades) : nil
        foreground = ramp == nil ? FieldScale(colored, domain: options.foreground.domain, count: colors.count) : nil
        line = FieldScale(stroked, domain: options.line.domain, count: strokes.count)
        symbol = FieldScale(shaped, domain: options.symbol.domain, count: shapes.count)
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
    /// The colour of one of the field's values.
    func color(of value: Datum) -> Color? { foreground.map { colors.turned($0.place(of: value) ?? 0) } }

    /// Puts marks that are alike into one layer.
    private mutating func gather(_ marks: [MarkDescriptor]) {
        var index = HashIndex()
        var place = 0
        for mark in marks {
            if layers.isEmpty || !layers[place].marks[0].isAlike(mark) {
                let hash = mark.fingerprint
                place = index.first(hash) { layers[$0].marks[0].isAlike(mark) } ?? layers.count
                if place == layers.count {
                    index.append(hash)
                    layers.append(
                        Layer(type: mark.type, marks: [], look: look(of: mark), ramp: ramp, fields: fields(of: mark)))
                }
            }
            layers[place].marks.append(mark)
        }
    }

    private func fields(of mark: MarkDescriptor) -> [Channel] {
        var fields: [Channel] = []
        for field in mark.fields(withColor: ramp == nil) where !fields.contains(field) { fields.append(field) }
        if let series = mark.series, !fields.contains(series) { fields.append(series) }
        return fields
    }

    private func look(of mark: MarkDescriptor) -> Look {
        let style = mark.style
        var look = Look(
            color: color(of: mark), stroke: stroke(of: mark), symbol: symbol(of: mark),
            symbolRadius: ((style.symbolSize ?? 40) / 3.141592653589793).squareRoot(), opacity: style.opacity,
            interpolation: style.interpolation ?? .linear, cornerRadius: max(style.cornerRadius ?? 0, 0))
        if let ramp, let field = mark.foreground?.channel {
            let ramped = ramp.look(of: field.datum.finite ?? .nan)
            (look.color, look.depth) = (ramped.color, ramped.depth)
        }
        return look
    }

    private func color(of mark: MarkDescriptor) -> Color {
        switch mark.foreground {
        case .fixed(let color): color
        case .field(let channel): color(of: channel.datum) ?? .series(0)
        case nil: mark.kind == .rule ? .secondary : .series(0)
        }
    }

    private func stroke(of mark: MarkDescriptor) -> StrokeStyle {
        switch mark.line {
        case .fixed(let stroke): return stroke
        case .field(let channel):
            let isColored = mark.foreground?.channel == channel
            guard let line else { return StrokeStyle() }
            return strokes.turned(line.place(of: channel.datum) ?? 0, beside: isColored ? foreground?.count : nil)
        case nil: break
        }
        if mark.kind == .rule || mark.kind == .errorBar { return StrokeStyle(lineWidth: 1.25) }
        guard mark.kind == .line, !hasSymbols, let index = foregroundIndex(of: mark) else { return StrokeStyle() }
        return StrokeStyle.series.turned(index, beside: foreground?.count)
    }

    private func symbol(of mark: MarkDescriptor) -> BasicChartSymbolShape? {
        switch mark.symbol {
        case .fixed(let shape): return shape
        case .field(let channel): return symbol.map { shapes.turned($0.place(of: channel.datum) ?? 0) }
        case nil: break
        }
        guard mark.kind == .point else { return nil }
        return BasicChartSymbolShape.allCases.turned(foregroundIndex(of: mark) ?? 0)
    }

    /// Which of its field's values colours a mark; nil where no field does.
    private func foregroundIndex(of mark: MarkDescriptor) -> Int? {
        guard let foreground, let field = mark.foreground?.channel else { return nil }
        return foreground.place(of: field.datum)
    }
}
