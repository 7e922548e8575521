/// A rule of KaTeX's stylesheet: `.katex .mathbf,.katex .textbf{font-weight:700}`.
struct StyleRule {
    let selectors: [Selector]
    /// What stands between the braces.
    let declarations: String

    /// The rules of a stylesheet in whose braces there are no braces.
    static func rules(of stylesheet: String) -> [StyleRule] {
        stylesheet.matches(of: #/([^{}]+)\{([^{}]*)\}/#).map {
            StyleRule(selectors: $0.1.split(separator: ",").map { Selector(String($0)) }, declarations: String($0.2))
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
struct Selector {
    let text: String
    /// All classes that elements need to have.
    let classes: Set<String>
    /// What elements have to be, the outermost first.
    private let steps: [Step]

    private struct Step {
        var tag: String?
        var classes: Set<String>
        /// Whether the element is a child of the one before it, rather than anywhere in it.
        var isChild: Bool
    }

    init(_ text: String) {
        self.text = text
        let wanted = text.replacing(#/:not\([^)]*\)/#, with: "")
        classes = Set(wanted.matches(of: #/\.([A-Za-z][\w-]*)/#).map { String($0.1) })
        steps = wanted.matches(of: #/(?<child>>?)\s*(?<tag>[a-z]*)(?<classes>(\.[A-Za-z][\w-]*)*)/#)
            .filter { !$0.tag.isEmpty || !$0.classes.isEmpty }
            .map { match in
                Step(
                    tag: match.tag.isEmpty ? nil : String(match.tag),
                    classes: Set(match.classes.split(separator: ".").map(String.init)), isChild: !match.child.isEmpty)
            }
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

/// An element of a formula's HTML.
struct MathElement: Hashable {
    var tag: String
    var classes: Set<String>
}
