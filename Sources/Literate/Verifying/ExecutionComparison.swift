import NotebookEvents

/// What a chapter's page shows beside what a new run of the chapter gave.
package struct ExecutionComparison {
    /// How many values, lines and cells of tables were compared, and how many were left out as volatile.
    package private(set) var compared = 0
    package private(set) var skipped = 0
    /// What differs, at its place in the chapter.
    package private(set) var problems: [Problem] = []
    /// Where the cells stand that were not compared.
    package private(set) var volatileCells: [Location] = []

    private let chapter: Chapter

    /// - Parameters:
    ///   - recorded: what the page was made of.
    ///   - now: what the new run gave, for the same chapter.
    package init(_ chapter: Chapter, recorded: Execution, now: Execution) {
        self.chapter = chapter
        let volatile = VolatileNames(chapter)
        for (index, unit) in chapter.units.enumerated() {
            guard recorded.results.indices.contains(index), now.results.indices.contains(index) else { continue }
            let (before, after) = (recorded.results[index], now.results[index])
            guard after.status == .ran else {
                report(failure: after, of: unit)
                continue
            }
            switch unit {
            case .cell where volatile.cells.contains(index):
                skipped += 1
                volatileCells.append(unit.location)
            case .cell: compare(before, after, ofCellAt: unit.location)
            case .prose(let expressions): compare(before, after, of: expressions, but: volatile)
            }
        }
    }
}

extension ExecutionComparison {
    private mutating func report(failure: UnitResult, of unit: Chapter.Unit) {
        problems += failure.problems.filter { $0.severity == .error }
        guard failure.status == .skipped, unit.isCell else { return }
        report("the cell was not reached now: one before it failed", at: unit.location)
    }

    private mutating func report(_ message: String, at location: Location) {
        problems.append(Problem(file: chapter.source.path, location: location, message: message))
    }

    /// Compares one recorded text with what it is now; `thing` says what it is.
    private mutating func compare(_ before: String, _ after: String, _ thing: String, at location: Location) {
        compared += 1
        guard !RecordedText(before).isSame(as: after) else { return }
        report("\(thing) is \(Self.quoted(before)) on the site, and \(Self.quoted(after)) now", at: location)
    }

    /// As much of a text as a message shows.
    private static func quoted(_ text: String) -> String {
        text.count <= 80 ? "'\(text)'" : "'\(text.prefix(80))…'"
    }

    // MARK: Expressions

    private mutating func compare(
        _ before: UnitResult, _ after: UnitResult, of expressions: [InlineExpression], but volatile: VolatileNames
    ) {
        for (index, expression) in expressions.enumerated() {
            guard !volatile.areMentioned(in: expression) else {
                skipped += 1
                continue
            }
            if let text = before.value(index) {
                let thing = "the value of '\(expression.source)'"
                compare(text, after.value(index) ?? "", thing, at: expression.location)
            }
            for (operand, other) in zip(before.claim(index)?.operands ?? [], after.claim(index)?.operands ?? []) {
                compare(operand.value, other.value, "the claim's '\(operand.source)'", at: expression.location)
            }
        }
        problems += after.problems.filter { $0.severity == .error }
    }

    // MARK: Cells

    private mutating func compare(_ before: UnitResult, _ after: UnitResult, ofCellAt location: Location) {
        let count = problems.count
        compareLines(before.printed.output, after.printed.output, "what the cell prints", at: location)
        compareLines(before.printed.messages, after.printed.messages, "the cell's messages", at: location)
        compareLines(
            before.expectedFailures.map(\.message).joined(separator: "\n"),
            after.expectedFailures.map(\.message).joined(separator: "\n"), "how the cell fails", at: location)
        let (old, new) = (before.outputs, after.outputs)
        guard old.count == new.count else {
            compared += 1
            return report(
                "the number of things that the cell shows is \(old.count) on the site, and \(new.count) now",
                at: location)
        }
        for (number, (old, new)) in zip(old, new).enumerated() {
            compare(old, new, old.name(number + 1), at: location)
        }
        if problems.count == count, Transcript(before).kinds != Transcript(after).kinds {
            report("what the cell prints, its messages and what it shows come in another order now", at: location)
        }
    }

    private mutating func compare(_ before: Output, _ after: Output, _ thing: String, at location: Location) {
        switch (before, after) {
        case (.text(let before), .text(let after)): compareLines(before, after, thing, at: location)
        case (.table(let before), .table(let after)): compare(before, after, thing, at: location)
        case (.figure(let before), .figure(let after)):
            compare(before.summary, after.summary, "the summary of \(thing)", at: location)
            compare(before.data, after.data, "the data of \(thing)", at: location)
            // What rounding changes in the data may also move a point. The same data make the same drawing.
            guard before.data == after.data else { return }
            compared += 1
            if before.html != after.html { report("\(thing) is drawn in another way now", at: location) }
        default:
            compared += 1
            report("\(thing) is of another kind now: \(after.kind)", at: location)
        }
    }

    /// Compares texts line by line, and tells of the first that differs.
    private mutating func compareLines(_ before: String, _ after: String, _ thing: String, at location: Location) {
        guard !before.isEmpty || !after.isEmpty else { return }
        let old = before.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let new = after.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        compared += max(old.count, new.count)
        let lines = (0..<max(old.count, new.count)).filter { line in
            guard old.indices.contains(line), new.indices.contains(line) else { return true }
            return !RecordedText(old[line]).isSame(as: new[line])
        }
        guard let first = lines.first else { return }
        let (was, now) = (old.indices.contains(first) ? old[first] : "", new.indices.contains(first) ? new[first] : "")
        let place = old.count > 1 || new.count > 1 ? "line \(first + 1) of \(thing)" : thing
        report(
            "\(place) is \(Self.quoted(was)) on the site, and \(Self.quoted(now)) now" + Self.others(lines.count - 1),
            at: location)
    }

    /// Compares tables cell by cell, and tells of the first that differs.
    private mutating func compare(_ before: Table, _ after: Table, _ thing: String, at location: Location) {
        compared += before.rows.count * before.columns.count
        guard before.columns == after.columns, before.rows.count == after.rows.count else {
            let (old, new) = (before, after)
            return report(
                "\(thing) has \(old.rows.count) rows under \(old.columns.joined(separator: ", ")) on the site, and "
                    + "\(new.rows.count) under \(new.columns.joined(separator: ", ")) now", at: location)
        }
        var differing: [(row: Int, column: Int)] = []
        for row in before.rows.indices {
            for column in before.columns.indices
            where !RecordedText(before.rows[row][column]).isSame(as: after.rows[row][column]) {
                differing.append((row, column))
            }
        }
        guard let (row, column) = differing.first else { return }
        report(
            "'\(before.columns[column])' in row \(row + 1) of \(thing) is "
                + "\(Self.quoted(before.rows[row][column])) on the site, and "
                + "\(Self.quoted(after.rows[row][column])) now" + Self.others(differing.count - 1), at: location)
    }

    private static func others(_ count: Int) -> String {
        count > 0 ? " (and \(count) more)" : ""
    }
}

extension Transcript {
    /// What kind of thing each entry is.
    fileprivate var kinds: [Int] {
        entries.map {
            switch $0 {
            case .printed: 0
            case .message: 1
            case .shown: 2
            }
        }
    }
}

extension UnitResult {
    fileprivate var outputs: [Output] {
        events.compactMap { if case .output(let output, _) = $0 { output } else { nil } }
    }
}

extension Output {
    fileprivate var kind: String {
        switch self {
        case .text: "a text"
        case .table: "a table"
        case .figure: "a figure"
        }
    }

    /// What the output is called that its cell shows at this place.
    fileprivate func name(_ number: Int) -> String {
        let noun = kind.split(separator: " ").last ?? ""
        return number == 1 ? "the \(noun) that the cell shows" : "the \(noun) that the cell shows as number \(number)"
    }
}
