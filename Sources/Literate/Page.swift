import CommonMark

/// A chapter woven with what came of running it: the HTML of its page's body.
public struct Page: Codable, Equatable, Sendable {
    public var frontMatter: FrontMatter
    public var slug: String
    /// The chapter's path, as problems show it.
    public var source: String
    /// The page's content below its title.
    public var html: String
    /// How many cells ran, and how many claims were checked.
    public var cellCount: Int
    public var claimCount: Int
    /// The page's sections, for its table of contents.
    public var sections: [Section]
    /// The files that the chapter's cells read, and their SHA-256, by name.
    public var data: [String: String] = [:]
    /// The numbers of its figures as CSV, by the paths of their files on the site.
    public var tables: [String: String] = [:]
    /// Whether the page has a cell that runs in the reader's browser.
    public var isLive: Bool

    /// A heading that can be linked to.
    public struct Section: Codable, Equatable, Sendable {
        public var level: Int
        public var id: String
        public var title: String
    }

    /// Weaves `chapter` with `execution`, which holds a result for each of its units.
    /// - Parameter course: what the page needs to know beyond its chapter; nil means that there is no other chapter.
    public init(_ chapter: Chapter, _ execution: Execution, in course: PageContext? = nil) {
        var weaver = Weaver(chapter, execution, course ?? PageContext(chapters: [chapter]))
        frontMatter = chapter.frontMatter
        slug = chapter.slug
        source = chapter.source.path
        html = CommonMark.html(weaver.page(of: chapter.document))
        sections = weaver.sections
        tables = weaver.tables
        isLive = weaver.isLive
        cellCount = zip(chapter.units, execution.results).count {
            $0.isCell && !$0.isExercise && $0.executes && $1.status == .ran
        }
        claimCount = execution.results.reduce(0) { $0 + $1.claims.count }
    }
}

/// Walks a chapter's document in the order of its text and puts results in the places of cells and expressions.
struct Weaver {
    let course: PageContext
    let slug: String
    let source: SourceText
    private(set) var sections: [Page.Section] = []
    /// The exercise that is being woven, if one is; its solutions, and whether one of them is.
    var exercise: OpenExercise?
    var solutions: [Node] = []
    var isInSolution = false
    /// What the page's footnotes say, and from where they are referred to.
    var footnotes: FootnoteList
    var citations = CitationList()
    private var sectionNumbers: ArraySlice<String?>
    let numbersSections: Bool
    private var cells: ArraySlice<(cell: Cell, result: UnitResult?)>
    private var expressions: ArraySlice<Numbered>
    private var claims = 0
    private(set) var isLive = false
    private(set) var tables: [String: String] = [:]
    private var headingIDs: ArraySlice<String>

    init(_ chapter: Chapter, _ execution: Execution, _ course: PageContext) {
        self.course = course
        slug = chapter.slug
        source = chapter.source
        footnotes = FootnoteList(chapter.document, in: chapter.source)
        sectionNumbers = course.references.sectionNumbers(of: chapter.slug)[...]
        numbersSections = chapter.frontMatter.numberSections ?? course.numbersSections
        let units = zip(chapter.units, execution.results)
        var results = units.filter { $0.0.isCell && !$0.0.isExercise }.map(\.1)[...]
        cells =
            chapter.cells.map { cell in
                // What is only shown has no result, but for what went wrong with a code exercise.
                (cell, cell.expectation == .ignored ? Self.failure(of: cell, in: units) : results.popFirst())
            }[...]
        expressions = units.flatMap(Self.expressions(of:_:))[...]
        headingIDs = PageIDs(chapter).headings[...]
    }

    /// What went wrong when a cell of a code exercise was checked; nil where nothing did.
    private static func failure(
        of cell: Cell, in units: Zip2Sequence<[Chapter.Unit], [UnitResult]>
    ) -> UnitResult? {
        guard cell.exercisePart != nil else { return nil }
        let result = units.first { unit, _ in
            if case .cell(let check) = unit, unit.isExercise {
                check.options.label == cell.options.label
            } else {
                false
            }
        }?.1
        return result.flatMap { $0.status == .failed ? UnitResult(status: .failed, problems: $0.problems) : nil }
    }

    /// An expression with its number in the unit that gave its result.
    private typealias Numbered = (expression: InlineExpression, number: Int, result: UnitResult)

    private static func expressions(of unit: Chapter.Unit, _ result: UnitResult) -> [Numbered] {
        guard case .prose(let expressions) = unit else { return [] }
        return expressions.enumerated().map { ($1, $0, result) }
    }

    mutating func woven(_ node: Node) -> Node {
        switch node.kind {
        case .codeBlock(let info, let code): return codeBlock(info: info, code: code)
        case .paragraph: return paragraph(node)
        case .code(let text): return nextExpression(in: text).map { Node(.customInline($0.html)) } ?? node
        case .heading(let level): return heading(node, level: level)
        case .figure(let attributes): return figure(node, attributes)
        case .div(let attributes): return div(node, attributes)
        case .table(let table): return self.table(node, table)
        case .footnote(let label): return footnote(node, label: label)
        case .footnoteReference(let label): return footnotes.reference(to: label)
        case .formula(let formula): return self.formula(formula)
        case .mention(let mention): return self.mention(mention)
        case .link(let destination, let title): return link(node, to: destination, title: title)
        case .attributes: return Node(.customInline(""))
        default: return wovenInside(node)
        }
    }

    /// `node` with its children woven.
    mutating func wovenInside(_ node: Node) -> Node {
        var node = node
        let children = node.children.keptTogether
        let woven = children.indices.map { index in
            if case .image(let source, let title) = children[index].kind {
                let attributes = children.indices.contains(index + 1) ? [children[index + 1]].attributes : nil
                return image(children[index], source: source, title: title, attributes: attributes)
            }
            return self.woven(children[index])
        }
        node.children = woven.withSignsMoved(into: children)
        return node
    }

    func block(_ html: String) -> Node {
        Node(.customBlock(html))
    }

    private mutating func codeBlock(info: String, code: String) -> Node {
        if case .cell = Fence.Role(info: info), let (cell, result) = cells.popFirst() {
            let target = cell.options.label.flatMap { course.references[$0]?.target }
            let live = course.isLive ? LiveHTML(cell, result, slug: slug) : nil
            isLive = isLive || cell.options.live == .yes && live != nil
            if let result, cell.options.include, cell.options.output != .hidden {
                tables.merge(FigureHTML.tables(of: cell, result, slug: slug)) { $1 }
            }
            let html = CellHTML(
                cell: cell, slug: slug, result: result, captions: captions(of: cell.options), target: target, live: live
            ).html
            return exerciseCell(cell, html)
        }
        let language = info.prefix { !$0.isWhitespace }.trimming("{}")
        return block(SourceHTML.html(code, language: language))
    }

    mutating func addSection(_ section: Page.Section) {
        sections.append(section)
    }

    /// A cell's captions, whose expressions come in the order of `CellOptions.captions`.
    private mutating func captions(of options: CellOptions) -> CellCaptions {
        CellCaptions(
            listing: options.listingCaption.map { html($0.inlines) },
            figures: options.figureCaptions.map { html($0.inlines) },
            alternatives: options.figureAlternatives.map { plainText($0.inlines) },
            tables: options.tableCaptions.map { html($0.inlines) })
    }

    /// The HTML of inlines, without a block around it.
    mutating func html(_ inlines: [Node]) -> String {
        let content = wovenInside(Node(.paragraph, children: inlines))
        return String(CommonMark.html(content).trimming("\n").dropFirst("<p>".count).dropLast("</p>".count))
    }

    mutating func plainText(_ inlines: [Node]) -> String {
        Node(.paragraph, children: inlines).replacingExpressions { nextExpression(in: $0)?.text }.plainText
    }

    /// The expression whose turn it is; nil where `codeSpan` is ordinary code.
    mutating func nextExpression(in codeSpan: String) -> InlineHTML? {
        guard InlineExpression(codeSpan: codeSpan, at: Location(line: 1, column: 1)) != nil,
            let next = expressions.popFirst()
        else { return nil }
        if next.expression.role == .claim { claims += 1 }
        return InlineHTML(next.expression, number: next.number, result: next.result, claimID: "claim--\(claims)")
    }

    /// The text of a heading, with the values of its expressions, which stay to be woven.
    private func plainTitle(of heading: Node) -> String {
        var ahead = self
        return heading.replacingExpressions { ahead.nextExpression(in: $0)?.text }.plainText
    }

    private mutating func heading(_ node: Node, level: Int) -> Node {
        let title = plainTitle(of: node).trimming(" ")
        let id = headingIDs.popFirst() ?? ""
        var html = html(node.children)
        if let number = sectionNumbers.popFirst() ?? nil, numbersSections {
            html = "<span class=\"section-number\">\(number)</span> \(html)"
        }
        sections.append(Page.Section(level: level, id: id, title: title))
        return block(
            """
            <h\(level) id="\(id)">\(html) <a class="anchor" href="#\(id)" aria-label="Link to this section">#</a>\
            </h\(level)>
            """)
    }
}

extension Node {
    /// This node with text in the place of expressions: what `text` gives for a code span, unless that is nil.
    fileprivate func replacingExpressions(_ text: (String) -> String?) -> Node {
        mapped { node in
            guard case .code(let span) = node.kind, let text = text(span) else { return node }
            return Node(.text(text))
        }
    }
}

extension StringProtocol {
    /// The text without any of `characters` at its ends.
    func trimming(_ characters: String) -> String {
        let start = drop { characters.contains($0) }
        let end = start.lastIndex { !characters.contains($0) }
        return end.map { String(start[...$0]) } ?? ""
    }
}
