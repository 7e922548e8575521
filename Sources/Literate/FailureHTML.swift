/// What went wrong in a cell, or did not come to pass, as its page shows it.
struct FailureHTML {
    let cell: Cell
    let code: ShownCode

    /// The failures that the author expects, in a box that says so.
    func expected(_ result: UnitResult) -> [String] {
        guard !result.expectedFailures.isEmpty else { return [] }
        let failures = result.expectedFailures.map { "<p>\(line(of: $0))\(HTML.escape($0.message))</p>" }
        return [
            """
            <div class="cell-expected" role="group" aria-label="Expected failure">
            <p class="cell-expected-title">\(title)</p>
            \(failures.joined(separator: "\n"))
            </div>
            """
        ]
    }

    /// The failures that nobody expects, with their places in the chapter; or that the cell was not run.
    func unexpected(_ result: UnitResult) -> [String] {
        if result.status == .skipped { return ["<p class=\"cell-skipped\">Not run: something before it failed.</p>"] }
        return result.problems.filter { $0.severity == .error }.map { problem in
            """
            <div class="cell-error" role="group" aria-label="Error"><p>\(HTML.escape(problem.description))</p></div>
            """
        }
    }
}

extension FailureHTML {
    private var title: String {
        switch cell.expectation {
        case .mustNotCompile: "This does not compile, and is not meant to"
        case .mustFail: "This fails, and is meant to"
        case .run, .compileOnly, .ignored, .exerciseSolution, .exerciseStarter: "This fails"
        }
    }

    /// "Line 3: ", as a reader counts the lines; empty where the reader does not see the line.
    private func line(of problem: Problem) -> String {
        guard cell.options.echo, let line = problem.location?.line,
            let number = code.number(of: line - cell.location.line)
        else { return "" }
        return "<span class=\"cell-line\">Line \(number):</span> "
    }
}
