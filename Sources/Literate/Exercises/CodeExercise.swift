/// An exercise that readers write code for: a starter that is shown, a solution, and a check that ends in a condition.
///
///     ```swift
///     //| label: ex-sum
///     func sum(_ a: Int, _ b: Int) -> Int { 0 }
///     ```
///     ```swift
///     //| label: ex-sum-solution
///     func sum(_ a: Int, _ b: Int) -> Int { a + b }
///     ```
///     ```swift
///     //| label: ex-sum-check
///     sum(1, 2) == 3
///     ```
///
/// The cells (`ex-sum-setup` may be a fourth) are only shown. What runs are two cells that are put together from them,
/// each on a copy of the state: the solution must pass the check, and the starter must fail it, by giving `false`, by a
/// trap or by not compiling.
struct CodeExercise {
    private let starter: Cell
    private let setup: Cell?
    private let solution: Cell
    private let check: Cell

    /// Puts the checks of all code exercises in the place of their cells.
    /// - Returns: what is wrong with them.
    static func arrange(_ units: inout [Chapter.Unit], _ cells: inout [Cell], of source: SourceText) -> [Problem] {
        var names: [String] = []
        var parts: [String: [ExercisePart: Cell]] = [:]
        var problems: [Problem] = []
        for index in cells.indices {
            guard let (name, part) = cells[index].options.label.flatMap(ExercisePart.read) else { continue }
            cells[index].exercisePart = part
            if parts[name] == nil { names.append(name) }
            parts[name, default: [:]][part] = cells[index]
            problems += Problem.contradictions(in: cells[index], part: part, of: source)
        }
        var number = cells.count
        for name in names {
            guard let found = parts[name], let starter = found[.starter], let solution = found[.solution],
                let check = found[.check]
            else {
                problems.append(.incomplete(name, parts[name] ?? [:], of: source))
                continue
            }
            let exercise = CodeExercise(starter: starter, setup: found[.setup], solution: solution, check: check)
            exercise.replace(in: &units, &cells, number: &number)
        }
        return problems
    }
}

extension CodeExercise {
    private func replace(in units: inout [Chapter.Unit], _ cells: inout [Cell], number: inout Int) {
        let own = [setup, starter, solution, check].compactMap { $0?.number }
        for index in cells.indices where own.contains(cells[index].number) { cells[index].expectation = .ignored }
        let last = units.lastIndex { own.contains($0.number ?? 0) } ?? units.endIndex
        let place = units[..<last].count { !own.contains($0.number ?? 0) }
        units.removeAll { own.contains($0.number ?? 0) }
        var checks: [Chapter.Unit] = []
        for (answer, expectation) in [(solution, Cell.Expectation.exerciseSolution), (starter, .exerciseStarter)] {
            number += 1
            checks.append(.cell(cell(answer, expectation, number: number)))
        }
        units.insert(contentsOf: checks, at: place)
    }

    /// Setup, `answer` and check as one cell.
    private func cell(_ answer: Cell, _ expectation: Cell.Expectation, number: Int) -> Cell {
        let parts = [setup, answer, check].compactMap(\.self)
        var cell = Cell(
            number: number, options: answer.options, expectation: expectation, code: "", location: answer.location)
        var line = 0
        for part in parts {
            cell.pieces.append(Cell.Piece(line: line, location: part.location))
            let code = part.code.trimming("\n").isEmpty ? "" : part.code
            cell.code += code.hasSuffix("\n") || code.isEmpty ? code : code + "\n"
            line = cell.code.count { $0 == "\n" }
        }
        return cell
    }
}

extension Chapter.Unit {
    /// The number of the unit's cell.
    fileprivate var number: Int? {
        if case .cell(let cell) = self { cell.number } else { nil }
    }
}

extension Problem {
    /// A code exercise that lacks a part.
    fileprivate static func incomplete(
        _ name: String, _ parts: [ExercisePart: Cell], of source: SourceText
    ) -> Problem {
        let missing = [ExercisePart.starter, .solution, .check].filter { parts[$0] == nil }
        let first = parts.values.min { $0.number < $1.number }
        return source.problem(
            "the code exercise '\(name)' has no \(missing.map(\.word).joined(separator: " and no "))",
            at: first?.location,
            fix: "label " + missing.map { "a cell '\(name)\($0.rawValue)'" }.joined(separator: " and ")
                + "; labels of other cells begin with something else than 'ex-'")
    }

    /// What is wrong with the options of a cell that is part of a code exercise.
    fileprivate static func contradictions(in cell: Cell, part: ExercisePart, of source: SourceText) -> [Problem] {
        let isOther = cell.expectation != .run
        guard isOther || cell.options.error || cell.options.live != .no else { return [] }
        let option = isOther ? "'\(cell.expectation.rawValue)'" : cell.options.error ? "'error: true'" : "'live'"
        return [
            source.problem(
                "the \(part.word) of a code exercise can't have \(option)", at: cell.location,
                fix: "leave it out: the build runs the check on the solution, which must pass, and on the starter, "
                    + "which must fail")
        ]
    }
}
