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
        for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            if let last = lines.last, Self.width(last + " " + word, size: size, isBold: isBold) <= width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

    /// The text, or as much of its beginning as fits with an ellipsis.
    package static func truncate(_ text: String, size: Double, isBold: Bool = false, width: Double) -> String {
        guard Self.width(text, size: size, isBold: isBold) > width else { return text }
        var kept = text
        while !kept.isEmpty, Self.width(kept + "…", size: size, isBold: isBold) > width { kept.removeLast() }
        return kept.isEmpty ? "" : kept + "…"
    }

    /// The texts, each shortened where it does not fit, so that those that differ still do: of texts that would be cut
    /// to the same, the words in which they begin to differ are shown.
    package static func truncate(_ texts: [String], size: Double, isBold: Bool = false, width: Double) -> [String] {
        var short = texts.map { truncate($0, size: size, isBold: isBold, width: width) }
        for (index, text) in short.enumerated() where text != texts[index] && !text.isEmpty {
            let places = short.indices.filter { short[$0] == text }
            let start = start(ofDifferenceIn: places.map { Array(texts[$0]) })
            guard let start, start > 0 else { continue }
            let rests = places.map { String(texts[$0].dropFirst(start)) }
            let room = width - Self.width("…", size: size, isBold: isBold)
            for (place, rest) in zip(places, truncate(rests, size: size, isBold: isBold, width: room)) {
                short[place] = rest.isEmpty ? text : "…" + rest
            }
        }
        return short
    }

    /// How many characters stand before the word in which texts begin to differ; nil where they don't.
    private static func start(ofDifferenceIn texts: [[Character]]) -> Int? {
        guard let first = texts.first, texts.contains(where: { $0 != first }) else { return nil }
        let shared = first.indices.first { index in
            texts.contains { index >= $0.count || $0[index] != first[index] }
        }
        let end = shared ?? first.count
        let word = first[..<end].lastIndex(of: " ").map { $0 + 1 }
        return word ?? end
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
