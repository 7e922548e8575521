extension Chart {
    /// The chart as one SVG element. `id` is its id and the beginning of every id in it, so it must be unique in the
    /// page and fit to be one: letters, digits, `-` and `_`; any other character becomes `-`.
    public func svg(id: String, layout: ChartLayout = .regular) -> String {
        Drawing(self, id: Self.clean(id), layout: layout).svg
    }

    /// The chart in a `<div class="chart">`, laid out for a wide column and once more for a phone, whose id is
    /// `id-narrow`. `ChartTheme.css` shows the right one; without a style sheet there is only the wide one.
    public func html(id: String) -> String {
        let id = Self.clean(id)
        let wide = Drawing(
            self, id: id, layout: .regular, attributes: ChartLayout.regular.attributes, sharing: MarkSharing(id: id))
        let narrow = Drawing(
            self, id: id + "-narrow", layout: .narrow, attributes: ChartLayout.narrow.attributes,
            sharing: wide.sharing?.forCopies)
        return "<div class=\"chart\">\n\(wide.svg)\(narrow.svg)</div>\n"
    }

    static func clean(_ id: String) -> String {
        var bytes: [UInt8] = []
        for byte in id.utf8 {
            let isKept =
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
                default: false
                }
            bytes.append(isKept ? byte : 0x2D)
        }
        let text = Letters.text(bytes)
        return text.isEmpty ? "chart" : text
    }
}

extension ChartLayout {
    /// What tells the picture of one layout from that of the other beside it.
    var attributes: [SVGWriter.Attribute] {
        switch self {
        case .regular: [.init("class", "chart-regular")]
        case .narrow: [.init("class", "chart-narrow"), .init("display", "none")]
        }
    }
}
