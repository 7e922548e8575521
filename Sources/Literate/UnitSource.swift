/// The Swift file that one unit of a chapter is compiled as.
///
/// The author's code stands in it to the letter, in its own columns, under `#sourceLocation` lines, so that whatever
/// the compiler or a crash says of it can be found in the chapter (`UnitFile`). What is written around it is this:
///
///     import Prelude
///     @testable import Cell1
///     NotebookRuntime.reached(0)
///     #sourceLocation(file: "Cell2.swift", line: 2)
///     public let gap = training - validation
///     NotebookRuntime.reached(1)
///     #sourceLocation(file: "Cell2.swift", line: 2)
///     NotebookRuntime.show(
///     gap
///     )
///
/// Nothing is written behind a cell's code but the end of that call, so that the compiler finds what the author forgot
/// to close at the end of the chapter's cell.
public struct UnitSource: Equatable, Sendable {
    /// The name of the module that the unit becomes.
    public let moduleName: String
    /// The name of its entry point.
    public var entryPoint: String { "\(moduleName)_main" }
    public var text: String { head + code }
    /// The same as a file beside the cell before it, in whose module it is compiled then: top-level code can stand in one
    /// file of a module only.
    public var companionText: String {
        """
        \(head)private func \(moduleName)_code() throws {
        \(code)}
        @_cdecl("\(entryPoint)") public func \(entryPoint)(_: Int32, _: UnsafeMutableRawPointer?) -> Int32 {
            do { try \(moduleName)_code() } catch { _errorInMain(error) }
            return 0
        }

        """
    }
    /// Where in the chapter the places stand that the unit says it has reached, by their numbers: an error that leaves
    /// a statement does not tell where it came from, nor do some crashes in optimized code.
    public let places: [Location]
    /// What the unit imports, for the units after it.
    public let imports: [String]
    /// The modules that the unit itself imports.
    public let importedModules: [String]
    /// Whether the compiler is to optimize the unit. It takes three times as long then: too long for expressions in the
    /// prose, for cells that declare nothing and do nothing but show something, such as a chart, and for those without
    /// loops within loops.
    public let isOptimized: Bool
    /// Whether it may be compiled together with the cell before it, because it brings nothing that those after it see.
    public let canBeCompanion: Bool

    /// What it imports, and the code that follows.
    private let head, code: String

    /// - Parameters:
    ///   - unit: what is to be compiled.
    ///   - index: the unit's place among the chapter's units, counted from 0.
    ///   - imports: the imports of the cells before it.
    ///   - modules: the modules of the cells before it.
    public init(
        _ unit: Chapter.Unit, index: Int, imports: [String] = [], after modules: [String]
    ) {
        head = (["import Prelude"] + imports + modules.map { "@testable import \($0)" }).map { $0 + "\n" }.joined()
        var writer = UnitWriter()
        switch unit {
        case .cell(let cell):
            let syntax = CellSyntax(cell.code)
            moduleName = "Cell\(cell.number)"
            self.imports = syntax.imports
            importedModules = syntax.importedModules
            isOptimized = syntax.repeatsMuch && !syntax.onlyShows
            canBeCompanion = cell.isKept && syntax.onlyShows && syntax.imports.isEmpty
            writer.write(cell, syntax)
        case .prose(let expressions):
            moduleName = "Prose\(index)"
            self.imports = []
            importedModules = []
            isOptimized = false
            canBeCompanion = true
            for (number, expression) in expressions.enumerated() {
                writer.write(expression, number: number, ofUnit: index)
            }
        }
        code = writer.text
        places = writer.places
    }

    /// Whether `file` is one of those that the unit's own code is compiled as, by their names.
    public func has(file: String) -> Bool {
        UnitFile.isPart(file, of: moduleName)
    }
}

/// Writes a unit's file, line by line.
private struct UnitWriter {
    private(set) var text = ""
    private(set) var places: [Location] = []

    mutating func write(_ line: String) {
        text += line + "\n"
    }

    mutating func write(_ cell: Cell, _ syntax: CellSyntax) {
        let file = UnitFile.cell(cell.number)
        var end = 0
        for offset in syntax.statements {
            write(syntax, end..<offset, in: file)
            end = offset
            reach(cell.location(of: offset, in: syntax))
        }
        guard let last = syntax.last else { return write(syntax, end..<syntax.code.count, in: file) }
        // The call takes the line before, so that the expression keeps its own line and columns.
        locate(line: UnitFile.firstLine - 1 + syntax.line(of: last.lowerBound), in: file)
        write("NotebookRuntime.show(")
        write(Self.indented(syntax.text(last), by: syntax.column(of: last.lowerBound)))
        write(")")
    }

    /// Writes a piece of a cell's code in its own lines and columns.
    private mutating func write(_ syntax: CellSyntax, _ range: Range<Int>, in file: String) {
        guard !range.isEmpty else { return }
        locate(line: UnitFile.firstLine + syntax.line(of: range.lowerBound), in: file)
        write(Self.indented(syntax.text(range), by: syntax.column(of: range.lowerBound)))
    }

    mutating func write(_ expression: InlineExpression, number: Int, ofUnit index: Int) {
        let file = UnitFile.expression(number, ofUnit: index)
        places.append(expression.location)
        switch expression.role {
        case .value, .answer, .correct:
            write("try NotebookRuntime.inlineValue(\(number)) {")
            locate(line: UnitFile.firstLine, in: file)
            write(expression.source)
            write("}")
        case .claim:
            // The claim as its author wrote it is there for the compiler to check, in its own columns. What runs is
            // the same claim with its operands noted.
            write("func claim\(number)() throws -> Bool {")
            locate(line: UnitFile.firstLine, in: file)
            write(expression.source)
            write("}")
            locate(line: UnitFile.firstLine, in: UnitFile.notedExpression(number, ofUnit: index))
            write("try NotebookRuntime.checkClaim(\(number)) { \(ClaimSource.check) in")
            write(ClaimSource(expression.source).text)
            write("}")
        }
        write("#sourceLocation()")
    }

    private mutating func reach(_ place: Location) {
        write("NotebookRuntime.reached(\(places.count))")
        places.append(place)
    }

    private mutating func locate(line: Int, in file: String) {
        write("#sourceLocation(file: \"\(file)\", line: \(line))")
    }

    private static func indented(_ code: String, by columns: Int) -> String {
        String(repeating: " ", count: columns) + code
    }
}
