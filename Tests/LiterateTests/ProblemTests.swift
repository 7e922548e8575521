import Literate
import Testing

@Suite struct `A problem` {
    @Test func `shows control characters, which would steer a terminal, as signs`() {
        let problem = Problem(
            file: "chapters/x.md", location: Location(line: 1, column: 2), message: "\u{1B}[31mred\u{7}\u{9B}2J",
            fix: "a\tb\u{7F}\nc")
        #expect(problem.description == "chapters/x.md:1:2: error: ␛[31mred␇\u{FFFD}2J\n    a\tb␡\n    c")
    }
}
