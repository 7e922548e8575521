/// Writes elements, one a line, and remembers where each text stands.
package struct SVGWriter {
    package private(set) var texts: [PlacedText] = []
    private var bytes: [UInt8] = []

    package var svg: String { String(decoding: bytes, as: UTF8.self) }

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
        append(Self.escaped(text))
        append("</\(name)>\n")
    }

    /// A path; nothing where it is empty.
    package mutating func path(_ data: PathData, _ attributes: [Attribute]) {
        guard !data.isEmpty else { return }
        empty("path", attributes + [Attribute("d", data.text)])
    }

    package mutating func text(_ text: PlacedText, fill: Color? = nil) {
        guard !text.text.isEmpty else { return }
        texts.append(text)
        var attributes = [
            Attribute("class", text.role.rawValue), Attribute("x", place: text.x), Attribute("y", place: text.baseline),
        ]
        if text.anchor != .start { attributes.append(Attribute("text-anchor", text.anchor.rawValue)) }
        if text.isBold {
            attributes.append(Attribute("font-size", text.size))
            attributes.append(Attribute("font-weight", "600"))
        }
        if let fill { attributes.append(Attribute("fill", fill.css)) }
        element("text", attributes, text: text.text)
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

    private mutating func tag(_ name: String, _ attributes: [Attribute]) {
        append("<")
        append(name)
        for attribute in attributes {
            append(" ")
            append(attribute.name)
            append("=\"")
            append(Self.escaped(attribute.value))
            append("\"")
        }
    }

    mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// Text as XML holds it; characters that XML cannot hold are replaced.
    package static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
            case 0x09, 0x0A, 0x0D: bytes.append(0x20)
            case 0..<0x20: bytes.append(contentsOf: "\u{FFFD}".utf8)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
