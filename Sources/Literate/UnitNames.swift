import SwiftParser
import SwiftSyntax

/// The names in a unit, by which one unit depends on another.
public struct UnitNames: Sendable {
    /// What is there for the units after this one: the names that it declares at its top level, and what it adds to types.
    public private(set) var declared: Set<String> = []
    /// The variables of earlier cells that it gives other values.
    public private(set) var assigned: Set<String> = []
    /// All names and operators that its code mentions.
    public private(set) var mentioned: Set<String> = []

    public init(_ unit: Chapter.Unit) {
        switch unit {
        case .cell(let cell): read(cell.code)
        case .prose(let expressions): for expression in expressions { read(expression.source) }
        }
    }
}

extension UnitNames {
    private mutating func read(_ code: String) {
        let file = Parser.parse(source: code)
        for token in file.tokens(viewMode: .sourceAccurate) {
            switch token.tokenKind {
            case .identifier(let name): mentioned.insert(name)
            case .binaryOperator(let name), .prefixOperator(let name), .postfixOperator(let name):
                mentioned.insert(name)
            default: break
            }
        }
        declared.formUnion(DeclaredNames(of: file).all.map(\.name))
        for statement in file.statements {
            if let type = statement.item.as(ExtensionDeclSyntax.self) {
                readExtension(type)
            } else if let sequence = statement.item.as(SequenceExprSyntax.self) {
                readAssignment(sequence)
            }
        }
    }

    /// What an extension adds is known by its members' names; a conformance, by that of the type.
    private mutating func readExtension(_ type: ExtensionDeclSyntax) {
        if type.inheritanceClause != nil, let name = type.extendedType.lastToken(viewMode: .sourceAccurate) {
            declared.insert(name.text)
        }
        for member in type.memberBlock.members {
            if let variable = member.decl.as(VariableDeclSyntax.self) {
                declared.formUnion(variable.bindings.map(\.pattern.trimmedDescription))
            } else if let function = member.decl.as(FunctionDeclSyntax.self) {
                declared.insert(function.name.text)
            } else if let named = member.decl.asProtocol((any NamedDeclSyntax).self) {
                declared.insert(named.name.text)
            } else if let name = type.extendedType.lastToken(viewMode: .sourceAccurate) {
                declared.insert(name.text)
            }
        }
    }

    /// `loss[3].last = 0` gives `loss` another value, and `total += 1` gives `total` one.
    private mutating func readAssignment(_ sequence: SequenceExprSyntax) {
        let elements = Array(sequence.elements)
        guard elements.count > 2, let first = elements[0].firstToken(viewMode: .sourceAccurate) else { return }
        let operation = elements[1].trimmedDescription
        if elements[1].is(AssignmentExprSyntax.self)
            || operation.hasSuffix("=") && !Self.comparisons.contains(operation)
        {
            assigned.insert(first.text)
        }
    }

    private static let comparisons: Set<String> = ["==", "!=", "<=", ">=", "===", "!==", "~="]
}
