import Literate
import Testing

@Suite struct `The names of a cell` {
    @Test(arguments: [
        ("let (a, b) = (1, c)", ["a", "b"], []),
        ("var x = 1, y = x", ["x", "y"], []),
        ("func f(_ n: Int) -> Int { let inner = n; return inner }", ["f"], []),
        ("struct S { var member = 1 }\nenum E { case one }", ["E", "S"], []),
        // What an extension adds is known by its members; a conformance by its type.
        ("extension Int { func twice() -> Int { 2 * self }\n var half: Int { self / 2 } }", ["half", "twice"], []),
        ("extension Model: Equatable {}", ["Model"], []),
        ("total = 1", [], ["total"]),
        ("total[3].last += 1", [], ["total"]),
        ("total == 1", [], []),
        ("print(total)", [], []),
    ])
    func `are what it declares and what it gives another value`(code: String, declared: [String], assigned: [String])
        throws
    {
        let names = UnitNames(try Chapter("```swift\n\(code)\n```").units[0])
        #expect(names.declared.sorted() == declared)
        #expect(names.assigned.sorted() == assigned)
    }

    @Test func `are what its code mentions, but not what its strings hold`() throws {
        let names = UnitNames(try Chapter("```swift\nlet a = b.c(\"d \\(e)\") // f\n```").units[0])
        #expect(names.mentioned == ["a", "b", "c", "e"])
        let prose = UnitNames(try Chapter("`{swift} a + 1` and `{claim} b < 2`").units[0])
        #expect(prose.mentioned == ["a", "b", "+", "<"])
    }
}
