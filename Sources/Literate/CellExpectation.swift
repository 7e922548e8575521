extension Cell {
    /// What is to become of a cell, as the word behind its fence says, which is rustdoc's.
    ///
    ///     ```swift should_panic
    ///     [1, 2, 3][7]
    ///     ```
    ///
    /// Only what a cell with `run` declares is there for the cells after it.
    public enum Expectation: String, CaseIterable, Sendable {
        /// No word: it is compiled and runs to its end.
        case run = ""
        /// It is shown, and neither compiled nor run. The option `eval: false` says the same.
        case ignored = "ignore"
        /// It is compiled and not run.
        case compileOnly = "no_run"
        /// It must not compile, and the page shows what the compiler says.
        case mustNotCompile = "compile_fail"
        /// It compiles and runs, and must fail: by a trap or by an error that it throws. The page shows the failure.
        case mustFail = "should_panic"
        /// A code exercise's solution with its check, which must hold. Authors do not write this word.
        case exerciseSolution = "exercise solution"
        /// A code exercise's starter with its check, which must not hold yet.
        case exerciseStarter = "exercise starter"

        /// The words that can stand behind a fence.
        static let words = allCases.filter { !$0.isExercise }.map(\.rawValue).filter { !$0.isEmpty }

        /// Whether the cell's code is executed.
        public var executes: Bool { self == .run || self == .mustFail || isExercise }

        /// Whether the cell was put together from those of a code exercise, and no page shows it.
        var isExercise: Bool { self == .exerciseSolution || self == .exerciseStarter }

        /// Whether the cell's page shows something that goes wrong, as it is meant to.
        public var isFailure: Bool { self == .mustNotCompile || self == .mustFail }
    }
}

extension Problem {
    /// What is wrong with the options of `cell` beside the word behind its fence, the options' first line being at
    /// `location`.
    static func contradictions(in cell: Cell, word: Cell.Expectation, of source: SourceText, at location: Location)
        -> [Problem]
    {
        guard word != .run else { return [] }
        let contradicting = [(!cell.options.eval, "eval: false"), (cell.options.error, "error: true")]
        return contradicting.filter(\.0).map { _, option in
            source.problem(
                "the cell can't be '\(word.rawValue)' and have '\(option)'", at: location,
                fix: "keep one: '\(word.rawValue)' behind the fence already says what is to become of the cell")
        }
    }
}
