import SwiftSyntax

/// The seeds that a cell's results depend on: those that its own code names, and those of the cells whose names it uses.
///
/// A figure's cell often does nothing but draw what an earlier one has computed, and the seeds stand there.
struct NamedSeeds {
    private var known: [(names: Set<String>, seeds: [ClosedRange<Int>])] = []
    private var constants: [String: ClosedRange<Int>] = [:]

    /// The seeds of `cell`, in order, each once. Cells are given in the chapter's order.
    mutating func seeds(of cell: Cell, _ syntax: CellSyntax) -> [ClosedRange<Int>] {
        let reader = SeedReader(of: syntax.file, constants: constants)
        let earlier = known.filter { !$0.names.isDisjoint(with: reader.used) }.flatMap(\.seeds)
        let seeds = RangeSet((earlier + reader.seeds).map(Range.init)).ranges.map { $0.lowerBound...$0.upperBound - 1 }
        if cell.isKept {
            known.append((reader.extended.union(syntax.names.all.map(\.name)), seeds))
            constants.merge(reader.constants) { $1 }
        }
        return seeds
    }
}

/// Reads what one cell's code says of seeds.
private final class SeedReader: SyntaxVisitor {
    /// What stands behind `seed:` and `seeds:`.
    private(set) var seeds: [ClosedRange<Int>] = []
    /// The names that the code uses.
    private(set) var used: Set<String> = []
    /// The types that it extends.
    private(set) var extended: Set<String> = []
    /// The numbers, and ranges of them, that names stand for where the visitor is: at its end, those of the top level.
    private(set) var constants: [String: ClosedRange<Int>]
    /// What names stood for around each scope that the visitor is in.
    private var outer: [[String: ClosedRange<Int>]] = []

    init(of file: SourceFileSyntax, constants: [String: ClosedRange<Int>]) {
        self.constants = constants
        super.init(viewMode: .sourceAccurate)
        walk(file)
    }

    override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
        used.insert(node.baseName.text)
        return .skipChildren
    }

    override func visit(_ node: MemberAccessExprSyntax) -> SyntaxVisitorContinueKind {
        if let base = node.base { walk(base) }
        return .skipChildren
    }

    override func visit(_ node: IdentifierTypeSyntax) -> SyntaxVisitorContinueKind {
        used.insert(node.name.text)
        return .visitChildren
    }

    override func visit(_ node: ExtensionDeclSyntax) -> SyntaxVisitorContinueKind {
        extended.insert(node.extendedType.trimmedDescription)
        return .visitChildren
    }

    override func visit(_ node: PatternBindingSyntax) -> SyntaxVisitorContinueKind {
        if let name = node.pattern.as(IdentifierPatternSyntax.self), let value = node.initializer?.value {
            constants[name.identifier.text] = numbers(value)
        }
        return .visitChildren
    }

    override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind {
        let elements = numbers(node.sequence)
        defer {
            if let name = node.pattern.as(IdentifierPatternSyntax.self) { constants[name.identifier.text] = elements }
        }
        return enter()
    }

    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
        let call = node.parent?.as(FunctionCallExprSyntax.self)
        let elements = call?.calledExpression.as(MemberAccessExprSyntax.self)?.base.flatMap(numbers)
        defer {
            if case .simpleInput(let names)? = node.signature?.parameterClause {
                for (index, name) in names.enumerated() { constants[name.name.text] = index == 0 ? elements : nil }
            }
        }
        return enter()
    }

    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { enter() }
    override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind { enter() }
    override func visit(_ node: AccessorBlockSyntax) -> SyntaxVisitorContinueKind { enter() }
    override func visit(_ node: CodeBlockSyntax) -> SyntaxVisitorContinueKind { enter() }
    override func visit(_ node: MemberBlockSyntax) -> SyntaxVisitorContinueKind { enter() }
    override func visitPost(_ node: ForStmtSyntax) { leave() }
    override func visitPost(_ node: ClosureExprSyntax) { leave() }
    override func visitPost(_ node: FunctionDeclSyntax) { leave() }
    override func visitPost(_ node: InitializerDeclSyntax) { leave() }
    override func visitPost(_ node: AccessorBlockSyntax) { leave() }
    override func visitPost(_ node: CodeBlockSyntax) { leave() }
    override func visitPost(_ node: MemberBlockSyntax) { leave() }

    private func enter() -> SyntaxVisitorContinueKind {
        outer.append(constants)
        return .visitChildren
    }

    private func leave() { constants = outer.removeLast() }

    override func visit(_ node: LabeledExprSyntax) -> SyntaxVisitorContinueKind {
        if ["seed", "seeds"].contains(node.label?.text), let seed = numbers(node.expression) { seeds.append(seed) }
        return .visitChildren
    }

    override func visit(_ node: FunctionParameterSyntax) -> SyntaxVisitorContinueKind {
        if ["seed", "seeds"].contains(node.firstName.text), let seed = node.defaultValue.flatMap({ numbers($0.value) })
        {
            seeds.append(seed)
        }
        constants[(node.secondName ?? node.firstName).text] = nil
        return .visitChildren
    }
}

extension SeedReader {
    /// The numbers that an expression stands for, with what is known of names; nil where that is not plain from the code,
    /// as with the parameter of a function, whose callers name the seed.
    private func numbers(_ expression: ExprSyntax) -> ClosedRange<Int>? {
        if let number = expression.as(IntegerLiteralExprSyntax.self) {
            guard let value = Int(number.literal.text.replacing("_", with: "")), value <= Self.largest else {
                return nil
            }
            return value...value
        }
        if let name = expression.as(DeclReferenceExprSyntax.self) { return constants[name.baseName.text] }
        if let tuple = expression.as(TupleExprSyntax.self), tuple.elements.count == 1 {
            return tuple.elements.first.flatMap { numbers($0.expression) }
        }
        if let sequence = expression.as(SequenceExprSyntax.self) { return numbers(Array(sequence.elements)) }
        guard let call = expression.as(FunctionCallExprSyntax.self),
            let name = call.calledExpression.as(DeclReferenceExprSyntax.self)?.baseName.text
        else { return nil }
        // Nobody has pressed it yet.
        if name == "button" { return 0...0 }
        guard Self.conversions.contains(name), call.arguments.count == 1, let argument = call.arguments.first,
            argument.label == nil
        else { return nil }
        return numbers(argument.expression)
    }

    /// The numbers that "1...10", "0..<10" or "draw + 1" stands for.
    private func numbers(_ parts: [ExprSyntax]) -> ClosedRange<Int>? {
        guard parts.count == 3, let sign = parts[1].as(BinaryOperatorExprSyntax.self)?.operator.text,
            let left = numbers(parts[0]), let right = numbers(parts[2])
        else { return nil }
        switch sign {
        case "+" where right.count == 1 && left.upperBound + right.upperBound <= Self.largest:
            return left.lowerBound + right.lowerBound...left.upperBound + right.lowerBound
        case "..." where left.lowerBound <= right.upperBound: return left.lowerBound...right.upperBound
        case "..<" where left.lowerBound < right.upperBound: return left.lowerBound...right.upperBound - 1
        default: return nil
        }
    }

    /// Sums of two such numbers are still numbers.
    private static let largest = 1 << 53
    private static let conversions: Set = ["Array", "Int", "UInt64"]
}
