/// A cell as its page shows it: its source, then what it printed and showed, in the order in which it did, and what
/// went wrong.
struct CellHTML {
    let cell: Cell
    /// The name of the chapter.
    let slug: String
    /// What came of running it; nil where it is only shown.
    let result: UnitResult?
    let captions: CellCaptions
    /// What the cell's label labels, and its number; nil where the label is only an id.
    let target: Labels.Target?
    /// What makes it live; nil where it is not.
    var live: LiveHTML?

    var html: String {
        let code = ShownCode(cell.code)
        var parts: [String] = []
        if cell.options.include {
            if let source = SourceHTML.html(code, of: cell, caption: listingCaption) { parts.append(source) }
            if let result {
                let outputs = CellOutputs(cell: cell, slug: slug, captions: captions, target: target)
                if let controls = live?.controls, !controls.isEmpty { parts.append(controls) }
                if cell.options.output != .hidden { parts += outputs.html(result) }
                parts += FailureHTML(cell: cell, code: code).expected(result)
            }
        }
        // What nobody expects is told whatever the options say.
        if let result { parts += FailureHTML(cell: cell, code: code).unexpected(result) }
        guard !parts.isEmpty || cell.options.include else { return "" }
        let name = result?.status == .pending ? "cell cell-pending" : "cell"
        return
            "<section class=\"\(name)\" id=\"\(cell.id)\"\(live?.attributes ?? "")>\n\(parts.joined(separator: "\n"))\n</section>"
    }

    /// What a listing is called, with its number.
    private var listingCaption: String? {
        let number = target.flatMap { $0.kind == .listing ? $0.text(isShort: false, isNumbered: true) : nil }
        return CaptionNumbers.caption(captions.listing, number)
    }
}
