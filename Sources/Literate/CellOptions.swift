/// How a cell is shown: the lines `//| key: value` at its top, with Quarto's keys.
///
///     //| label: fig-accuracy
///     //| fig-cap: Accuracy after each epoch.
///     //| echo: false
public struct CellOptions: Equatable, Sendable {
    /// The cell's id on its page, which links can point at.
    public var label: String?
    /// Whether the page shows the code.
    public var echo: Bool
    /// Whether the page shows what the cell printed and showed.
    public var output: Bool
    /// The caption of the cell's figure.
    public var figureCaption: String?
    /// What a reader who can't see the cell's figure is told; nil means the sentence that the figure derives itself.
    public var figureAlternative: String?
    /// The caption of the cell's table.
    public var tableCaption: String?

    public init(
        label: String? = nil, echo: Bool = true, output: Bool = true, figureCaption: String? = nil,
        figureAlternative: String? = nil, tableCaption: String? = nil
    ) {
        self.label = label
        self.echo = echo
        self.output = output
        self.figureCaption = figureCaption
        self.figureAlternative = figureAlternative
        self.tableCaption = tableCaption
    }

    static let keys = ["label", "echo", "output", "fig-cap", "fig-alt", "tbl-cap"]
}

extension CellOptions {
    /// Takes the options off the top of a cell's `code`, whose first line stands at `location` of `source`.
    /// - Returns: the options, how many lines they take, and what is wrong with them.
    static func read(
        from code: String, in source: SourceText, at location: Location
    ) -> (CellOptions, lines: Int, problems: [Problem]) {
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false).prefix { $0.hasPrefix("//|") }
        var yaml = YAMLReader(
            lines.map { $0.dropFirst("//|".count) }.joined(separator: "\n"), in: source,
            at: Location(line: location.line, column: location.column + "//|".count), known: keys, what: "cell option")
        let options = CellOptions(
            label: yaml.string("label"), echo: yaml.bool("echo", default: true),
            output: yaml.bool("output", default: true), figureCaption: yaml.string("fig-cap"),
            figureAlternative: yaml.string("fig-alt"), tableCaption: yaml.string("tbl-cap"))
        var problems = yaml.problems
        if let label = options.label, label.isEmpty || !label.allSatisfy(isLabelCharacter) {
            problems.append(
                source.problem(
                    "the label '\(label)' is to consist of letters, digits, '-' and '_'",
                    at: yaml.location(of: "label")))
        }
        return (options, lines.count, problems)
    }

    /// Whether pages use `label` as an id of their own.
    static func isReserved(_ label: String) -> Bool {
        label == "main" || label.contains("--") || label.wholeMatch(of: #/cell-\d+/#) != nil
    }

    private static func isLabelCharacter(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || character == "-" || character == "_")
    }
}
