/// The entries of a legend that belong to one field.
package struct LegendGroup {
    /// What the field measures, where its values say nothing without it.
    package let title: String?
    package let keys: [LegendKey]
}

/// One entry of a legend: a sample of the look, and its name.
package struct LegendKey {
    package let name: String
    package let color: Color
    /// The field's value that it stands for; nil where it is a sample of a ramp.
    package var field: Channel?
    package var stroke: StrokeStyle?
    package var symbol: BasicChartSymbolShape?
    package var isFilled = false
    package var opacity: Double?

    /// The width of the sample.
    package var sampleWidth: Double { stroke != nil ? 24 : 12 }
}

extension Encoding {
    /// The legend's entries, a group for each field that gives a look, each field once.
    package var legend: [LegendGroup] {
        var groups: [LegendGroup] = []
        if let ramp { groups.append(legend(of: ramp)) }
        var labels: [String] = []
        for case let scale? in [foreground, line, symbol] where !labels.contains(scale.label) {
            labels.append(scale.label)
            let fields = scale.values.map { Channel(label: scale.label, datum: $0) }
            let title = fields.contains { $0.isBare } ? scale.label : nil
            groups.append(LegendGroup(title: title, keys: fields.compactMap { key(of: $0) }))
        }
        return groups
    }

    private func legend(of ramp: ColorRamp) -> LegendGroup {
        let keys = ramp.samples.map { value in
            let look = ramp.look(of: value)
            return LegendKey(name: NumberText.people(value), color: look.color, isFilled: true, opacity: look.depth)
        }
        return LegendGroup(title: ramp.label, keys: keys)
    }

    private func key(of field: Channel) -> LegendKey? {
        let layers = layers.filter { $0.fields.contains(field) }
        guard !layers.isEmpty else { return nil }
        let isColored = foreground?.label == field.label
        var key = LegendKey(
            name: field.datum.label, color: isColored ? color(of: field.datum) ?? .primary : .primary, field: field)
        for layer in layers {
            switch layer.kind {
            case .line, .rule: key.stroke = key.stroke ?? stroke(of: layer, for: field)
            case .bar: key.isFilled = true
            case .area: key.opacity = layers.count == 1 ? layer.look.opacity ?? 0.2 : nil
            case .rectangle, .raster: key.isFilled = true
            case .errorBar, .contour: key.stroke = key.stroke ?? layer.look.stroke
            case .point: break
            }
            key.isFilled = key.isFilled || layer.kind == .area && layers.count == 1
            key.symbol = key.symbol ?? shape(of: layer, for: field)
        }
        return key
    }

    /// The layer's stroke where this field gives it, otherwise a solid one.
    private func stroke(of layer: Layer, for field: Channel) -> StrokeStyle {
        let isGiven = line == nil || line?.label == field.label
        return isGiven ? layer.look.stroke : StrokeStyle(lineWidth: layer.look.stroke.lineWidth)
    }

    /// The layer's symbol where this field gives it; a circle for points whose symbol another field gives.
    private func shape(of layer: Layer, for field: Channel) -> BasicChartSymbolShape? {
        guard let shape = layer.look.symbol else { return nil }
        if symbol == nil || symbol?.label == field.label { return shape }
        return layer.kind == .point ? .circle : nil
    }
}
