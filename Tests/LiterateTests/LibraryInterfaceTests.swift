import Literate
import Testing

/// A library as it is compiled for the browser: what is not generic is compiled once, and where it is more than a line,
/// copied to no place that calls it.
@Suite struct `The source of a library for the browser` {
    @Test(arguments: [
        ("func f() -> Int { 1 }", "@export(interface) func f() -> Int { 1 }"),
        (
            "func f() -> Int {\n    let a = 1\n    return a\n}",
            "@inline(never) @export(interface) func f() -> Int {\n    let a = 1\n    return a\n}"
        ),
        ("init() {}", "@export(interface) init() {}"),
        ("var a: Int { 1 }", "var a: Int { @export(interface) get {1 }} "),
        ("func f<T>(_ x: T) {}", "func f<T>(_ x: T) {}"), ("func f(_ x: some P) {}", "func f(_ x: some P) {}"),
        ("@inline(__always) func f() {}", "@inline(__always) func f() {}"), ("var a = 1", "var a = 1"),
    ])
    func `is marked where it can be called`(code: String, marked: String) {
        let squeezed = { (text: String) in text.filter { $0 != " " && $0 != "\n" } }
        let expected = "struct S {\n\(marked)\n}\n"
        #expect(squeezed(LibraryInterface.marked(["struct S {\n\(code)\n}\n"])[0]) == squeezed(expected))
    }

    @Test func `is marked in extensions of what another library declares, where that is not generic`() {
        let sources = ["extension A {\nfunc f() {}\n}\n", "extension B {\nfunc f() {}\n}\n"]
        let marked = LibraryInterface.marked(sources, importing: ["struct A {}\n", "struct B<T> {}\n"])
        #expect(marked == ["extension A {\n@export(interface) func f() {}\n}\n", sources[1]])
    }

    @Test func `is left as it is inside of generic types, whichever file they are in`() {
        let files = ["struct S<T> {}\n", "extension S {\nfunc f() {}\n}\n"]
        #expect(LibraryInterface.marked(files) == files)
    }
}
