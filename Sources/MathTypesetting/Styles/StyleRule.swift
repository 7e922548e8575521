/// A rule of KaTeX's stylesheet: `.katex .mathbf,.katex .textbf{font-weight:700}`.
struct StyleRule: Sendable {
    let selectors: [Selector]
    /// What stands between the braces.
    let declarations: String

    /// The rules of a stylesheet in whose braces there are no braces.
    static func rules(of stylesheet: String) -> [StyleRule] {
        stylesheet.split(separator: "}").compactMap { rule in
            let parts = rule.split(separator: "{", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            return StyleRule(
                selectors: parts[0].split(separator: ",").map { Selector(String($0)) }, declarations: String(parts[1]))
        }
    }

    /// The value of a declaration; nil where there is none.
    func value(of property: String) -> String? {
        declarations.split(separator: ";").lazy.compactMap { declaration in
            let parts = declaration.split(separator: ":", maxSplits: 1)
            return parts.count == 2 && parts[0] == property ? String(parts[1]) : nil
        }.first
    }

    /// The rule for elements of `classes` alone; nil where it means none of them.
    func cut(to classes: Set<String>) -> String? {
        let needed = selectors.filter { $0.classes.isSubset(of: classes) }
        return needed.isEmpty ? nil : "\(needed.map(\.text).joined(separator: ",")){\(declarations)}"
    }
}

/// A selector of tags and classes, such as `.katex .delimsizing.mult>span`.
struct Selector: Sendable {
    let text: String
    /// All classes that elements need to have.
    let classes: Set<String>
    /// What elements have to be, the outermost first.
    private let steps: [Step]

    private struct Step: Sendable {
        var tag: String?
        var classes: Set<String>
        /// Whether the element is a child of the one before it, rather than anywhere in it.
        var isChild: Bool

        /// Reads a tag with classes, such as `span.op-symbol`.
        init(_ text: Substring, isChild: Bool) {
            let names = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            tag = names.first.flatMap { $0.isEmpty ? nil : $0 }
            classes = Set(names.dropFirst())
            self.isChild = isChild
        }
    }

    init(_ text: String) {
        self.text = text
        // What an element must not be is no matter here: the rule is kept.
        let wanted = text.split(separator: ":").first ?? ""
        var steps: [Step] = []
        for (number, part) in wanted.split(separator: ">").enumerated() {
            for (place, compound) in part.split(separator: " ").enumerated() {
                steps.append(Step(compound, isChild: number > 0 && place == 0))
            }
        }
        self.steps = steps
        classes = steps.reduce(into: []) { $0.formUnion($1.classes) }
    }

    /// How much the selector says: of two rules for an element, the one that says more holds.
    var specificity: Int { classes.count }

    /// Whether the innermost of `path` is meant, the outermost element coming first.
    func matches(_ path: [MathElement]) -> Bool {
        matches(path[...], steps[...])
    }

    private func matches(_ path: ArraySlice<MathElement>, _ steps: ArraySlice<Step>) -> Bool {
        guard let step = steps.last else { return true }
        guard let element = path.last, step.tag == nil || step.tag == element.tag,
            step.classes.isSubset(of: element.classes)
        else { return false }
        let (outer, rest) = (path.dropLast(), steps.dropLast())
        if step.isChild || rest.isEmpty { return matches(outer, rest) }
        return outer.indices.contains { matches(path[...$0], rest) }
    }
}
