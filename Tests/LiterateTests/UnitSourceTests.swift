import Literate
import Testing

@Suite struct `A unit's source` {
    @Test(arguments: [
        ("let a = 1\na\n", "NotebookRuntime.show(\na\n)"),
        ("let a = 1; a", "NotebookRuntime.show(\n           a\n)"),
        ("f(1) // tail\n", "NotebookRuntime.show(\nf(1)\n)"),
        ("try f(\n  1\n)", "NotebookRuntime.show(\ntry f(\n  1\n)\n)"),
        ("a;", "NotebookRuntime.show(\na\n)"),
    ])
    func `shows the expression that a cell ends in, in its own columns`(code: String, shown: String) throws {
        #expect(try source(of: code).contains(shown))
    }

    @Test(arguments: [
        "let a = 1", "a = 2", "a += 2; var b = a", "if a { b }", "switch a { default: b }", "for x in a { x }",
        "func f() -> Int { 1 }", "a; // nothing\nlet b = 1", "", "// only a comment", "x.y = z",
    ])
    func `shows nothing where a cell ends in anything else`(code: String) throws {
        #expect(try !source(of: code).contains("NotebookRuntime.show("))
    }

    @Test(arguments: [
        ("a < b", #"weftCheck.note("a", a) < weftCheck.note("b", b)"#),
        ("a >= 0.5", #"weftCheck.note("a", a) >= 0.5"#),
        ("a < b && !c", #"weftCheck.note("a", a) < weftCheck.note("b", b) && weftCheck.note("!c", !c)"#),
        ("(a == 1) || b", #"(weftCheck.note("a", a) == 1) || weftCheck.note("b", b)"#),
        ("a + 1 < 3 * 2", #"weftCheck.note("a + 1", a + 1) < 3 * 2"#),
        ("try f() > 1", #"try weftCheck.note("f()", f()) > 1"#),
        (#"s == "x\n""#, #"weftCheck.note("s", s) == "x\n""#),
        (#"f("q") != t"#, #"weftCheck.note("f(\"q\")", f("q")) != weftCheck.note("t", t)"#),
        ("xs.allSatisfy { $0 < 1 }", #"weftCheck.note("xs.allSatisfy { $0 < 1 }", xs.allSatisfy { $0 < 1 })"#),
        ("7 / 2 == 3.5", "7 / 2 == 3.5"),
        ("if a { true } else { false }", "if a { true } else { false }"),
    ])
    func `notes the operands of a claim, and leaves its operators alone`(claim: String, noted: String) throws {
        #expect(try source(ofText: "`{claim} \(claim)`").contains("{ weftCheck in\n\(noted)\n}"))
    }

    @Test(arguments: [
        ("a", true), ("Chart { BarMark(x: a) }", true), ("let a = 1", false), ("let a = 1; a", false), ("a = 1", false),
        ("import Foundation\na", false), ("//| error: true\na", false),
    ])
    func `can be a companion where it only shows something`(code: String, can: Bool) throws {
        let units = try Chapter("```swift\n\(code)\n```\n`{swift} 1`\n").units
        #expect(units.map { UnitSource($0, index: 0, after: []).canBeCompanion } == [can, true])
    }

    @Test func `is a function as a companion, under the name that its top-level code would have`() throws {
        let source = UnitSource(try Chapter("```swift\nf()\n```\n").units[0], index: 0, after: ["Cell9"])
        #expect(
            source.companionText.hasPrefix(
                "import Prelude\n@testable import Cell9\nprivate func Cell1_code() throws {\n"))
        #expect(source.companionText.contains("@_cdecl(\"\(source.entryPoint)\")"))
    }

    @Test func `says which statement it has come to`() throws {
        let chapter = try Chapter("```swift\nlet a = 1\nfunc f() throws { try g() }\n  try f(); a\n```\n")
        let source = UnitSource(chapter.units[0], index: 0, after: [])
        #expect(source.places == [(5, 1), (7, 3), (7, 12)].map { Location(line: $0, column: $1) })
        #expect(
            source.text.contains(
                "NotebookRuntime.reached(1)\n#sourceLocation(file: \"Cell1.swift\", line: 4)\n  try f();"))
    }

    @Test(arguments: [
        (
            "struct S { var a = 1; static func f() {} }",
            "public struct S { public var a = 1; public static func f() {} }"
        ),
        ("@discardableResult func f() -> Int { let a = 1; return a }", "@discardableResult public func f() -> Int {"),
        (
            "class C { init() {} deinit {} override func f() {} }",
            "public class C { public init() {} deinit {} public override func"
        ),
        ("private let a = 1; fileprivate(set) var b = 2", "private let a = 1; \n"),
        ("enum E { case a; func f() {} }", "public enum E { case a; public func f() {} }"),
        ("@propertyWrapper struct W { var wrappedValue: Int }", "@propertyWrapper struct W { var wrappedValue"),
        (
            "struct S { @W var a = 1; @MyModule.W(1) var b: Int }",
            "public struct S { @W var a = 1; @MyModule.W(1) var b"
        ),
        ("protocol P { func f() }", "public protocol P { func f() }"),
        ("extension Int: P { subscript(a: Int) -> Int { a } }", "extension Int: P { public subscript(a: Int)"),
        ("private extension Int { func f() {} }", "private extension Int { func f() {} }"),
        ("if a { let b = 1 }; infix operator +++", "if a { let b = 1 }; infix operator +++"),
    ])
    func `makes all that a cell declares public`(code: String, compiled: String) throws {
        #expect(try source(of: code).contains(compiled))
    }

    @Test(arguments: [
        ("", false), ("let a = f(); g()", false), ("for x in a { f(x) }", false), ("a.map { $0 + 1 }", false),
        ("for x in a { for y in b { f(x, y) } }", false), ("func f() { while g() {} }", false),
        ("let a = try Sweep(over: b, seeds: c) { x, seed in for y in x { f(y) } }", false),
        ("let far = 1_000_000; f(far)", false), ("for i in 0..<999_999 { f(i) }", false),
        ("for i in 0..<1_000_000 { f(i) }", true), ("let n = 1e6; var i = 0.0; while i < n { i += 1 }", true),
        ("let far = 2_000_000\nlet a = (0..<far).map { $0 + 1 }", true),
        ("func f() { for x in a { while g() {} } }", false),
        ("func f() { for x in a { for y in b { while g() {} } } }", true),
        ("struct S { init() { for x in a { for y in b { while g() {} } } } }", true),
        ("class L: Layer { override func f() { for x in a { for y in b {} } } }", true),
        ("class L: Layer { func f() { for x in a { for y in b {} } } }", false),
        ("for x in a { for y in b { repeat {} while g() } }", false),
        ("for w in c { for x in a { for y in b { repeat {} while g() } } }", true),
        ("func f() -> [Double] { c.map { a.map { b.reduce(0, +) } } }", true),
        ("for x in a { for y in b {} }\nfor z in c { for w in d {} }", false),
        ("Chart { for i in 0..<1_000_000 { f(i) } }", false),
        ("import Glibc\nChart { for w in d { for x in a { for y in b { for z in c {} } } } }", false),
    ])
    func `is optimized if it repeats much by itself, and does more than show something`(
        code: String, isOptimized: Bool
    ) throws {
        let chapter = try Chapter("```swift\n\(code)\n```\n`{swift} 1`\n")
        #expect(chapter.units.map { UnitSource($0, index: 0, after: []).isOptimized } == [isOptimized, false])
    }

    @Test func `sees the cells before it`() throws {
        let chapter = try Chapter("`{swift} 1`")
        let source = UnitSource(chapter.units[0], index: 4, after: ["Cell1", "Cell2"])
        #expect(source.text.hasPrefix("import Prelude\n@testable import Cell1\n@testable import Cell2\n"))
        #expect(source.entryPoint == "Prose4_main")
    }

    private func source(of code: String) throws -> String {
        try source(ofText: "```swift\n\(code)\n```\n")
    }

    private func source(ofText text: String) throws -> String {
        UnitSource(try #require(try Chapter(text).units.first), index: 0, after: []).text
    }
}
