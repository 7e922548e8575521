// What a script needs to read values out of a picture: the scales, the names of the layers, and which entries of the
// legend each layer belongs to. Points are read from the marks themselves, so that nothing is written twice.
extension Layout {
    /// The two scales and their names, for the element whose coordinates they are in.
    var scaleAttributes: [SVGWriter.Attribute] {
        [.init("data-x", reading(plane.x, xAxis.label)), .init("data-y", reading(plane.y, yAxis.label))]
    }

    /// What a layer's group says: its name, and the places in the legend of its fields.
    func attributes(of layer: Layer) -> [SVGWriter.Attribute] {
        let keys = legend.indices.filter { legend[$0].key.field.map(layer.fields.contains) ?? false }
        return [.init("class", "chart-layer")]
            + (layer.name.map { [.init("data-name", $0)] } ?? [])
            + (keys.isEmpty ? [] : [.init("data-key", keys.map { "\($0)" }.joined(separator: " "))])
    }

    /// A scale as an array in JSON: type, name, where it starts and ends in the picture, then the values there, or the
    /// names of all categories.
    private func reading(_ scale: Scale, _ label: String?) -> String {
        let ends = "\(PathData.number(scale.start)),\(PathData.number(scale.end))"
        let values =
            scale.type == .category
            ? scale.categories.map(Self.quoted)
            : [NumberText.plain(scale.lower), NumberText.plain(scale.upper)]
        return "[\"\(scale.type.name)\",\(Self.quoted(label ?? "")),\(ends)"
            + values.map { "," + $0 }.joined() + "]"
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in Letters.scalars(text) {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\u{0}"..<" ": quoted += " "
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

extension ScaleType {
    fileprivate var name: String {
        switch self {
        case .linear: "linear"
        case .log: "log"
        case .squareRoot: "root"
        case .symmetricLog: "symlog"
        case .category: "names"
        }
    }
}
