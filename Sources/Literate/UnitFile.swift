/// The names of the files that a chapter's Swift is compiled as, as far as the compiler and crashes know: `Cell3.swift`
/// for the third cell, `Prose4-1.swift` for the second expression of unit 4.
///
/// Lines are the piece's own, not the chapter's: what is compiled stays the same when the prose before it grows.
/// `Chapter.location(file:line:column:)` knows where in the chapter a piece stands.
enum UnitFile {
    /// The number of a piece's first line. The line before it is that of the call around what a cell shows.
    static let firstLine = 2

    static func cell(_ number: Int) -> String { "Cell\(number).swift" }

    /// The same cell, compiled for the browser.
    static func live(_ number: Int) -> String { "Live\(number).swift" }

    static func expression(_ number: Int, ofUnit index: Int) -> String { "Prose\(index)-\(number).swift" }

    /// The second copy of a claim, in which its operands are noted: its columns are not the author's.
    static func notedExpression(_ number: Int, ofUnit index: Int) -> String { "Prose\(index)-\(number)-noted.swift" }

    /// Whether `file` is a piece of the unit that becomes `module`.
    static func isPart(_ file: String, of module: String) -> Bool {
        file == "\(module).swift" || file.hasPrefix("\(module)-")
    }
}
