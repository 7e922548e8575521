import SwiftParser
import SwiftSyntax

/// The source of a library as it is compiled for the browser once, so that cells that use it compile in a moment.
///
/// Embedded Swift compiles whatever a module uses of a library once more into that module, and a chart uses all of
/// SVGCharts: half a minute for each cell. So what is not generic is marked as there to be called:
///
///     public func html(id: String) -> String {
///     // becomes
///     @inline(never) @export(interface) public func html(id: String) -> String {
///
/// What is more than a line is not copied to where it is called, either: a reader loads it once.
public enum LibraryInterface {
    /// The source of each of some files of a library, with what is not generic marked.
    /// - Parameter others: the sources of other libraries, whose types it may extend where it imports them.
    public static func marked(_ sources: [String], importing others: [String] = []) -> [String] {
        let files = sources.map { Parser.parse(source: $0) }
        let types = PlainTypes(of: others.map { Parser.parse(source: $0) } + files).names
        return zip(sources, files).map { source, file in
            InterfaceMarks(of: file, types: types).written(into: source)
        }
    }
}

/// Where one file is marked.
private final class InterfaceMarks: SyntaxVisitor {
    private let types: Set<String>
    private var insertions: [(offset: Int, text: String)] = []

    init(of file: SourceFileSyntax, types: Set<String>) {
        self.types = types
        super.init(viewMode: .sourceAccurate)
        walk(file)
    }

    func written(into source: String) -> String {
        var bytes: [UInt8] = []
        let code = Array(source.utf8)
        var start = 0
        for (offset, text) in insertions.sorted(by: { $0.offset < $1.offset }) {
            bytes += code[start..<offset] + Array(text.utf8)
            start = offset
        }
        return String(decoding: bytes + code[start...], as: UTF8.self)
    }

    // What is generic, or may be, can't be compiled before it is used.

    override func visit(_ node: ProtocolDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }

    override func visit(_ node: ExtensionDeclSyntax) -> SyntaxVisitorContinueKind {
        let names = node.extendedType.trimmedDescription.split(separator: ".").map(String.init)
        let isPlain = node.genericWhereClause == nil && names.allSatisfy(types.contains)
        return isPlain ? .visitChildren : .skipChildren
    }

    override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { inside(node.genericParameterClause) }
    override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind { inside(node.genericParameterClause) }
    override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind { inside(node.genericParameterClause) }

    private func inside(_ parameters: GenericParameterClauseSyntax?) -> SyntaxVisitorContinueKind {
        parameters == nil ? .visitChildren : .skipChildren
    }

    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
        guard node.body != nil, node.genericParameterClause == nil, Self.isPlain(node.signature),
            !Self.isSpecial(node.attributes)
        else { return .skipChildren }
        mark(node, node.body)
        return .skipChildren
    }

    override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind {
        guard node.body != nil, node.genericParameterClause == nil, Self.isPlain(node.signature),
            !Self.isSpecial(node.attributes)
        else { return .skipChildren }
        mark(node, node.body)
        return .skipChildren
    }

    override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
        guard let binding = node.bindings.first, let block = binding.accessorBlock, !Self.isSpecial(node.attributes),
            binding.typeAnnotation.map({ Self.isPlain(Syntax($0)) }) ?? false
        else { return .skipChildren }
        mark(block)
        return .skipChildren
    }

    override func visit(_ node: SubscriptDeclSyntax) -> SyntaxVisitorContinueKind {
        guard let block = node.accessorBlock, node.genericParameterClause == nil, !Self.isSpecial(node.attributes),
            Self.isPlain(Syntax(node.parameterClause)), Self.isPlain(Syntax(node.returnClause))
        else { return .skipChildren }
        mark(block)
        return .skipChildren
    }

    private func mark(_ node: some DeclSyntaxProtocol, _ body: CodeBlockSyntax?) {
        insertions.append(
            (node.positionAfterSkippingLeadingTrivia.utf8Offset, Self.attributes(of: body?.statements)))
    }

    private func mark(_ block: AccessorBlockSyntax) {
        switch block.accessors {
        case .getter(let body):
            let getter = " \(Self.attributes(of: body))get {"
            insertions.append((block.leftBrace.endPositionBeforeTrailingTrivia.utf8Offset, getter))
            insertions.append((block.rightBrace.positionAfterSkippingLeadingTrivia.utf8Offset, "} "))
        case .accessors(let accessors):
            for accessor in accessors where ["get", "set"].contains(accessor.accessorSpecifier.text) {
                mark(accessor, accessor.body)
            }
        }
    }

    private static func attributes(of body: CodeBlockItemListSyntax?) -> String {
        let isShort = body.map { $0.trimmedDescription.utf8.count < 80 && $0.count < 2 } ?? true
        return (isShort ? "" : "@inline(never) ") + "@export(interface) "
    }

    private static func isPlain(_ signature: FunctionSignatureSyntax) -> Bool {
        isPlain(Syntax(signature))
    }

    /// Whether no opaque type is in what `node` says.
    private static func isPlain(_ node: Syntax) -> Bool {
        !node.tokens(viewMode: .sourceAccurate).contains { $0.tokenKind == .keyword(.some) }
    }

    /// Whether the compiler is told otherwise already.
    private static func isSpecial(_ attributes: AttributeListSyntax) -> Bool {
        attributes.contains { element in
            guard let name = element.as(AttributeSyntax.self)?.attributeName.trimmedDescription else { return true }
            return !["discardableResult", "usableFromInline"].contains(name) && !name.hasSuffix("Builder")
        }
    }
}

/// The types that some files declare and that are not generic, and Swift's own.
private final class PlainTypes: SyntaxVisitor {
    private(set) var names: Set = ["Bool", "Double", "Float", "Int", "String"]
    private var generic: Set<String> = []

    init(of files: [SourceFileSyntax]) {
        super.init(viewMode: .sourceAccurate)
        for file in files { walk(file) }
        names.subtract(generic)
    }

    override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind {
        add(node.name, node.genericParameterClause)
    }
    override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind {
        add(node.name, node.genericParameterClause)
    }
    override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind {
        add(node.name, node.genericParameterClause)
    }

    private func add(_ name: TokenSyntax, _ parameters: GenericParameterClauseSyntax?) -> SyntaxVisitorContinueKind {
        if parameters == nil { names.insert(name.text) } else { generic.insert(name.text) }
        return .visitChildren
    }
}
