extension Execution {
    /// A problem for each answer that readers could not give, and for choices of which none is right, or all are.
    ///
    /// Not kept with results: what an exercise asks for may change without the expression being run again.
    public func unanswerable(in chapter: Chapter) -> [Problem] {
        var problems: [Problem] = []
        /// What came of each condition of a choice.
        var verdicts: [Location: Bool] = [:]
        for (unit, result) in zip(chapter.units, results) {
            guard case .prose(let expressions) = unit else { continue }
            for (number, expression) in expressions.enumerated() {
                guard let value = result.value(number) else { continue }
                switch expression.role {
                case .answer:
                    let fault = Answer(text: value, tolerance: expression.tolerance).fault
                    if let fault {
                        problems.append(
                            chapter.source.problem(fault.message, at: expression.location, fix: fault.fix))
                    }
                case .correct:
                    verdicts[expression.location] = value == "true"
                    if Bool(value) == nil {
                        problems.append(
                            chapter.source.problem(
                                "'{correct}' is to be true or false, not '\(value)'", at: expression.location,
                                fix: "write a condition, such as '{correct} a < b'"))
                    }
                default: continue
                }
            }
        }
        return problems + chapter.choices.compactMap { Problem.ofChoices($0, verdicts, in: chapter) }
    }
}

extension Problem {
    fileprivate static func ofChoices(
        _ conditions: [InlineExpression], _ verdicts: [Location: Bool], in chapter: Chapter
    ) -> Problem? {
        let known = conditions.compactMap { verdicts[$0.location] }
        guard known.count == conditions.count, Set(known).count == 1, let first = conditions.first else { return nil }
        return chapter.source.problem(
            known[0] ? "all of these choices are right" : "none of these choices is right", at: first.location,
            fix: "one '{correct}' at least is to be \(known[0] ? "false" : "true")")
    }
}
