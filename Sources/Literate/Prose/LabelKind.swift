/// The kinds of things that have labels and numbers, by the prefixes of their labels: `fig-loss` is a figure's.
public enum LabelKind: String, CaseIterable, Sendable {
    case figure = "fig"
    case table = "tbl"
    case listing = "lst"
    case equation = "eq"
    case section = "sec"
    case theorem = "thm"
    case lemma = "lem"
    case corollary = "cor"
    case proposition = "prp"
    case conjecture = "cnj"
    case definition = "def"
    case example = "exm"
    case exercise = "exr"
    case solution = "sol"

    /// The kind of what `label` labels; nil where it is only an id.
    public init?(label: String) {
        guard let dash = label.firstIndex(of: "-"), label.index(after: dash) < label.endIndex else { return nil }
        let prefix = label[..<dash]
        // learnr's labels of exercises.
        guard let kind = prefix == "ex" ? .exercise : LabelKind(rawValue: String(prefix)) else { return nil }
        self = kind
    }

    /// What stands before the number: "Figure".
    public var word: String { "\(self)".withCapital }

    /// The kind of box that a div of this class is: `theorem`, `definition`; nil where it is none.
    init?(boxClass name: String) {
        guard let kind = Self.boxes.first(where: { "\($0)" == name }) else { return nil }
        self = kind
    }

    /// The kinds whose things are divs of classes of their names.
    static let boxes: [LabelKind] = [
        .theorem, .lemma, .corollary, .proposition, .conjecture, .definition, .example, .exercise, .solution,
    ]
}

extension String {
    /// The text with its first letter as a capital.
    var withCapital: String { prefix(1).uppercased() + dropFirst() }
}
