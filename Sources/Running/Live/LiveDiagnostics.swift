import Literate

/// What the compiler said of a live cell, which compiles natively, and why it does not for the browser.
struct LiveDiagnostics {
    let problems: [Problem]

    init(_ text: String, of cell: Cell, in chapter: Chapter) {
        let found = CompilerDiagnostics(Diagnostic.read(text), text: text, of: .cell(cell), in: chapter).errors
        let earlier = EarlierNames(before: cell, in: chapter)
        let fallback = Problem(
            file: chapter.source.path, location: cell.location,
            message: "the compiler failed without a word", fix: text.isEmpty ? nil : text)
        problems = (found.isEmpty ? [fallback] : found).map { problem in
            var problem = problem
            problem.fix = Self.advice(on: problem.message, earlier) ?? problem.fix
            problem.message = "the live cell can't run in the browser: \(problem.message)"
            return problem
        }
    }
}

extension LiveDiagnostics {
    /// What to do about an error that only the browser's Swift makes.
    private static func advice(on message: String, _ earlier: EarlierNames) -> String? {
        if let match = message.firstMatch(of: #/no such module '(\w+)'/#) {
            return
                "a live cell can't use \(match.1), nor files or the network: it sees Weft's libraries, without Datasets"
        }
        if let match = message.firstMatch(of: #/cannot find (?:type )?'(\w+)' in scope/#) {
            let name = String(match.1)
            if let line = earlier.line(of: name) {
                return "'\(name)' is declared in the cell on line \(line), which is not there in the browser: "
                    + "say '//| live: shared' in that cell"
            }
            return
                "a live cell can't use files, data sets or Foundation: it sees Weft's libraries, without Datasets, and "
                + "what cells before it with '//| live: shared' declare"
        }
        if message.contains("any Error") || message.contains("untyped throws") {
            return
                "the browser's Swift has no 'any Error': write the type of the error, as in 'throws(NetworkError)', or "
                + "throw errors of one type only"
        }
        if message.contains("embedded Swift") || message.contains("Embedded Swift") {
            return "the browser's Swift is Embedded Swift, which has no values of protocol types ('any P'), no "
                + "reflection, no 'as?' to a protocol and no key paths"
        }
        return nil
    }
}

/// The names that the cells before a live cell declare and do not share.
private struct EarlierNames {
    private var lines: [String: Int] = [:]

    init(before cell: Cell, in chapter: Chapter) {
        for other in chapter.cells where other.number < cell.number && other.options.live != .shared {
            for name in other.declaredNames { lines[name] = other.location.line }
        }
    }

    func line(of name: String) -> Int? { lines[name] }
}
