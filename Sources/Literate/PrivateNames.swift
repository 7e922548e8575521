import SwiftParser
import SwiftSyntax

/// The names that a cell has at its top level for itself: the cells after it can't see them.
///
///     guard let model = load() else { fatalError() }
///     private let seed = 7
struct PrivateNames {
    /// Each name, what keeps it from other cells, and its first byte.
    private(set) var all: [(name: String, keyword: String, offset: Int)] = []

    init(of code: String) {
        for statement in Parser.parse(source: code).statements {
            if let guarding = statement.item.as(GuardStmtSyntax.self) {
                for condition in guarding.conditions {
                    if let binding = condition.condition.as(OptionalBindingConditionSyntax.self) {
                        add(binding.pattern, "guard")
                    }
                }
            } else if let declaration = statement.item.asProtocol((any WithModifiersSyntax).self),
                let keyword = declaration.modifiers.first(where: Self.isPrivate)?.name.text
            {
                if let variable = statement.item.as(VariableDeclSyntax.self) {
                    for binding in variable.bindings { add(binding.pattern, keyword) }
                } else if let named = statement.item.asProtocol((any NamedDeclSyntax).self) {
                    add(named.name, keyword)
                }
            }
        }
    }

    private mutating func add(_ pattern: PatternSyntax, _ keyword: String) {
        if let identifier = pattern.as(IdentifierPatternSyntax.self) { add(identifier.identifier, keyword) }
    }

    private mutating func add(_ name: TokenSyntax, _ keyword: String) {
        all.append((name.text, keyword, name.positionAfterSkippingLeadingTrivia.utf8Offset))
    }

    private static func isPrivate(_ modifier: DeclModifierSyntax) -> Bool {
        [.keyword(.private), .keyword(.fileprivate)].contains(modifier.name.tokenKind) && modifier.detail == nil
    }
}

extension Chapter {
    /// Why `name`, which the compiler does not find on line `line`, is not there although an earlier cell has it; nil
    /// where none has.
    public func whereabouts(of name: String, before line: Int) -> String? {
        for cell in cells.reversed() where cell.isKept && cell.location.line < line {
            for found in PrivateNames(of: cell.code).all where found.name == name {
                let place = cell.location(of: found.offset, in: CellSyntax(cell.code))
                let advice =
                    found.keyword == "guard" ? "declare it with 'let' and no 'guard'" : "leave '\(found.keyword)' out"
                return "line \(place.line): '\(name)' is there for its own cell only: \(advice)"
            }
        }
        return nil
    }
}
