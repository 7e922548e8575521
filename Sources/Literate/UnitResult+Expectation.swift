import NotebookEvents

extension UnitResult {
    /// The result of `cell` with its failures judged by what the cell is expected to do.
    ///
    /// What goes wrong as expected becomes an expected failure, and the cell counts as run; what does not go wrong
    /// though it should becomes a problem.
    ///
    /// - Parameters:
    ///   - path: the chapter's path, as problems show it.
    ///   - compiled: whether the cell compiled.
    public func judged(by cell: Cell, path: String, compiled: Bool) -> UnitResult {
        switch cell.expectation {
        case .mustNotCompile where compiled:
            adding("the cell compiles, but 'compile_fail' says that it must not", of: cell, path: path)
        case .mustFail where status == .ran:
            adding("the cell ran to its end, but 'should_panic' says that it must fail", of: cell, path: path)
        case .exerciseSolution where status == .ran && checkHolds == nil:
            adding(
                "the check of this solution gives neither true nor false", of: cell, path: path,
                fix: "end the cell '…-check' with a condition")
        case .exerciseSolution where status == .ran && checkHolds == false:
            adding(
                "this solution does not pass its check", of: cell, path: path,
                fix: "mend the solution, or the cell '…-check'")
        case .exerciseStarter where status == .ran && checkHolds == true:
            adding(
                "this starter passes the check already: there is nothing to do", of: cell, path: path,
                fix: "take something out of it, or let the cell '…-check' ask for more")
        case .exerciseStarter where status == .failed: asMeant
        case .mustNotCompile: expectingErrors
        case .mustFail where compiled: expectingErrors
        case .run where cell.options.error: expectingErrors
        case .run, .mustFail, .compileOnly, .ignored, .exerciseSolution, .exerciseStarter: self
        }
    }

    private func adding(_ message: String, of cell: Cell, path: String, fix: String? = nil) -> UnitResult {
        var result = self
        result.status = .failed
        result.problems.append(Problem(file: path, location: cell.location, message: message, fix: fix))
        return result
    }

    /// What the condition gave that ends a code exercise's check; nil where there was none.
    private var checkHolds: Bool? {
        let outputs = events.compactMap { if case .output(let output, _) = $0 { output } else { nil } }
        guard case .text(let text) = outputs.last else { return nil }
        return Bool(text)
    }

    /// The result of a starter that fails, as starters may, and of which no page shows anything.
    private var asMeant: UnitResult {
        UnitResult(status: .ran)
    }

    /// The result with all its errors expected.
    private var expectingErrors: UnitResult {
        var result = self
        result.status = status == .failed ? .ran : status
        result.expectedFailures = problems.filter { $0.severity == .error }
        result.problems = problems.filter { $0.severity != .error }
        return result
    }
}
