/// The captions of a cell with the values of their expressions, in HTML where nothing else is said.
struct CellCaptions {
    var listing: String?
    var figures: [String] = []
    /// As text: what a reader is told who can't see the figures.
    var alternatives: [String] = []
    var tables: [String] = []

    /// The caption of number `index`, counted from 0, among `captions`: a single one is that of each.
    static func caption(_ index: Int, of captions: [String]) -> String? {
        captions.count == 1 ? captions[0] : captions.indices.contains(index) ? captions[index] : nil
    }
}
