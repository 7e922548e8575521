/// The numbers of a page's figures, tables and listings.
struct CaptionNumbers {
    private var figures = 0
    private var tables = 0
    private var listings = 0

    /// The number of the next figure, counted from 1.
    mutating func nextFigure() -> Int {
        figures += 1
        return figures
    }

    /// The caption of the next table, with its number; both as HTML.
    mutating func table(_ caption: String) -> String {
        tables += 1
        return "<span class=\"figure-number\">Table \(tables).</span> \(caption)"
    }

    /// The caption of the next listing, with its number; both as HTML.
    mutating func listing(_ caption: String) -> String {
        listings += 1
        return "<span class=\"figure-number\">Listing \(listings).</span> \(caption)"
    }
}
