/// Writes elements, one a line, and remembers where each text stands.
package struct SVGWriter {
    package private(set) var texts: [PlacedText] = []
    /// The marks that another picture of the same chart can take over, or has.
    var sharing: MarkSharing?
    private var bytes: [UInt8] = []

    package var svg: String { Letters.text(bytes) }

    package mutating func open(_ name: String, _ attributes: [Attribute]) {
        tag(name, attributes)
        append(">\n")
    }

    package mutating func close(_ name: String) {
        append("</\(name)>\n")
    }

    package mutating func empty(_ name: String, _ attributes: [Attribute]) {
        tag(name, attributes)
        append("/>\n")
    }

    package mutating func element(_ name: String, _ attributes: [Attribute], text: String) {
        tag(name, attributes)
        append(">")
        appendEscaped(text)
        append("</\(name)>\n")
    }

    /// A path; nothing where it is empty.
    package mutating func path(_ data: PathData, _ attributes: [Attribute]) {
        guard !data.isEmpty else { return }
        empty("path", attributes + [Attribute("d", data.text)])
    }

    /// The path of a mark whose places all come from the scales of `plane`, as lines and fills do, and symbols do not.
    /// A second picture of the chart uses the first one's, stretched, in place of its own.
    mutating func mark(_ data: PathData, in plane: Plane, _ attributes: [Attribute]) {
        guard !data.isEmpty else { return }
        switch sharing?.next(data, in: plane) {
        case nil: path(data, attributes)
        case .original(let id): path(data, [Attribute("id", id)] + attributes)
        case .copy(let id, let transform):
            let kind = attributes.filter { $0.name == "class" }
            empty("use", kind + [Attribute("href", "#\(id)"), Attribute("transform", transform)])
        }
    }

    package mutating func text(_ text: PlacedText, fill: Color? = nil) {
        guard !text.text.isEmpty else { return }
        let attributes = shared(text, fill)
        write(text, [attributes[0]] + place(text) + attributes.dropFirst())
    }

    /// Texts, those that follow each other and look alike in one group, which says how.
    package mutating func texts(_ texts: [PlacedText], fill: Color? = nil) {
        let texts = texts.filter { !$0.text.isEmpty }
        var rest = texts[...]
        while let first = rest.first {
            let run = rest.prefix { $0.role == first.role && $0.anchor == first.anchor && $0.size == first.size }
            rest = rest.dropFirst(run.count)
            guard run.count > 1 else {
                text(first, fill: fill)
                continue
            }
            open("g", shared(first, fill))
            for text in run { write(text, place(text)) }
            close("g")
        }
    }
}

extension SVGWriter {
    /// A name with its value, numbers rounded to two decimals.
    package struct Attribute {
        let name: String
        let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }

        package init(_ name: String, _ value: Double) {
            self.init(name, PathData.number(value))
        }

        /// A place or a length in the picture, rounded to a tenth as those of paths are.
        package init(_ name: String, place: Double) {
            self.init(name, (place * 10).rounded() / 10)
        }
    }

    private mutating func write(_ text: PlacedText, _ attributes: [Attribute]) {
        texts.append(text)
        element("text", attributes, text: text.text)
    }

    private func place(_ text: PlacedText) -> [Attribute] {
        [Attribute("x", place: text.x), Attribute("y", place: text.baseline)]
    }

    /// What texts of one role have in common.
    private func shared(_ text: PlacedText, _ fill: Color?) -> [Attribute] {
        var attributes = [Attribute("class", text.role.rawValue)]
        if text.anchor != .start { attributes.append(Attribute("text-anchor", text.anchor.rawValue)) }
        if text.isBold {
            attributes.append(Attribute("font-size", text.size))
            attributes.append(Attribute("font-weight", "600"))
        }
        if let fill { attributes.append(Attribute("fill", fill.css)) }
        return attributes
    }

    private mutating func tag(_ name: String, _ attributes: [Attribute]) {
        append("<")
        append(name)
        for attribute in attributes {
            append(" ")
            append(attribute.name)
            append("=\"")
            appendEscaped(attribute.value)
            append("\"")
        }
    }

    mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// Text as XML holds it; characters that XML cannot hold are replaced.
    private mutating func appendEscaped(_ text: String) {
        for byte in text.utf8 { if let entity = Self.entity(byte) { append(entity) } else { bytes.append(byte) } }
    }

    private static func entity(_ byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case 0x09, 0x0A, 0x0D: " "
        case 0..<0x20: "\u{FFFD}"
        default: nil
        }
    }
}
