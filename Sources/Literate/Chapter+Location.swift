extension Chapter {
    /// The place in the chapter that the compiler means by a line and a column of a unit's source, both counted from 1.
    ///
    /// Lines are the chapter's. Columns are the unit's: a cell inside a list is compiled without its indentation, and
    /// with `public` before what it declares. What ends too early is found wanting behind its end, where the chapter
    /// says something else: that is the end of the unit.
    public func location(line: Int, column: Int) -> Location {
        switch units.last(where: { $0.location.line <= line }) {
        case .cell(let cell): Self.location(line: line, column: column, in: cell)
        case .prose(let expressions): Self.location(line: line, column: column, among: expressions)
        case nil: Location(line: line, column: column)
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
            return expressions.last.map(Self.end) ?? unit.location
        }
    }

    private static func end(of expression: InlineExpression) -> Location {
        Location(
            line: expression.location.line, column: expression.location.column + expression.source.utf8.count)
    }

    private static func location(line: Int, column: Int, among expressions: [InlineExpression]) -> Location {
        guard let last = expressions.last(where: { $0.location.line <= line }), last.location.line < line else {
            return Location(line: line, column: column)
        }
        return end(of: last)
    }
}
