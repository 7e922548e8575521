import SwiftParser
import SwiftSyntax

/// What the weaver has to know of a cell's code, as Swift's own parser sees it.
struct CellSyntax {
    /// The tree that the parser made of the code.
    let file: SourceFileSyntax
    /// The code's bytes, which offsets count.
    let code: [UInt8]
    /// The first byte of each top-level statement that does something: all but the declarations of types and
    /// functions. The last may be the statement that `last` is.
    let statements: [Int]
    /// The expression that the code ends in, whose value the cell shows; nil where it ends in anything else: a
    /// declaration, an assignment, a statement.
    let last: Range<Int>?
    /// Whether the code is nothing but the expression that it ends in, and imports.
    let onlyShows: Bool
    /// Whether the code repeats by itself so often that optimizing it pays.
    let repeatsMuch: Bool
    /// The code's own imports, each on a line.
    let imports: [String]
    /// The modules that those name.
    let importedModules: [String]
    /// Where `await` stands at the top level.
    let awaits: [Int]
    /// What the code declares.
    let names: DeclaredNames
    /// What is written into the code when the cell is compiled, in order.
    let insertions: [Insertion]

    /// A piece of Swift that is written before the byte at `offset`.
    struct Insertion {
        var offset: Int
        var text: String
        /// Whether it belongs to what stands before it.
        var closes = false
    }

    /// - Parameter isLive: whether the cell is compiled for the browser.
    init(_ code: String, isLive: Bool = false) {
        file = Parser.parse(source: code)
        self.code = Array(code.utf8)
        statements = file.statements.compactMap {
            Self.runs($0) ? $0.positionAfterSkippingLeadingTrivia.utf8Offset : nil
        }
        last = file.statements.last.flatMap(Self.shownExpression).map {
            $0.positionAfterSkippingLeadingTrivia.utf8Offset..<$0.endPositionBeforeTrailingTrivia.utf8Offset
        }
        onlyShows = last != nil && file.statements.dropLast().allSatisfy { $0.item.is(ImportDeclSyntax.self) }
        repeatsMuch = Repetitions(in: file).areMany
        let imports = file.statements.compactMap { $0.item.as(ImportDeclSyntax.self) }
        self.imports = imports.map(\.trimmedDescription)
        importedModules = imports.compactMap { $0.path.first?.name.text }
        awaits = TopLevelAwaits(of: file).offsets
        names = DeclaredNames(of: file)
        let declarations = PublicDeclarations(of: file).offsets.map {
            Insertion(offset: $0, text: PublicDeclarations.keyword)
        }
        let all = declarations + (isLive ? ForcedErrors(of: file).insertions : [])
        insertions = all.enumerated().sorted {
            ($0.element.offset, $0.element.closes ? 0 : 1, $0.offset)
                < ($1.element.offset, $1.element.closes ? 0 : 1, $1.offset)
        }.map(\.element)
    }

    /// The text between two offsets, as it is compiled.
    func text(_ range: Range<Int>) -> String {
        var bytes: [UInt8] = []
        var start = range.lowerBound
        for insertion in insertions where insertion.isWritten(in: range) {
            bytes += code[start..<insertion.offset] + Array(insertion.text.utf8)
            start = insertion.offset
        }
        return String(decoding: bytes + code[start..<range.upperBound], as: UTF8.self)
    }

    /// The column in the author's code of a column of the compiled code, both counted from 1, on the line that has
    /// this many before it.
    func authorColumn(_ column: Int, line: Int) -> Int {
        var author = column
        for insertion in insertions
        where self.line(of: insertion.offset) == line && self.column(of: insertion.offset) + 1 < author {
            author = max(self.column(of: insertion.offset) + 1, author - insertion.text.utf8.count)
        }
        return author
    }

    /// Where the code ends, without the empty lines behind it.
    var end: Int {
        code.lastIndex { $0 != UInt8(ascii: "\n") }.map { $0 + 1 } ?? 0
    }

    /// How many lines end before `offset`.
    func line(of offset: Int) -> Int {
        code[..<offset].count { $0 == UInt8(ascii: "\n") }
    }

    /// How many bytes of its line stand before `offset`.
    func column(of offset: Int) -> Int {
        offset - (code[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0)
    }
}

extension CellSyntax {
    private static func runs(_ statement: CodeBlockItemSyntax) -> Bool {
        statement.item.is(ExprSyntax.self) || statement.item.is(StmtSyntax.self)
            || statement.item.is(VariableDeclSyntax.self)
    }

    private static func shownExpression(_ statement: CodeBlockItemSyntax) -> ExprSyntax? {
        guard let expression = statement.item.as(ExprSyntax.self), !expression.hasError else { return nil }
        if let sequence = expression.as(SequenceExprSyntax.self),
            sequence.elements.contains(where: { $0.is(AssignmentExprSyntax.self) })
        {
            return nil
        }
        return expression.is(IfExprSyntax.self) || expression.is(SwitchExprSyntax.self) ? nil : expression
    }
}

extension CellSyntax.Insertion {
    /// Whether it is written where only the bytes in `range` are.
    fileprivate func isWritten(in range: Range<Int>) -> Bool {
        closes ? range.lowerBound < offset && offset <= range.upperBound : range.contains(offset)
    }
}
