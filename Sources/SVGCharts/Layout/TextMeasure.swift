/// How much room a text needs, without a browser.
package enum TextMeasure {
    /// The width of one line of text.
    package static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
        let widths = isBold ? AdvanceWidths.bold : AdvanceWidths.regular
        var thousandths = 0
        for scalar in text.unicodeScalars { thousandths += advance(scalar.value, widths) }
        return Double(thousandths) * size / 1000
    }

    /// The text on as few lines as keep to a width, broken between words.
    package static func wrap(_ text: String, size: Double, isBold: Bool = false, width: Double) -> [String] {
        var lines: [String] = []
        for word in Letters.words(text) {
            let line = lines.last.map { $0 + " " + word } ?? word
            if !lines.isEmpty, Self.width(line, size: size, isBold: isBold) <= width {
                lines[lines.count - 1] = line
            } else {
                lines.append(word)
            }
        }
        return lines
    }

    /// The text, or as much of its beginning as fits with an ellipsis.
    package static func truncate(_ text: String, size: Double, isBold: Bool = false, width: Double) -> String {
        guard Self.width(text, size: size, isBold: isBold) > width else { return text }
        var kept = "", next = ""
        var last: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            if !Letters.isPart(scalar, after: last) { kept = next }
            next.unicodeScalars.append(scalar)
            last = scalar
            guard Self.width(next + "…", size: size, isBold: isBold) <= width else { break }
        }
        return kept.isEmpty ? "" : kept + "…"
    }

    /// The texts, each shortened where it does not fit, so that those that differ still do: of texts that would be cut
    /// to the same, the words in which they begin to differ are shown.
    package static func truncate(_ texts: [String], size: Double, isBold: Bool = false, width: Double) -> [String] {
        var short = texts.map { truncate($0, size: size, isBold: isBold, width: width) }
        for (index, text) in short.enumerated() where text != texts[index] && !text.isEmpty {
            let places = short.indices.filter { short[$0] == text }
            let whole = places.map { Array(texts[$0].utf8) }
            guard let start = start(ofDifferenceIn: whole) else { continue }
            let rests = whole.map { Letters.text(Array($0[start...])) }
            let room = width - Self.width("…", size: size, isBold: isBold)
            for (place, rest) in zip(places, truncate(rests, size: size, isBold: isBold, width: room)) {
                short[place] = rest.isEmpty ? text : "…" + rest
            }
        }
        return short
    }

    /// How many bytes stand before the word in which texts begin to differ; nil where none do.
    private static func start(ofDifferenceIn texts: [[UInt8]]) -> Int? {
        guard let first = texts.first else { return nil }
        var start = 0, end = 0
        while end < first.count, texts.allSatisfy({ end < $0.count && $0[end] == first[end] }) {
            if first[end] == 0x20 { start = end + 1 }
            end += 1
        }
        guard texts.contains(where: { $0.count > end }) else { return nil }
        // A single word is cut where it differs, but between letters.
        if start == 0 {
            start = end
            while start > 0, start < first.count, first[start] & 0xC0 == 0x80 { start -= 1 }
        }
        return start == 0 ? nil : start
    }

    private static func advance(_ scalar: UInt32, _ widths: [UInt16]) -> Int {
        var offset = 0
        for run in AdvanceWidths.runs {
            if scalar >= run.first, scalar < run.first + UInt32(run.count) {
                return Int(widths[offset + Int(scalar - run.first)])
            }
            offset += run.count
        }
        if scalar >= 0x300, scalar < 0x370 { return 0 }
        return scalar >= 0x2E80 ? 1000 : AdvanceWidths.unknown
    }
}
