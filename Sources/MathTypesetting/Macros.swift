import Foundation

/// The commands that a course defines for its formulas: `\R` for `\mathbb{R}`; `#1` to `#9` stand for arguments.
struct Macros {
    /// The macros' names, with their backslashes, and their texts, by name.
    let all: [(name: String, text: String)]
    /// The macros as a JSON object, in KaTeX's form.
    let json: String

    init(_ macros: [String: String]) {
        all = macros.map { (name: $0, text: $1) }.sorted { $0.name < $1.name }
        json = (try? JSONEncoder().encode(macros)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    var names: [String] { all.map(\.name) }
}

extension Macros {
    /// What is wrong with each macro, whoever uses it. What may be right in its place, such as a `\left(` alone, is not.
    func errors(in katex: KaTeX) -> [String: MathError] {
        var errors: [String: MathError] = [:]
        for (name, text) in all { errors[name] = nameError(name) ?? error(in: text, of: name, katex) }
        return errors
    }

    private func nameError(_ name: String) -> MathError? {
        guard name.wholeMatch(of: #/\\([a-zA-Z]+|[^a-zA-Z])/#) == nil else { return nil }
        let fix = name.wholeMatch(of: #/[a-zA-Z]+/#) == nil ? nil : "name it '\\\(name)'"
        return MathError(message: "a macro's name is a backslash and letters, or one other character", fix: fix)
    }

    private func error(in text: String, of name: String, _ katex: KaTeX) -> MathError? {
        let arguments = (1...9).last { text.contains("#\($0)") } ?? 0
        do throws(MathError) {
            try katex.check(name + String(repeating: "{x}", count: arguments))
            return nil
        } catch {
            let isOwn = error.macro == name || error.macro == nil
            return isOwn && Self.certain.contains { error.message.hasPrefix($0) } ? error : nil
        }
    }

    private static let certain = [
        "Undefined control sequence", "No such environment", "Too many expansions", "the formula is too much work",
        "Not a valid argument number", "Incomplete placeholder",
    ]
}
