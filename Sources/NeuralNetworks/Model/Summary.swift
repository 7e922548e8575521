extension Sequential {
    /// A table of the layers, their output shapes and how many parameters each has, as text.
    ///
    /// Shapes and counts are known once the model is built.
    public func summary() -> String {
        let rows = layers.map { layer in
            [
                layer.name, graph == nil ? "?" : shapeText(layer.outputShape),
                graph == nil ? "?" : grouped(parameterCount(of: layer)),
            ]
        }
        let table = [["Layer", "Output shape", "Parameters"]] + rows
        let widths = (0..<3).map { column in table.reduce(0) { max($0, $1[column].count) } }
        var text = ""
        for (index, row) in table.enumerated() {
            text += pad(row[0], widths[0]) + "  " + pad(row[1], widths[1]) + "  "
            text += spaces(widths[2] - row[2].count) + row[2] + "\n"
            if index == 0 { text += String(repeating: "─", count: widths.reduce(4, +)) + "\n" }
        }
        guard let graph else { return text + "not built yet: shapes are known after fit or build(inputShape:)\n" }
        let trainable = graph.trainable.reduce(0) { $0 + $1.count }
        let all = graph.parameters.reduce(0) { $0 + $1.count }
        text += String(repeating: "─", count: widths.reduce(4, +)) + "\n"
        text += "\(grouped(all)) parameters, \(grouped(trainable)) of them trainable\n"
        return text
    }

    /// How many numbers the optimizer learns, or nil before the model is built.
    public var trainableParameterCount: Int? { graph?.trainable.reduce(0) { $0 + $1.count } }
}

private extension Sequential {
    func parameterCount(of layer: Layer) -> Int {
        let prefix = Array((layer.name + "/").utf8)
        return graph?.parameters.reduce(0) { $0 + ($1.name.utf8.starts(with: prefix) ? $1.count : 0) } ?? 0
    }

    func shapeText(_ shape: [Int]) -> String {
        var text = "[batch"
        for dimension in shape { text += ", \(dimension)" }
        return text + "]"
    }

    /// 109386 as "109,386".
    func grouped(_ number: Int) -> String {
        var rest = number, text = ""
        while rest >= 1000 {
            let group = rest % 1000
            text = "," + (group < 10 ? "00" : group < 100 ? "0" : "") + "\(group)" + text
            rest /= 1000
        }
        return "\(rest)" + text
    }

    func pad(_ text: String, _ width: Int) -> String { text + spaces(width - text.count) }

    func spaces(_ count: Int) -> String { String(repeating: " ", count: max(count, 0)) }
}
