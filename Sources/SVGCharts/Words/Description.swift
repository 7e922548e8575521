extension Chart {
    /// What the picture is called: the label given, the title, or what it shows.
    var accessibleName: String {
        options.accessibilityLabel ?? options.title ?? subject
    }

    /// What the chart says in words: its summary, or, where its data say nothing by themselves, the label that it was
    /// given. Empty where there is neither: somebody who cannot see the chart would learn nothing of it.
    public var alternativeText: String { summary.isEmpty ? options.accessibilityLabel ?? "" : summary }

    /// What somebody hears who cannot see the picture: what is drawn against what, and what it shows.
    var accessibleDescription: String {
        let layers = Encoding(marks, options).layers
        var names: [String] = []
        for case let name? in layers.map({ $0.name }) where !names.contains(name) { names.append(name) }
        let series = names.count > 1 ? " \(names.count) series: \(names.joined(separator: "; "))." : ""
        let summary = summary(of: layers)
        return "\(subject).\(series)\(summary.isEmpty ? "" : " " + summary)\(remarks)"
    }

    /// What single marks stand for: " Marked: the best epoch; the last epoch."
    private var remarks: String {
        var labels: [String] = []
        for case let label? in marks.lazy.map({ $0.accessibilityLabel }) where !labels.contains(label) {
            labels.append(label)
        }
        return labels.isEmpty ? "" : " Marked: \(labels.joined(separator: "; "))."
    }

    /// "Line chart of accuracy against epoch".
    private var subject: String {
        guard let mark = leadingMark else { return "Empty chart" }
        let x = mark.x?.label ?? options.x.label, y = mark.y?.label ?? options.y.label
        let measured = mark.raster?.label ?? (mark.kind == .rectangle ? mark.foreground?.channel?.label : nil)
        if let measured, let x, let y {
            return "\(mark.kind.noun) of \(Phrase.inner(measured)) over \(Phrase.inner(x)) and \(Phrase.inner(y))"
        }
        if mark.kind == .bar, let x, let y {
            return "Bar chart of \(Phrase.inner(mark.isLying ? x : y)) by \(Phrase.inner(mark.isLying ? y : x))"
        }
        switch (x, y) {
        case (let x?, let y?): return "\(mark.kind.noun) of \(Phrase.inner(y)) against \(Phrase.inner(x))"
        case (let one?, nil), (nil, let one?): return "\(mark.kind.noun) of \(Phrase.inner(one))"
        case (nil, nil): return mark.kind.noun
        }
    }
}

extension MarkKind {
    fileprivate var noun: String {
        switch self {
        case .line: "Line chart"
        case .point: "Scatter plot"
        case .bar: "Bar chart"
        case .area: "Area chart"
        case .rule: "Reference lines"
        case .rectangle, .raster: "Heat map"
        case .contour: "Contour plot"
        case .errorBar: "Intervals"
        }
    }
}

/// Names of axes and series inside a sentence.
enum Phrase {
    /// A name as it stands inside a sentence: "Epoch" becomes "epoch", "MSE" and "R²" stay.
    static func inner(_ name: String) -> String { changed(name, Letters.small) }

    /// A sentence as it begins: "loss falls" becomes "Loss falls"; the symbols "y" and "β₁" stay.
    static func outer(_ text: String) -> String { changed(text, Letters.capital) }

    /// The text with its first letter changed, where a small letter follows it.
    private static func changed(_ text: String, _ change: (Unicode.Scalar) -> Unicode.Scalar) -> String {
        var letters = Letters.scalars(text)
        guard letters.count > 1, Letters.isSmall(letters[1]) else { return text }
        letters[0] = change(letters[0])
        return Letters.text(letters)
    }
}
