/// A runnable piece of Swift in a chapter.
public struct Cell: Equatable, Sendable {
    /// The cell's place among the chapter's cells, counted from 1.
    public var number: Int
    public var options: CellOptions
    /// What is to become of the cell: `run`, unless the word behind its fence or `eval: false` says something else.
    public var expectation: Expectation
    /// The Swift code, without the lines of options.
    public var code: String
    /// Where the code begins in the chapter. Later lines begin in the same column: a cell inside a list is indented.
    public var location: Location
    /// Where in the chapter the pieces stand that the code was put together from; empty for a cell that its author wrote
    /// in one.
    var pieces: [Piece] = []
    /// What the cell is to a code exercise; nil where it belongs to none.
    var exercisePart: ExercisePart?
    /// The seeds that its results depend on, as far as code names them (`NamedSeeds`).
    package internal(set) var seeds: [ClosedRange<Int>] = []

    /// A piece of a cell's code that begins on line `line` of the code, counted from 0.
    struct Piece: Equatable, Sendable {
        var line: Int
        var location: Location
    }

    public init(
        number: Int, options: CellOptions, expectation: Expectation = .run, code: String, location: Location
    ) {
        self.number = number
        self.options = options
        self.expectation = expectation
        self.code = code
        self.location = location
    }

    /// Whether what the cell declares is there for the cells after it. A cell that may fail leaves nothing behind: it
    /// works on a copy of what there is.
    public var isKept: Bool { expectation == .run && !options.error }

    /// Where the byte at `offset` of the code stands in the chapter.
    func location(of offset: Int, in syntax: CellSyntax) -> Location {
        place(line: syntax.line(of: offset), column: syntax.column(of: offset))
    }

    /// Where a line and a column of the code stand in the chapter, both counted from 0.
    func place(line: Int, column: Int) -> Location {
        let piece = pieces.last { $0.line <= line } ?? Piece(line: 0, location: location)
        return Location(line: piece.location.line + line - piece.line, column: piece.location.column + column)
    }

    /// The id of the cell on its page: its label, or `cell-3`. The exercise itself has the label of its starter.
    public var id: String {
        let label = options.label ?? "cell-\(number)"
        return exercisePart == .starter ? "\(label)--starter" : label
    }
}
