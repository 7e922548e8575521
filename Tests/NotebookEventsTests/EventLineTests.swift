import NotebookEvents
import Testing

@Suite struct `An event's line` {
    private static let table = Table(columns: ["a", "b"], rows: [["1", "\"2\"\n"]])

    @Test(arguments: [
        Event.output(.text("a\u{2028}b\u{0}"), printed: Printed(output: 12, messages: 4)),
        .output(.table(table), printed: .nothing),
        .output(.figure(Figure(html: "<svg/>", summary: "é", data: table)), printed: Printed(output: 3)),
        .value(index: 2, text: ""),
        .claim(index: 0, ClaimOutcome(held: false, operands: [.init(source: "x", value: "3")])),
        .progress(CellProgress(unit: "epoch", done: 3, total: 10)),
        .usedParameter(name: "dataset"),
        .read(files: ["/a b.csv"]),
        .unprinted,
        .finished(seconds: 0.25, isIsolated: true),
        .ended(.exited(code: 3), position: 1, place: 2),
        .ended(.stopped(.time), position: 0, place: -1),
        .threw(description: "no", place: 3),
        .crashed(signal: 4, place: 2, frames: [Frame(image: "/a/b.so", offset: 4096)]),
        .unloadable(reason: "undefined symbol"),
    ])
    func `gives the event back`(event: Event) {
        #expect(EventLine.decode(EventLine.encode(event)) == event)
    }

    @Test func `is one line`() {
        #expect(!EventLine.encode(.output(.text("a\nb\n"), printed: .nothing)).contains(UInt8(ascii: "\n")))
    }

    @Test func `is the form that the crash handler writes`() {
        let line =
            #"{"v":3,"event":{"crashed":{"signal":4,"place":-1,"frames":[{"image":"/x/Cell2.so","offset":12}]}}}"#
        #expect(
            EventLine.decode(line.utf8)
                == .crashed(signal: 4, place: -1, frames: [Frame(image: "/x/Cell2.so", offset: 12)]))
    }

    @Test(arguments: [
        "", "{", "null", "[1]", #"{"v":4,"event":{"unloadable":{"reason":"x"}}}"#,
        #"{"v":3,"event":{"celebrated":{"times":3}}}"#, #"{"v":3,"event":{"value":{"index":"0","text":"a"}}}"#,
    ])
    func `is skipped where it is damaged, or of a kind or version that is not known`(line: String) {
        #expect(EventLine.decode(line.utf8) == nil)
    }
}

@Suite struct `A command's line` {
    @Test func `gives the command back`() {
        let command = HostCommand(
            position: 2, isKept: true, library: "/a b/c.so", entryPoint: "Cell1_main", standardOutput: "/o",
            standardError: "/e", turns: "/t", timeLimit: 300, memoryLimit: 4 << 30, token: "secret")
        #expect(HostCommand(line: command.line) == command)
    }

    @Test func `is refused where it is damaged`() {
        #expect(HostCommand(line: "{\"library\":".utf8) == nil)
    }
}
