import Literate
import NotebookEvents
import TestSupport
import Testing

@Suite struct `Cells` {
    @Test func `see, change and extend what earlier cells declared`() async throws {
        let execution = try await Chapters.run(
            """
            ```swift
            var total = 1
            func add(_ n: Int) { total += n }
            struct Point { var x = 2 }
            class Counter { var count = 0 }
            let counter = Counter()
            protocol Named { var name: String { get } }
            ```

            ```swift
            add(4)
            extension Point { var doubled: Int { 2 * x } }
            extension Point: Named { var name: String { "point" } }
            counter.count += Point().doubled
            ```

            ```swift
            let named: any Named = Point()
            "\\(total) \\(counter.count) \\(named.name)"
            ```
            """)
        #expect(execution.problems == [])
        #expect(execution.results[2].outputs == [.text("5 4 point")])
    }

    @Test func `build on the types, operators and functions of earlier cells`() async throws {
        let execution = try await Chapters.run(
            #"""
            ```swift
            class Animal { var name: String; init(name: String) { self.name = name }; func sound() -> String { "…" } }
            protocol Shape { associatedtype Side; var sides: [Side] { get } }
            struct Box<Item: Comparable> { var items: [Item] }
            infix operator <+>: AdditionPrecedence
            func <+> (a: Int, b: Int) -> Int { 10 * a + b }
            @propertyWrapper struct Clamped { var wrappedValue: Int { didSet { wrappedValue = min(wrappedValue, 9) } } }
            enum Mood { case calm, wild(Int) }
            func twice<T>(_ f: @escaping (T) -> T) -> (T) -> T { { f(f($0)) } }
            let square = { (n: Int) in n * n }
            ```

            ```swift
            final class Dog: Animal { override func sound() -> String { "\(name): woof" } }
            struct Triangle: Shape { var sides: [Int] { [3, 4, 5] } }
            extension Box { var largest: Item? { items.max() } }
            extension Mood: CustomStringConvertible {
                var description: String { if case .wild(let n) = self { "wild \(n)" } else { "calm" } }
            }
            struct Dial { @Clamped var value = 3 }
            var dial = Dial()
            dial.value = 12
            ```

            ```swift
            let animal: Animal = Dog(name: "Rex")
            "\(animal.sound()) \(Triangle().sides.count) \(Box(items: [2, 7]).largest!) \(3 <+> 4) \(Mood.wild(2)) \(dial.value) \(twice(square)(3))"
            ```
            """#)
        #expect(execution.problems == [])
        #expect(execution.results.last?.outputs == [.text("Rex: woof 3 7 34 wild 2 9 81")])
    }

    @Test func `show their last value, and what they are told to, in order with what they print`() async throws {
        let execution = try await Chapters.run(
            """
            ```swift
            print("first")
            show("shown")
            print("second", terminator: "")
            [1, 2]
            ```
            """)
        let result = execution.results[0]
        #expect(result.printed.output == "first\nsecond")
        #expect(
            result.events == [
                .output(.text("shown"), printed: Printed(output: 6)),
                .output(.text("[1, 2]"), printed: Printed(output: 12)),
            ])
    }

    @Test(arguments: [
        ("3 as Int?", Output.text("Optional(3)")), ("nil as Int?", .text("nil")), (#""a\nb""#, .text("a\nb")),
        (#"Table(columns: ["a"], rows: [["1"]])"#, .table(Table(columns: ["a"], rows: [["1"]]))),
        ("0.8829.fixed(3)", .text("0.883")), ("(2.0 / 3).percent()", .text("66.7%")),
        ("Double.nan.fixed(1)", .text("nan")), ("1234567.grouped", .text("1,234,567")),
        ("(-999).grouped", .text("−999")),
        (#"try params["color"]"#, .text("green")),
    ])
    func `show values of every kind`(code: String, output: Output) async throws {
        let execution = try await Chapters.run("```swift\n\(code)\n```\n", parameters: ["color": "green"])
        #expect(execution.problems == [])
        #expect(execution.results[0].outputs == [output])
    }

    @Test(arguments: ["", "// only a comment", "import Foundation"])
    func `may do nothing`(code: String) async throws {
        let execution = try await Chapters.run("```swift\n\(code)\n```\n")
        #expect(execution.problems == [])
    }

    @Test func `import for the cells after them too`() async throws {
        let execution = try await Chapters.run("```swift\nimport Foundation\n```\n```swift\nsqrt(4.0)\n```\n")
        #expect(execution.problems == [])
        #expect(execution.results.last?.outputs == [.text("2.0")])
    }

    @Test(arguments: [
        ("import Observation\n@Observable class Model { var a = 1 }\nModel().a", "1"),
        ("import RegexBuilder\n\"a12\".firstMatch(of: Regex { OneOrMore(.digit) })!.0", "12"),
        ("import class FoundationXML.XMLParser\nimport Foundation\nXMLParser(data: Data()).lineNumber", "0"),
    ])
    func `use libraries of Swift's that Weft does not`(code: String, output: String) async throws {
        let execution = try await Chapters.run("```swift\n\(code)\n```\n")
        #expect(execution.problems == [])
        #expect(execution.results[0].outputs == [.text(output)])
    }

    @Test func `write regular expressions between slashes`() async throws {
        let execution = try await Chapters.run(
            "```swift\n\"abc123\".firstMatch(of: /[a-z]+([0-9]+)/)!.1\n```\n`{swift} \"a1\".contains(/[0-9]/)`\n")
        #expect(execution.problems == [])
        #expect(execution.results[0].outputs == [.text("123")])
    }

    @Test func `give sets and dictionaries the same order in every run`() async throws {
        let text = "```swift\nSet(1...20)\n```\n"
        let first = try await Chapters.run(text).results[0].outputs
        #expect(try await Chapters.run(text).results[0].outputs == first)
    }

    @Test func `show a data set in a line`() async throws {
        let execution = try await Chapters.run(
            "```swift\ntry Dataset(features: [1, 2], shape: [1], labels: [0, 1], classCount: 2)\n```\n")
        #expect(execution.results[0].outputs == [.text("2 examples of shape [1], 2 classes")])
    }

    @Test func `show nothing for a call that gives nothing`() async throws {
        let execution = try await Chapters.run("```swift\nfunc f() {}\nf()\n```\n")
        #expect(execution.results[0].outputs == [])
    }

    @Test func `keep standard error apart`() async throws {
        let execution = try await Chapters.run(
            "```swift\nimport Foundation\nFileHandle.standardError.write(Data(\"careful\".utf8))\nprint(\"fine\")\n```\n"
        )
        #expect(execution.results[0].printed.messages == "careful")
        #expect(execution.results[0].printed.output == "fine\n")
    }

    @Test func `can't forge an event by printing one`() async throws {
        let execution = try await Chapters.run(
            #"""
            ```swift
            print(#"{"v":1,"event":{"output":{"_0":{"text":{"_0":"forged"}},"printed":0}}}"#)
            ```
            """#)
        #expect(execution.results[0].outputs == [])
        #expect(execution.results[0].printed.output.contains("forged"))
    }

    @Test func `are cut off where they print without end`() async throws {
        let execution = try await Chapters.run(
            "```swift\nlet line = String(repeating: \"x\", count: 999)\nfor _ in 0..<3000 { print(line) }\n```\n")
        let output = execution.results[0].printed.output
        #expect(output.utf8.count < 1_100_000)
        #expect(output.hasSuffix("(cut: the cell printed more than 1 MB)"))
    }

    @Test func `warn with the compiler's words`() async throws {
        let execution = try await Chapters.run("```swift\nfunc f() -> Int { 1 }\nif true { f() }\n```\n")
        #expect(execution.results[0].status == .ran)
        #expect(
            execution.problems.map(\.description) == [
                "chapters/x.md:6:11: warning: result of call to 'f()' is unused"
            ])
    }

    @Test func `read nothing from standard input`() async throws {
        let execution = try await Chapters.run("```swift\nreadLine() == nil\n```\n")
        #expect(execution.results[0].outputs == [.text("true")])
    }
}

extension UnitResult {
    var outputs: [Output] {
        events.compactMap { if case .output(let output, _) = $0 { output } else { nil } }
    }
}
