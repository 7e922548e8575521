extension Chapter {
    /// The place in the chapter that the compiler means by a line and a column of a unit's source, both counted from 1.
    ///
    /// Lines are the chapter's. Columns are the unit's: a cell inside a list is compiled without its indentation, and
    /// with `public` before what it declares. What ends too early is found wanting behind its end, where the chapter
    /// says something else: that is the end of the unit.
    public func location(line: Int, column: Int) -> Location {
        let unit = units.max { $0.lastLine(upTo: line) < $1.lastLine(upTo: line) }
        return unit.map { location(line: line, column: column, in: $0) } ?? Location(line: line, column: column)
    }

    /// The same, where the unit is known that the compiler means.
    public func location(line: Int, column: Int, in unit: Unit) -> Location {
        switch unit {
        case .cell(let cell): Self.location(line: line, column: column, in: cell)
        case .prose(let expressions): Self.location(line: line, column: column, among: expressions)
        }
    }

    private static func location(line: Int, column: Int, in cell: Cell) -> Location {
        let syntax = CellSyntax(cell.code)
        let number = line - cell.location.line
        guard number <= syntax.line(of: syntax.end) else { return cell.location(of: syntax.end, in: syntax) }
        return Location(line: line, column: cell.location.column - 1 + syntax.authorColumn(column, line: number))
    }

    /// Where the last piece of a unit's Swift ends.
    public func end(of unit: Unit) -> Location {
        switch unit {
        case .cell(let cell):
            let syntax = CellSyntax(cell.code)
            return cell.location(of: syntax.end, in: syntax)
        case .prose(let expressions):
            return expressions.last?.end ?? unit.location
        }
    }

    /// Each expression is compiled on one line, in its own column; those of captions may stand before others that are
    /// compiled first.
    private static func location(line: Int, column: Int, among expressions: [InlineExpression]) -> Location {
        let before = expressions.filter { $0.location.line <= line }
        let onLine = before.filter { $0.location.line == line }
        guard let first = onLine.first else {
            let last = before.max { ($0.location.line, $0.location.column) < ($1.location.line, $1.location.column) }
            return last?.end ?? Location(line: line, column: column)
        }
        let expression = onLine.last { $0.location.column <= column } ?? first
        let offset = column - expression.location.column
        return expression.location(of: min(max(0, offset), expression.source.utf8.count))
    }
}

extension Chapter.Unit {
    /// The last line, of those up to `line`, on which a piece of the unit begins; 0 where none does.
    fileprivate func lastLine(upTo line: Int) -> Int {
        switch self {
        case .cell(let cell): cell.location.line <= line ? cell.location.line : 0
        case .prose(let expressions): expressions.map(\.location.line).filter { $0 <= line }.max() ?? 0
        }
    }
}
