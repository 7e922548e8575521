/// How a cell runs and is shown: the lines `//| key: value` at its top, with Quarto's keys.
///
///     //| label: fig-accuracy
///     //| fig-cap: Accuracy after each epoch.
///     //| echo: false
public struct CellOptions: Equatable, Sendable {
    /// `label`: the cell's id on its page, which links can point at.
    public var label: String?

    // What happens when the cell runs. These change results.

    /// `eval`: whether the cell is compiled and run at all; where not, its code is only shown.
    public var eval = true
    /// `error`: whether the cell may fail. Its failure is then shown at the cell, and the chapter goes on without what
    /// the cell declares.
    public var error = false
    /// `timeout`: how long the cell may run; nil means as long as Weft lets any cell.
    public var timeout: Duration?
    /// `memory`: how many bytes the cell's process may take; nil means as many as Weft lets any cell.
    public var memory: Int?
    /// `live`: whether the cell also runs in the reader's browser.
    public var live = Live.no
    /// `volatile`: whether the cell's results differ from run to run, as measured times do. They are not compared
    /// when a site is verified.
    public var volatile = false

    // What the page shows of it. These change no result.

    /// `include`: whether the page shows anything of the cell. It runs all the same.
    public var include = true
    /// `echo`: whether the page shows the code.
    public var echo = true
    /// `output`: how the page shows what the cell printed and showed.
    public var output = OutputStyle.shown
    /// `warning`: whether the page shows the messages that the cell wrote to standard error.
    public var warning = true
    /// `code-fold`: whether a reader opens the code to see it.
    public var codeFold = CodeFold.never
    /// `code-summary`: the words on folded code.
    public var codeSummary: String?
    /// `layout-ncol`: in how many columns the cell's figures stand, where the page is wide enough.
    public var columns: Int?
    /// `lst-cap`: the caption that makes the code a numbered listing.
    public var listingCaption: Caption?
    /// `fig-cap`: the captions of the cell's figures, in order; a single one is that of each.
    public var figureCaptions: [Caption] = []
    /// `fig-alt`: what a reader who can't see the cell's figures is told, in their order, or of each; where there is
    /// none, the sentence that the figure derives itself.
    public var figureAlternatives: [Caption] = []
    /// `tbl-cap`: the captions of the cell's tables, in order; a single one is that of each.
    public var tableCaptions: [Caption] = []

    public init(label: String? = nil) {
        self.label = label
    }

    /// What `output` may be.
    public enum OutputStyle: Equatable, Sendable {
        case shown
        case hidden
        /// `asis`: printed text is Markdown.
        case markdown
    }

    /// What `code-fold` may be.
    public enum CodeFold: Equatable, Sendable {
        case never
        case closed
        /// `show`: the code can be folded, and is open at first.
        case open
    }

    /// What `live` may be.
    public enum Live: Equatable, Sendable {
        case no
        case yes
        /// `shared`: what the cell declares is there for the live cells after it.
        case shared
    }
}

extension CellOptions {
    /// All of the cell's captions, in the order in which their expressions run.
    var captions: [Caption] {
        [listingCaption].compactMap(\.self) + figureCaptions + figureAlternatives + tableCaptions
    }

    /// Whether pages use `label` as an id of their own.
    static func isReserved(_ label: String) -> Bool {
        let isNumbered = label.hasPrefix("cell-") && label.dropFirst("cell-".count).allSatisfy(\.isWholeNumber)
        return label == "main" || label.contains("--") || isNumbered && label != "cell-"
    }
}
