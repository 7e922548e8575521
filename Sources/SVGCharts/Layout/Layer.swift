/// The marks of one kind that look alike and belong together: one line, one set of bars, one cloud of points.
package struct Layer {
    package let type: MarkType
    package var marks: [MarkDescriptor]
    package let look: Look
    /// The scale of colours of a raster.
    package var ramp: ColorRamp?
    /// The fields that tell this layer from others, each once.
    package let fields: [Channel]

    package var kind: MarkKind { type.kind }

    /// What the layer is called in a label, a summary or a table; nil where nothing names it.
    package var name: String? {
        fields.isEmpty ? nil : fields.map { $0.phrase }.joined(separator: ", ")
    }
}

/// How a layer looks, all choices made.
package struct Look {
    package var color: Color
    package var stroke: StrokeStyle
    package var symbol: BasicChartSymbolShape?
    package var symbolRadius: Double
    package var opacity: Double?
    /// How deep the colour is, where a number gives it.
    package var depth: Double? = nil
    package var interpolation: InterpolationMethod
    package var cornerRadius: Double
}
