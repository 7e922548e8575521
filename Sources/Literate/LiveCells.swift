/// The cells of a chapter that are also compiled for the browser, into one module.
public struct LiveCells: Sendable {
    /// Live cells and what they share, in their order.
    public let sources: [LiveSource]

    /// - Parameter parameters: what the course's cells find under `params`.
    /// - Returns: nil where no cell is live.
    public init?(of chapter: Chapter, parameters: [String: String] = [:]) {
        let cells = chapter.cells.filter { $0.options.live != .no && $0.expectation != .ignored }
        guard let last = cells.lastIndex(where: { $0.options.live == .yes }) else { return nil }
        var shared: [LiveSource] = []
        var sources: [LiveSource] = []
        for cell in cells[...last] {
            let earlier = chapter.cells.filter { $0.number <= cell.number && $0.isKept }
            let source = LiveSource(
                cell, after: shared, usesMaths: earlier.contains { CellSyntax($0.code).importsMaths },
                parameters: parameters)
            sources.append(source)
            if source.isShared { shared.append(source) }
        }
        self.sources = sources
    }

    /// The path of a script of a chapter's live cells, from the site's root. The one of the chapter's name is for most
    /// browsers, `NAME.exact` for others.
    public static func scriptPath(of name: String) -> String { "live/\(name).js" }

    /// The functions that run what is shared, in order.
    public var sharedEntryPoints: [String] { sources.filter(\.isShared).map(\.entryPoint) }
}

/// The Swift file that a live cell is compiled as for the browser: its own code as in `UnitSource`, which stops at
/// an error, and the values of the expressions in its captions.
public struct LiveSource: Sendable {
    public let cell: Cell
    public let moduleName: String
    public let text: String
    /// Whether live cells after it see what it declares.
    public var isShared: Bool { cell.options.live == .shared }
    /// The function that runs the cell.
    public var entryPoint: String { Self.entryPoint(of: cell) }

    static func entryPoint(of cell: Cell) -> String { "\(moduleName(of: cell))_main" }

    private static func moduleName(of cell: Cell) -> String { "Live\(cell.number)" }

    /// - Parameter usesMaths: whether this cell, or one before it, imports the C library's mathematics.
    init(_ cell: Cell, after shared: [LiveSource], usesMaths: Bool, parameters: [String: String]) {
        self.cell = cell
        moduleName = Self.moduleName(of: cell)
        var writer = LiveWriter()
        writer.write("import Prelude")
        if usesMaths { writer.write("import Glibc") }
        for source in shared { writer.write("@testable import \(source.moduleName)") }
        // Most cells do without, and so without a dictionary of texts.
        if cell.code.firstMatch(of: #/\bparams\b/#) != nil { writer.write(parameters) }
        writer.write(cell)
        text = writer.text
    }
}

extension CellSyntax {
    /// Whether the code imports the C library, of which the browser has `sin` and its like.
    fileprivate var importsMaths: Bool { imports.contains("import Glibc") }
}

private struct LiveWriter {
    private(set) var text = ""

    mutating func write(_ line: String) {
        text += line + "\n"
    }

    /// Hands the cell the course's parameters, which it can't ask the cell host for.
    mutating func write(_ parameters: [String: String]) {
        let pairs = parameters.sorted { $0.key < $1.key }.map { name, value in
            "\(name.debugDescription): \(value.debugDescription)"
        }
        write("Prelude.setParameters([\(pairs.isEmpty ? ":" : pairs.joined(separator: ", "))])")
    }

    mutating func write(_ cell: Cell) {
        let syntax = CellSyntax(cell.code, isLive: true)
        let file = UnitFile.live(cell.number)
        var end = 0
        func writeCode(to next: Int) {
            guard next > end else { return }
            write("#sourceLocation(file: \"\(file)\", line: \(UnitFile.firstLine + syntax.line(of: end)))")
            write(String(repeating: " ", count: syntax.column(of: end)) + syntax.text(end..<next))
            end = next
        }
        for offset in syntax.statements {
            writeCode(to: offset)
            write("NotebookRuntime.reached(\(syntax.line(of: offset) + 1))")
        }
        writeCode(to: syntax.last?.lowerBound ?? syntax.code.count)
        if let last = syntax.last {
            write(
                "#sourceLocation(file: \"\(file)\", line: \(UnitFile.firstLine - 1 + syntax.line(of: last.lowerBound)))"
            )
            write("NotebookRuntime.show(")
            write(String(repeating: " ", count: syntax.column(of: last.lowerBound)) + syntax.text(last))
            write(")")
        }
        write("#sourceLocation()")
        for (index, expression) in shownExpressions(cell.options).enumerated() {
            write("NotebookRuntime.inlineValue(\(index)) { \(expression.source) }")
        }
    }

    /// The expressions whose values stand in the cell's captions, in the order in which they do on the page.
    private func shownExpressions(_ options: CellOptions) -> [InlineExpression] {
        let captions = [options.listingCaption].compactMap(\.self) + options.figureCaptions + options.tableCaptions
        return captions.flatMap(\.expressions).filter { $0.role == .value }
    }
}
