import SwiftSyntax

/// Where `public` has to be written into a cell's code.
///
/// Each cell is a module, and a type that conforms to a protocol of an earlier cell conforms to a protocol of another
/// module: what fulfils it must be public. So everything that a cell declares is made public, as in Swift's own REPL.
final class PublicDeclarations: SyntaxVisitor {
    /// What is written, with the space behind it.
    static let keyword = "public "

    /// The bytes before which it is written, in order.
    private(set) var offsets: [Int] = []

    init(of file: SourceFileSyntax) {
        super.init(viewMode: .sourceAccurate)
        for statement in file.statements {
            if let declaration = statement.item.as(DeclSyntax.self) { walk(declaration) }
        }
    }

    private func mark(_ modifiers: DeclModifierListSyntax, _ introducer: TokenSyntax) {
        guard !modifiers.contains(where: Self.isAccess) else { return }
        let first = modifiers.first.map(Syntax.init) ?? Syntax(introducer)
        offsets.append(first.positionAfterSkippingLeadingTrivia.utf8Offset)
    }

    private static func attributeNames(_ attributes: AttributeListSyntax) -> [String] {
        attributes.compactMap { $0.as(AttributeSyntax.self)?.attributeName.trimmedDescription }
    }

    private static func isAccess(_ modifier: DeclModifierSyntax) -> Bool {
        switch modifier.name.tokenKind {
        case .keyword(.public), .keyword(.open), .keyword(.package), .keyword(.internal), .keyword(.fileprivate),
            .keyword(.private):
            // `private(set)` says nothing of reading.
            modifier.detail == nil
        default: false
        }
    }

    // Types, and what they hold.

    override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind {
        // The initializer that a public property wrapper gets of its own accord is not public, and has to be.
        guard !Self.attributeNames(node.attributes).contains("propertyWrapper") else { return .skipChildren }
        mark(node.modifiers, node.structKeyword)
        return .visitChildren
    }

    override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind {
        mark(node.modifiers, node.classKeyword)
        return .visitChildren
    }

    override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind {
        mark(node.modifiers, node.actorKeyword)
        return .visitChildren
    }

    override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind {
        mark(node.modifiers, node.enumKeyword)
        return .visitChildren
    }

    override func visit(_ node: ExtensionDeclSyntax) -> SyntaxVisitorContinueKind {
        // An extension with a modifier gives it to what it holds.
        node.modifiers.contains(where: Self.isAccess) ? .skipChildren : .visitChildren
    }

    // A protocol's requirements are as public as it is.
    override func visit(_ node: ProtocolDeclSyntax) -> SyntaxVisitorContinueKind {
        mark(node.modifiers, node.protocolKeyword)
        return .skipChildren
    }

    // What functions and accessors declare is theirs alone.

    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
        mark(node.modifiers, node.funcKeyword)
        return .skipChildren
    }

    override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind {
        mark(node.modifiers, node.initKeyword)
        return .skipChildren
    }

    override func visit(_ node: SubscriptDeclSyntax) -> SyntaxVisitorContinueKind {
        mark(node.modifiers, node.subscriptKeyword)
        return .skipChildren
    }

    override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
        // A wrapped property can't be more public than its wrapper. The names of wrappers are those of types.
        if !Self.attributeNames(node.attributes).contains(where: { $0.first?.isUppercase == true }) {
            mark(node.modifiers, node.bindingSpecifier)
        }
        return .skipChildren
    }

    override func visit(_ node: TypeAliasDeclSyntax) -> SyntaxVisitorContinueKind {
        mark(node.modifiers, node.typealiasKeyword)
        return .skipChildren
    }

    override func visit(_ node: DeinitializerDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}
