import SVGCharts
import Testing

/// The committed widths against a browser's.
@Suite struct TextMeasureTests {
    /// Widths at 100 px that Chromium's canvas gives without kerning, in Inter and in Liberation Sans.
    @Test(arguments: [
        ("Accuracy", false, 442.5, 411.2), ("without dropout, validation", false, 1269.0, 1161.9),
        ("0.85", false, 212.5, 194.6), ("−1.5×10⁻³", false, 462.5, 453.1), ("λ = 0.01, Σx²", false, 594.9, 559.3),
        ("Größe — naïve", false, 699.1, 683.6),
        ("Dropout narrows the gap between training and validation", true, 2757.2, 2711.3),
    ])
    func `a text fits the room reserved for it in either font, with little to spare`(
        _ text: String, _ isBold: Bool, _ inter: Double, _ liberation: Double
    ) {
        let width = TextMeasure.width(text, size: 100, isBold: isBold)
        #expect(width >= max(inter, liberation) && width <= 1.1 * max(inter, liberation))
    }

    @Test func `lines break between words and end in an ellipsis where a word is too long`() {
        let width = TextMeasure.width("training loss", size: 10)
        #expect(TextMeasure.wrap("training loss of run", size: 10, width: width) == ["training loss", "of run"])
        #expect(TextMeasure.truncate("training", size: 10, width: 25).hasSuffix("…"))
        #expect(TextMeasure.truncate("short", size: 10, width: 100) == "short")
    }

    @Test(arguments: [
        (["dropout, rate 0.25", "dropout, rate 0.5", "none"], ["…0.25", "…0.5", "none"]),
        (["a long name one x", "a long name one y", "a long name two"], ["…one x", "…one y", "…two"]),
        (["abcdefghijklm1", "abcdefghijklm2"], ["…1", "…2"]), (["twice the same name"], ["twice th…"]),
        (["twice the same name", "twice the same name"], ["twice th…", "twice th…"]),
        (["abcdefghijklm", "abcdefghijklmn"], ["abcdef…", "…n"]),
        (["abcdefghijklmé", "abcdefghijklmè"], ["…é", "…è"]),
    ])
    func `texts that differ still do when they are shortened`(texts: [String], short: [String]) {
        #expect(TextMeasure.truncate(texts, size: 10, width: 48) == short)
    }

    @Test(arguments: [
        "ab\u{301}cdefghi", "a👩🏽‍🔬bcdefghi", "ae\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}",
    ])
    func `no letter is cut in two`(text: String) {
        for width in stride(from: 0.0, to: 50, by: 1) {
            let short = TextMeasure.truncate(text, size: 10, width: width)
            let isWhole = short.isEmpty || short == text
            #expect(isWhole || short.last == "…" && text.hasPrefix(short.dropLast()), "at \(width): \(short)")
        }
    }

    @Test func `combining marks take no room and wide scripts a full em`() {
        #expect(TextMeasure.width("e\u{301}", size: 100) == TextMeasure.width("e", size: 100))
        #expect(TextMeasure.width("学", size: 100) == 100)
    }
}
