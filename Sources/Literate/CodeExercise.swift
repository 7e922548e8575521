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
/// The four cells (`ex-sum-setup` may stand before the others) are only shown. What runs are two cells that are put
/// together from them, each on a copy of the state: the solution must pass the check, and the starter must fail it, by
/// giving `false`, by a trap or by not compiling.
struct CodeExercise {
    private let starter: Cell
    private let setup: Cell?
    private let solution: Cell
    private let check: Cell

    /// Puts the checks of all code exercises in the place of their cells.
    /// - Returns: what is wrong with them.
    static func arrange(_ units: inout [Chapter.Unit], _ cells: inout [Cell], of source: SourceText) -> [Problem] {
        let named = cells.compactMap { cell in cell.options.label.map { ($0, cell) } }
        let labeled = Dictionary(named) { first, _ in first }
        var problems: [Problem] = []
        var number = cells.count
        for check in cells {
            guard let label = check.options.label, label.hasPrefix("ex-"), label.hasSuffix("-check") else { continue }
            let name = String(label.dropLast("-check".count))
            guard let starter = labeled[name], let solution = labeled["\(name)-solution"] else {
                problems.append(
                    source.problem(
                        "the check '\(label)' has no starter '\(name)' or no solution '\(name)-solution'",
                        at: check.location, fix: "label the cells so that the check finds them"))
                continue
            }
            let exercise = CodeExercise(
                starter: starter, setup: labeled["\(name)-setup"], solution: solution, check: check)
            exercise.replace(in: &units, &cells, number: &number)
        }
        return problems
    }
}

extension CodeExercise {
    private func replace(in units: inout [Chapter.Unit], _ cells: inout [Cell], number: inout Int) {
        let own = [setup, starter, solution, check].compactMap { $0?.number }
        for index in cells.indices where own.contains(cells[index].number) { cells[index].expectation = .ignored }
        let end = units.firstIndex { $0.number == check.number } ?? units.endIndex
        let place = units[..<end].count { !own.contains($0.number ?? 0) }
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
            number: number, options: answer.options, expectation: expectation, code: "", location: check.location)
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
