import SwiftSyntax

/// The names that a cell declares at its top level.
///
/// Cells are modules, so a second declaration of a name would hide the first until both are in sight, and then be
/// ambiguous. It is refused instead. Functions of one name but other parameters may live side by side.
struct DeclaredNames {
    /// Each name as messages show it, what tells it from others, and its first byte.
    private(set) var all: [(name: String, identity: String, offset: Int)] = []

    init(of file: SourceFileSyntax) {
        for statement in file.statements {
            guard let declaration = statement.item.as(DeclSyntax.self) else { continue }
            if let variable = declaration.as(VariableDeclSyntax.self) {
                for binding in variable.bindings { add(binding.pattern) }
            } else if let function = declaration.as(FunctionDeclSyntax.self) {
                let types = function.signature.parameterClause.parameters.map {
                    "\($0.firstName.text):\($0.type.trimmedDescription)"
                }
                add(function.name, identity: "\(function.name.text)(\(types.joined(separator: ",")))")
            } else if let type = declaration.asProtocol((any NamedDeclSyntax).self) {
                add(type.name)
            }
        }
    }

    private mutating func add(_ pattern: PatternSyntax) {
        if let identifier = pattern.as(IdentifierPatternSyntax.self) {
            add(identifier.identifier)
        } else if let tuple = pattern.as(TuplePatternSyntax.self) {
            for element in tuple.elements { add(element.pattern) }
        }
    }

    private mutating func add(_ name: TokenSyntax, identity: String? = nil) {
        all.append((name.text, identity ?? name.text, name.positionAfterSkippingLeadingTrivia.utf8Offset))
    }
}

extension Cell {
    /// What the cell declares at its top level.
    public var declaredNames: [String] { CellSyntax(code).names.all.map(\.name) }
}

extension Problem {
    /// The names that more than one of `cells` declares.
    static func repeatedNames(in cells: [(cell: Cell, syntax: CellSyntax)], of source: SourceText) -> [Problem] {
        var first: [String: Location] = [:]
        var problems: [Problem] = []
        for (cell, syntax) in cells {
            let names = syntax.names.all.map { ($0.name, $0.identity, cell.location(of: $0.offset, in: syntax)) }
            for (name, identity, location) in names {
                guard let earlier = first[identity] else { continue }
                problems.append(
                    source.problem(
                        "'\(name)' is declared in two cells: first on line \(earlier.line)", at: location,
                        fix: "give it another name, or assign to the first one without 'let' or 'var'"))
            }
            // Within a cell, the compiler knows better what may be repeated.
            for (_, identity, location) in names where first[identity] == nil { first[identity] = location }
        }
        return problems
    }
}
