extension Chapter {
    /// The place in the chapter that the compiler means by a line and a column of one of its files, both counted from 1;
    /// nil where the file is none of the author's pieces.
    ///
    /// Columns are those of the compiled file: a cell inside a list is compiled without its indentation, and with
    /// `public` before what it declares. What ends too early is found wanting behind its end.
    public func location(file: String, line: Int, column: Int) -> Location? {
        for (index, unit) in units.enumerated() {
            switch unit {
            case .cell(let cell) where file == UnitFile.cell(cell.number):
                return Self.location(line: line, column: column, in: cell, CellSyntax(cell.code))
            case .cell(let cell) where file == UnitFile.live(cell.number):
                return Self.location(line: line, column: column, in: cell, CellSyntax(cell.code, isLive: true))
            case .prose(let expressions):
                for (number, expression) in expressions.enumerated()
                where file == UnitFile.expression(number, ofUnit: index) {
                    return Self.location(line: line, column: column, in: expression)
                }
            default: continue
            }
        }
        return nil
    }

    private static func location(line: Int, column: Int, in cell: Cell, _ syntax: CellSyntax) -> Location {
        let number = max(0, line - UnitFile.firstLine)
        guard number <= syntax.line(of: syntax.end) else { return cell.location(of: syntax.end, in: syntax) }
        return cell.place(line: number, column: syntax.authorColumn(column, line: number) - 1)
    }

    /// An expression is compiled on one line, also where the chapter breaks it.
    private static func location(line: Int, column: Int, in expression: InlineExpression) -> Location {
        guard line == UnitFile.firstLine else { return expression.end }
        return expression.location(of: min(max(0, column - 1), expression.source.utf8.count))
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
}
