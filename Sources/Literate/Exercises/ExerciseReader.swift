import CommonMark

/// Checks that the parts of exercises stand where they mean something, and gathers what readers choose from.
///
///     ::: {.exercise #ex-half title="Half"}
///     Half of 3 is `{answer tolerance=0.01} 3.0 / 2`
///
///     ::: {.choices}
///     - It is an integer. `{correct} 3 % 2 == 0`
///
///       Three is odd.
///     - It is none. `{correct} 3 % 2 == 1`
///
///       Right: half of an odd number is none.
///     :::
///     ::: {.hint}
///     Two halves are 3.
///     :::
///     ::: {.solution}
///     One and a half.
///     :::
///     :::
///
/// 1. A `hint`, a `solution`, `choices` and the cells of a code exercise stand in an `exercise`. A solution with a label
///    of its own can stand anywhere.
/// 2. `` `{answer} expression` `` stands in a paragraph of an exercise, and there is one in a paragraph. The text that
///    leads to it names the field.
/// 3. `choices` hold one list. Each item begins with a paragraph that is the choice, with `` `{correct} condition` ``
///    somewhere in it, and goes on with the reason.
struct ExerciseReader {
    private let source: SourceText
    private var cells: ArraySlice<Cell>
    private var expressions: ArraySlice<InlineExpression>
    private(set) var problems: [Problem] = []
    /// The conditions of each list of choices.
    private(set) var choices: [[InlineExpression]] = []

    /// - Parameters:
    ///   - cells: all cells of the document.
    ///   - expressions: its inline expressions in the order of the text, also those of captions.
    init(_ document: Node, cells: [Cell], expressions: [InlineExpression], of source: SourceText) {
        self.source = source
        self.cells = cells[...]
        let inCaptions = cells.flatMap { $0.options.captions.flatMap(\.expressions) }.filter(\.role.isOfExercises)
        self.expressions = expressions.filter(\.role.isOfExercises)[...]
        for expression in inCaptions {
            report("a caption can't hold '\(expression.role.rawValue)'", at: expression.location)
        }
        if inCaptions.isEmpty { read(document, in: .text) }
    }

    /// Where a node stands.
    private enum Place {
        case text
        case exercise
        /// The paragraph that is a choice.
        case choice
    }
}

extension ExerciseReader {
    private mutating func read(_ node: Node, in place: Place) {
        switch node.kind {
        case .div(let attributes): readDiv(node, attributes, in: place)
        case .codeBlock(let info, _): readCodeBlock(info: info, in: place)
        case .paragraph where place == .exercise: readParagraph(node)
        case .code(let span): readCodeSpan(span, in: place)
        default: for child in node.children { read(child, in: place) }
        }
    }

    private mutating func readDiv(_ node: Node, _ attributes: Attributes, in place: Place) {
        var inner = place
        if attributes.classes.contains("exercise") {
            if place != .text { report("an exercise can't stand in another", at: node.position?.location) }
            inner = .exercise
        } else if let word = attributes.partOfExercise {
            if place == .text {
                report(
                    "'\(word)' stands in no exercise", at: node.position?.location,
                    fix: "put it between '::: {.exercise #ex-name}' and its ':::'")
            }
            if word == "choices" { return readChoices(node) }
        }
        for child in node.children { read(child, in: inner) }
    }

    private mutating func readCodeBlock(info: String, in place: Place) {
        guard case .cell = Fence.Role(info: info), let cell = cells.popFirst(), cell.exercisePart != nil,
            place == .text
        else { return }
        report(
            "a cell labeled '\(cell.options.label ?? "")' stands in no exercise", at: cell.location,
            fix: "put the cells of a code exercise between '::: {.exercise #ex-name}' and its ':::'")
    }

    private mutating func readParagraph(_ node: Node) {
        var answers = 0
        for child in node.children {
            guard case .code(let span) = child.kind, let expression = next(span) else {
                read(child, in: .text)
                continue
            }
            guard expression.role == .answer else { return misplaced(expression) }
            answers += 1
            if answers == 2 {
                report(
                    "a paragraph can't have two answers", at: expression.location,
                    fix: "put a blank line before the words that lead to the second")
            }
        }
    }

    private mutating func readCodeSpan(_ span: String, in place: Place) {
        if let expression = next(span) { misplaced(expression) }
    }

    private mutating func misplaced(_ expression: InlineExpression) {
        let isAnswer = expression.role == .answer
        report(
            "'\(expression.role.rawValue)' can't stand here", at: expression.location,
            fix: isAnswer
                ? "it stands in a paragraph between '::: {.exercise #ex-name}' and its ':::'"
                : "it stands once in each item of the list between '::: {.choices}' and its ':::', in the first paragraph"
        )
    }

    /// The expression that `codeSpan` is, if it is one of exercises.
    private mutating func next(_ codeSpan: String) -> InlineExpression? {
        let expression = InlineExpression(codeSpan: codeSpan, at: Location(line: 1, column: 1))
        return expression?.role.isOfExercises == true ? expressions.popFirst() : nil
    }

    private mutating func report(_ message: String, at location: Location?, fix: String? = nil) {
        problems.append(source.problem(message, at: location, fix: fix))
    }
}

extension ExerciseReader {
    private mutating func readChoices(_ node: Node) {
        let form = "a list whose items have a choice with `{correct} condition`, a blank line, and the reason"
        guard node.children.count == 1, case .list = node.children[0].kind, node.children[0].children.count > 1 else {
            report("choices are to be one list of two items or more", at: node.position?.location, fix: "write \(form)")
            for child in node.children { read(child, in: .choice) }
            return
        }
        var conditions: [InlineExpression] = []
        for item in node.children[0].children {
            let start = item.children.first?.position?.location ?? item.position?.location
            let found = item.children.first.map { readChoice($0) } ?? []
            if found.count != 1 {
                report(
                    "a choice is to have one '{correct}', and this has \(found.count)", at: start, fix: "write \(form)")
            }
            if item.children.count < 2 {
                report(
                    "this choice has no reason", at: start,
                    fix: "say why it is right or wrong in a paragraph below it, indented like its text")
            }
            conditions += found
            for child in item.children.dropFirst() { read(child, in: .exercise) }
        }
        choices.append(conditions)
    }

    private mutating func readChoice(_ paragraph: Node) -> [InlineExpression] {
        guard paragraph.kind == .paragraph else {
            read(paragraph, in: .choice)
            return []
        }
        var found: [InlineExpression] = []
        for child in paragraph.children {
            guard case .code(let span) = child.kind, let expression = next(span) else {
                read(child, in: .text)
                continue
            }
            if expression.role == .correct { found.append(expression) } else { misplaced(expression) }
        }
        return found
    }
}

extension InlineExpression.Role {
    /// Whether it asks readers for something.
    var isOfExercises: Bool { self == .answer || self == .correct }
}

extension Attributes {
    /// The class of a div that means something in exercises only; nil where it is something else.
    fileprivate var partOfExercise: String? {
        if id == nil, classes.contains("solution") { return "solution" }
        return ["hint", "choices"].first(where: classes.contains)
    }
}
