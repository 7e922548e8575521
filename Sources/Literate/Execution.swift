public import NotebookEvents

/// What came of running a chapter: one result for each of its units, in their order.
public struct Execution: Equatable, Sendable {
    public var results: [UnitResult]

    public init(results: [UnitResult]) {
        self.results = results
    }

    /// Everything that went wrong.
    public var problems: [Problem] {
        results.flatMap(\.problems)
    }
}

/// What came of one unit of a chapter.
public struct UnitResult: Equatable, Sendable {
    public enum Status: Equatable, Sendable {
        case ran
        case failed
        /// The unit was not reached: one before it failed.
        case skipped
        /// The unit is yet to run.
        case pending
    }

    public var status: Status
    /// What the unit reported, in order.
    public var events: [Event]
    public var printed: PrintedText
    public var problems: [Problem]
    /// What went wrong as the author expected it to, which the page shows and no build fails of.
    public var expectedFailures: [Problem]

    public init(
        status: Status, events: [Event] = [], printed: PrintedText = PrintedText(), problems: [Problem] = [],
        expectedFailures: [Problem] = []
    ) {
        self.status = status
        self.events = events
        self.printed = printed
        self.problems = problems
        self.expectedFailures = expectedFailures
    }

    /// What came of each claim that was reached.
    public var claims: [ClaimOutcome] {
        events.compactMap { if case .claim(_, let outcome) = $0 { outcome } else { nil } }
    }

    /// The text of inline expression number `index` of a prose unit.
    func value(_ index: Int) -> String? {
        events.lazy.compactMap { if case .value(index, let text) = $0 { text } else { nil } }.first
    }

    /// What came of claim number `index` of a prose unit.
    func claim(_ index: Int) -> ClaimOutcome? {
        events.lazy.compactMap { if case .claim(index, let outcome) = $0 { outcome } else { nil } }.first
    }
}

extension Problem {
    /// The problems of the claims among `expressions` that turned out false.
    public static func falseClaims(
        among expressions: [InlineExpression], events: [Event], path: String
    ) -> [Problem] {
        events.compactMap { event in
            guard case .claim(let index, let outcome) = event, !outcome.held, expressions.indices.contains(index)
            else { return nil }
            let claim = expressions[index]
            let operands = outcome.operands.map { "\($0.source) is \($0.value)" }.joined(separator: ", ")
            return Problem(
                file: path, location: claim.location,
                message: "this claim is false: \(claim.source)" + (operands.isEmpty ? "" : " (\(operands))"))
        }
    }
}
