import Literate
import NotebookEvents
import Testing

@Suite struct `A recorded text` {
    @Test(arguments: [
        ("a", "a"), ("", ""), ("0.5", "0.5"),
        // A millionth of a number's size is nothing.
        ("loss 0.5312345", "loss 0.5312348"), ("1234567.0", "1234568.0"), ("1e-5", "1.0000001e-05"),
        ("−0.500000", "-0.5000001"), ("2.0", "2"),
        // Neither is what rounding leaves of nothing.
        ("0.0", "-3.1e-17"), ("2.2e-16", "4.4e-16"), ("-0.0", "0.0"),
    ])
    func `is the same as one with nearly its numbers`(text: String, other: String) {
        #expect(RecordedText(text).isSame(as: other))
        #expect(RecordedText(other).isSame(as: text))
    }

    @Test(arguments: [
        ("a", "b"), ("a", "a "), ("0.5", "0.50001"), ("91.0%", "91.1%"), ("0.5 a", "0.5 b"), ("0.5", "0.5, 0.5"),
        ("0.5", "-0.5"), ("1e-5", "1e-6"), ("0.0", "1e-9"), ("nan", "0.0"), ("inf", "1e300"),
        // Whole numbers count something.
        ("10000000", "10000001"), ("60,000", "60,001"), ("v1.2.3", "v1.2.4"),
    ])
    func `is not the same as another`(text: String, other: String) {
        #expect(!RecordedText(text).isSame(as: other))
        #expect(!RecordedText(other).isSame(as: text))
    }
}

@Suite struct `A new run beside what a page shows` {
    private let chapter: Chapter

    init() throws {
        chapter = try Chapter(
            """
            ```swift
            let total = 0.5
            ```

            It is `{swift} total`, and `{claim} total < 1`.

            ```swift
            //| volatile: true
            var seconds = 1.0
            ```

            ```swift
            let slow = seconds + 1
            ```

            It took `{swift} slow` and `{swift} seconds`, and is `{swift} total`.
            """)
    }

    private func comparison(_ change: (inout Execution) -> Void) -> ExecutionComparison {
        let claim = ClaimOutcome(held: true, operands: [.init(source: "total", value: "0.5")])
        let recorded = Execution(results: [
            UnitResult(
                status: .ran,
                events: [
                    .output(.text("one\ntwo"), printed: .nothing),
                    .output(
                        .table(Table(columns: ["a", "b"], rows: [["1", "2.5"], ["3", "4.5"]])), printed: .nothing),
                    .output(.figure(figure("<svg/>", "0.5")), printed: .nothing),
                ], printed: PrintedText(output: "first\nsecond\n")),
            UnitResult(status: .ran, events: [.value(index: 0, text: "0.5"), .claim(index: 1, claim)]),
            UnitResult(status: .ran, printed: PrintedText(output: "1.0")),
            UnitResult(status: .ran, printed: PrintedText(output: "2.0")),
            UnitResult(
                status: .ran,
                events: [.value(index: 0, text: "2"), .value(index: 1, text: "1"), .value(index: 2, text: "0.5")]),
        ])
        var now = recorded
        change(&now)
        return ExecutionComparison(chapter, recorded: recorded, now: now)
    }

    private func figure(_ html: String, _ value: String) -> Figure {
        Figure(html: html, summary: "A line.", data: Table(columns: ["y"], rows: [[value]]))
    }

    @Test func `is the same where nothing has changed, but for what is volatile`() {
        let same = comparison { _ in }
        #expect(same.problems == [])
        // The cell, the one that uses its variable, and two expressions.
        #expect(same.skipped == 4)
        #expect(same.volatileCells.map(\.line) == [12, 16])
        let volatile = comparison {
            $0.results[2].printed.output = "9.0"
            $0.results[3].printed.output = "10.0"
            $0.results[4].events[0] = .value(index: 0, text: "10")
        }
        #expect(volatile.problems == [])
    }

    @Test func `differs where a cell prints the same in another order`() {
        let changed = comparison {
            $0.results[0].events[0] = .output(.text("one\ntwo"), printed: Printed(output: 6))
            $0.results[0].events[1] = .output(
                .table(Table(columns: ["a", "b"], rows: [["1", "2.5"], ["3", "4.5"]])), printed: Printed(output: 6))
            $0.results[0].events[2] = .output(.figure(figure("<svg/>", "0.5")), printed: Printed(output: 6))
        }
        #expect(
            changed.problems.map(\.message) == [
                "what the cell prints, its messages and what it shows come in another order now"
            ])
    }

    @Test(arguments: [
        // Which result, which of its events, what it is now, and the problem.
        (
            1, 0, Event.value(index: 0, text: "0.6"),
            "8:16: error: the value of 'total' is '0.5' on the site, and '0.6' now"
        ),
        (
            1, 1, .claim(index: 1, ClaimOutcome(held: true, operands: [.init(source: "total", value: "0.7")])),
            "8:37: error: the claim's 'total' is '0.5' on the site, and '0.7' now"
        ),
        (4, 2, .value(index: 2, text: "9.0"), "19:63: error: the value of 'total' is '0.5' on the site, and '9.0' now"),
        (
            0, 0, .output(.text("one\n2"), printed: .nothing),
            "5:1: error: line 2 of the text that the cell shows is 'two' on the site, and '2' now"
        ),
        (
            0, 0, .output(.text("1\n2\n3"), printed: .nothing),
            "5:1: error: line 1 of the text that the cell shows is 'one' on the site, and '1' now (and 2 more)"
        ),
        (
            0, 1,
            .output(.table(Table(columns: ["a", "b"], rows: [["1", "2.5"], ["3", "4.6"]])), printed: .nothing),
            "5:1: error: 'b' in row 2 of the table that the cell shows as number 2 is '4.5' on the site, and '4.6' now"
        ),
        (
            0, 1, .output(.table(Table(columns: ["a", "c"], rows: [["1", "2.5"]])), printed: .nothing),
            "5:1: error: the table that the cell shows as number 2 has 2 rows under a, b on the site, and 1 under a, c now"
        ),
        (
            0, 1, .output(.text("t"), printed: .nothing),
            "5:1: error: the table that the cell shows as number 2 is of another kind now: a text"
        ),
        (
            0, 2,
            .output(
                .figure(Figure(html: "<p/>", summary: "A line.", data: Table(columns: ["y"], rows: [["0.5"]]))),
                printed: .nothing), "5:1: error: the figure that the cell shows as number 3 is drawn in another way now"
        ),
        (
            0, 2,
            .output(
                .figure(Figure(html: "<p/>", summary: "A line.", data: Table(columns: ["y"], rows: [["0.9"]]))),
                printed: .nothing),
            "5:1: error: 'y' in row 1 of the data of the figure that the cell shows as number 3 is '0.5' on the site, "
                + "and '0.9' now"
        ),
    ])
    func `tells what differs, and where`(result: Int, event: Int, now: Event, problem: String) {
        let comparison = comparison { $0.results[result].events[event] = now }
        #expect(comparison.problems.map(\.description) == ["chapters/x.md:" + problem])
    }

    @Test func `tells what is printed otherwise, what is shown no more, and what fails`() {
        let printed = comparison { $0.results[0].printed.output = "first\n" }
        #expect(
            printed.problems.map(\.message) == [
                "line 2 of what the cell prints is 'second' on the site, and '' now (and 1 more)"
            ])
        let fewer = comparison { $0.results[0].events.removeLast() }
        #expect(
            fewer.problems.map(\.message) == ["the number of things that the cell shows is 3 on the site, and 2 now"])
        let failed = comparison { now in
            now.results[0] = UnitResult(
                status: .failed, problems: [Problem(file: "chapters/x.md", message: "the cell crashed")])
            for index in 1..<5 { now.results[index] = UnitResult(status: .skipped) }
        }
        #expect(
            failed.problems.map(\.message) == [
                "the cell crashed", "the cell was not reached now: one before it failed",
                "the cell was not reached now: one before it failed",
            ])
    }

    @Test func `lets a point move where its number is nearly the same`() {
        let comparison = comparison {
            $0.results[0].events[2] = .output(.figure(figure("<p/>", "0.5000001")), printed: .nothing)
        }
        #expect(comparison.problems == [])
    }
}
