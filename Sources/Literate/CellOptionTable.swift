/// One option of cells: its key, and how its value becomes a property.
struct CellOption: Sendable {
    let key: String
    let read: @Sendable (inout CellOptions, inout YAMLReader) -> Void

    /// All options there are.
    static let all: [CellOption] = [
        CellOption("label", \.label, .label),

        CellOption("eval", \.eval, .flag),
        CellOption("error", \.error, .flag),
        CellOption("timeout", \.timeout, .duration),
        CellOption("memory", \.memory, .memory),
        CellOption("live", \.live, .oneOf([("true", .yes), ("false", .no), ("shared", .shared)])),
        CellOption("volatile", \.volatile, .flag),

        CellOption("include", \.include, .flag),
        CellOption("echo", \.echo, .flag),
        CellOption("output", \.output, .oneOf([("true", .shown), ("false", .hidden), ("asis", .markdown)])),
        CellOption("warning", \.warning, .flag),
        CellOption("code-fold", \.codeFold, .oneOf([("true", .closed), ("false", .never), ("show", .open)])),
        CellOption("code-summary", \.codeSummary, .text),
        CellOption("layout-ncol", \.columns, .count(1...12)),
        CellOption("lst-cap", caption: \.listingCaption),
        CellOption("fig-cap", captions: \.figureCaptions),
        CellOption("fig-alt", captions: \.figureAlternatives, allowsClaims: false),
        CellOption("tbl-cap", captions: \.tableCaptions),
    ]
}

extension CellOption {
    private init<Value>(
        _ key: String, _ property: any WritableKeyPath<CellOptions, Value> & Sendable, _ kind: OptionValue<Value>
    ) {
        self.init(key: key) { options, yaml in
            if let value = yaml.value(key, as: kind) { options[keyPath: property] = value }
        }
    }

    private init<Value>(
        _ key: String, _ property: any WritableKeyPath<CellOptions, Value?> & Sendable, _ kind: OptionValue<Value>
    ) {
        self.init(key: key) { options, yaml in options[keyPath: property] = yaml.value(key, as: kind) }
    }

    private init(
        _ key: String, captions property: any WritableKeyPath<CellOptions, [Caption]> & Sendable,
        allowsClaims: Bool = true
    ) {
        self.init(key: key) { options, yaml in
            options[keyPath: property] = yaml.captions(key, allowsClaims: allowsClaims)
        }
    }

    private init(_ key: String, caption property: any WritableKeyPath<CellOptions, Caption?> & Sendable) {
        self.init(key: key) { options, yaml in
            options[keyPath: property] = yaml.string(key).flatMap { _ in yaml.captions(key, allowsClaims: true).first }
        }
    }
}

extension CellOptions {
    /// Options that were read off the top of a cell.
    struct Reading {
        var options = CellOptions()
        /// How many lines they take.
        var lines: Int
        var problems: [Problem]
    }

    /// Takes the options off the top of a cell's `code`, whose first line stands at `location` of `source`.
    static func read(from code: String, in source: SourceText, at location: Location) -> Reading {
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false).prefix { $0.hasPrefix("//|") }
        guard !lines.isEmpty else { return Reading(lines: 0, problems: []) }
        var yaml = YAMLReader(
            lines.map { $0.dropFirst("//|".count) }.joined(separator: "\n"), in: source,
            at: Location(line: location.line, column: location.column + "//|".count),
            known: CellOption.all.map(\.key), what: "cell option")
        var reading = Reading(lines: lines.count, problems: [])
        for option in CellOption.all { option.read(&reading.options, &yaml) }
        reading.problems = yaml.problems
        return reading
    }
}
