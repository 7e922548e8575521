import CommonMark

/// The labels of one chapter, with the numbers of what they label.
///
/// Numbers depend on the chapter's text alone: a figure has one because it has a label, whether or not its cell has
/// run. Sections are counted all, but for those of the class `unnumbered`.
struct Labels {
    /// Something that can be referred to.
    struct Target: Equatable, Sendable {
        var label: String
        var kind: LabelKind
        /// The number with its chapter's: "3.2".
        var number: String
        /// A section's heading.
        var title: String?
        var location: Location

        /// The words of a reference: "Figure 3.2", or "3.2" for a short one. A section is called by its title where
        /// headings show no numbers.
        func text(isShort: Bool, isNumbered: Bool) -> String {
            if kind == .section, let title, !isNumbered || number.isEmpty { return isShort ? title : "“\(title)”" }
            if number.isEmpty { return kind.word }
            return isShort ? number : "\(kind.word)\u{A0}\(number)"
        }
    }

    private(set) var targets: [Target] = []
    private(set) var problems: [Problem] = []
    /// The numbers of all headings, by their place among them; nil for those without.
    private(set) var sectionNumbers: [String?] = []

    private let source: SourceText
    private let chapter: Int
    private var counts: [LabelKind: Int] = [:]
    private var sections = [0, 0, 0, 0, 0]
    private var ids: [String: Location] = [:]

    /// - Parameter number: the chapter's number.
    init(_ chapter: Chapter, number: Int) {
        source = chapter.source
        self.chapter = number
        var cells = chapter.cells[...]
        for node in chapter.document.all { read(node, &cells) }
    }
}

extension Labels {
    private mutating func read(_ node: Node, _ cells: inout ArraySlice<Cell>) {
        let location = node.position?.location ?? Location(line: 1, column: 1)
        switch node.kind {
        case .codeBlock(let info, _):
            guard case .cell = Fence.Role(info: info), let cell = cells.popFirst(), let label = cell.options.label
            else {
                return
            }
            // The cells of an exercise are named after it.
            if LabelKind(label: label) == .exercise { return }
            add(label, [.figure, .table, .listing], called: "a cell", at: cell.location)
        case .heading(let level): readHeading(node, level: level, at: location)
        case .figure(let attributes): add(attributes.id, [.figure], called: "an image", at: location)
        case .table(let table): add(table.attributes.id, [.table], called: "a table", at: location)
        case .formula(let formula): add(formula.label, [.equation], called: "a formula", at: location)
        case .div(let attributes): readDiv(attributes, at: location)
        default: break
        }
    }

    private mutating func readDiv(_ attributes: Attributes, at location: Location) {
        let kinds = attributes.classes.compactMap(LabelKind.init(boxClass:))
        add(attributes.id, kinds, called: kinds.first.map { "a div of the class '\($0)'" } ?? "a div", at: location)
    }

    private mutating func readHeading(_ node: Node, level: Int, at location: Location) {
        let attributes = node.attributes
        let number = attributes?.classes.contains("unnumbered") == true ? nil : nextSection(level: level)
        sectionNumbers.append(number)
        guard let label = attributes?.id else { return }
        let holdsCode = node.all.contains { if case .code(let text) = $0.kind { text.hasPrefix("{") } else { false } }
        add(
            label, [.section], called: "a heading", at: location, number: number ?? "",
            title: holdsCode ? nil : node.plainText.trimming(" "))
    }

    private mutating func nextSection(level: Int) -> String {
        let depth = min(max(level - 2, 0), sections.count - 1)
        sections[depth] += 1
        for deeper in sections.indices where deeper > depth { sections[deeper] = 0 }
        return ([chapter] + sections[...depth]).map(String.init).joined(separator: ".")
    }

    private mutating func add(
        _ label: String?, _ kinds: [LabelKind], called thing: String, at location: Location, number: String? = nil,
        title: String? = nil
    ) {
        guard let label, isFree(label, at: location) else { return }
        guard let kind = LabelKind(label: label) else { return }
        guard kinds.contains(kind) else {
            let fix = kinds.first.map { "begin it with '\($0.rawValue)-', or with no such word" }
            problems.append(
                source.problem(
                    "the label '\(label)' is that of a \(kind), and this is \(thing)", at: location, fix: fix))
            return
        }
        if number == nil { counts[kind, default: 0] += 1 }
        let number = number ?? "\(chapter).\(counts[kind] ?? 0)"
        targets.append(Target(label: label, kind: kind, number: number, title: title, location: location))
    }

    private mutating func isFree(_ id: String, at location: Location) -> Bool {
        if CellOptions.isReserved(id) {
            problems.append(
                source.problem("the id '\(id)' is taken: the page gives it to something else", at: location))
            return false
        }
        guard let first = ids.updateValue(location, forKey: id) else { return true }
        // Cells' own labels are compared when the chapter is read.
        problems.append(source.problem("the id '\(id)' is used twice: first on line \(first.line)", at: location))
        return false
    }
}

extension Node {
    /// The attributes that end a heading.
    var attributes: Attributes? { children.suffix(1).attributes }
}

extension Collection<Node> {
    /// The attributes that the first of these nodes is.
    var attributes: Attributes? {
        if case .attributes(let attributes) = first?.kind { attributes } else { nil }
    }
}
