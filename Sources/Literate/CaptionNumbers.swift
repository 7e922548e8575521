import NotebookEvents

/// The numbers of a cell's figures and tables: all have that of the cell's label, and letters where there are several.
struct CaptionNumbers {
    private let target: Labels.Target?
    private let count: Int
    private var figures = 0
    private var tables = 0

    init(_ target: Labels.Target?, _ result: UnitResult) {
        self.target = target
        count = result.events.count { target?.kind == .figure ? $0.isFigure : $0.isTable }
    }

    /// The next figure or table: its place among them, counted from 0, and "Figure 3.2 (b)", if it has a number.
    mutating func next(_ kind: LabelKind) -> (index: Int, number: String?) {
        let index = kind == .figure ? figures : tables
        if kind == .figure { figures += 1 } else { tables += 1 }
        guard let target, target.kind == kind else { return (index, nil) }
        let letter = count > 1 ? "\u{A0}(\(Self.letter(index)))" : ""
        return (index, target.text(isShort: false, isNumbered: true) + letter)
    }

    /// `a` to `z`, then numbers.
    private static func letter(_ index: Int) -> String {
        index < 26 ? String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index))) : "\(index + 1)"
    }

    /// A caption with its number, both as HTML; nil where there is neither.
    static func caption(_ caption: String?, _ number: String?) -> String? {
        let number = number.map { "<span class=\"figure-number\">\($0).</span>" }
        let words = [number, caption].compactMap(\.self)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
}

extension Event {
    fileprivate var isFigure: Bool {
        if case .output(.figure, _) = self { true } else { false }
    }

    fileprivate var isTable: Bool {
        if case .output(.table, _) = self { true } else { false }
    }
}
