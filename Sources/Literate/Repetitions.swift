import SwiftSyntax

/// Whether code repeats by itself, so often that optimizing it, which takes about a second, pays: in loops that stand
/// within loops, or in one that counts far. What calls the libraries, be it again for each of some seeds, spends its time
/// in them.
final class Repetitions: SyntaxVisitor {
    /// Whether it pays.
    private(set) var areMany = false
    /// How many times over what is visited is repeated.
    private var depth = 0
    private let countsFar: Bool

    /// Four loops. A function is there to be called again and again, which makes one; what a library calls because it
    /// overrides its own, as a layer's pass, is called for each batch of each epoch, which makes two.
    private static let deep = 4
    /// A number from which on the loops of the code, if there are any, may be thought to count far.
    private static let far = 1_000_000.0
    /// What calls the closure that it is given for each element.
    private static let methods: Set = ["map", "flatMap", "compactMap", "filter", "forEach", "reduce"]

    init(in file: SourceFileSyntax) {
        countsFar = NumberLiterals(in: file).largest >= Self.far
        super.init(viewMode: .sourceAccurate)
        walk(file)
    }

    override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind { enter() }
    override func visit(_ node: WhileStmtSyntax) -> SyntaxVisitorContinueKind { enter() }
    override func visit(_ node: RepeatStmtSyntax) -> SyntaxVisitorContinueKind { enter() }
    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
        depth += Self.calls(of: node)
        return .visitChildren
    }
    override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind {
        depth += 1
        return .visitChildren
    }
    override func visitPost(_ node: InitializerDeclSyntax) { depth -= 1 }
    override func visitPost(_ node: ForStmtSyntax) { depth -= 1 }
    override func visitPost(_ node: WhileStmtSyntax) { depth -= 1 }
    override func visitPost(_ node: RepeatStmtSyntax) { depth -= 1 }
    override func visitPost(_ node: FunctionDeclSyntax) { depth -= Self.calls(of: node) }

    override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
        Self.repeats(node) ? enter() : .visitChildren
    }

    override func visitPost(_ node: FunctionCallExprSyntax) {
        if Self.repeats(node) { depth -= 1 }
    }

    private static func repeats(_ call: FunctionCallExprSyntax) -> Bool {
        call.calledExpression.as(MemberAccessExprSyntax.self).map { methods.contains($0.declName.baseName.text) }
            ?? false
    }

    /// How many loops it counts for that a function is called.
    private static func calls(of function: FunctionDeclSyntax) -> Int {
        function.modifiers.contains { $0.name.tokenKind == .keyword(.override) } ? 2 : 1
    }

    private func enter() -> SyntaxVisitorContinueKind {
        depth += 1
        if countsFar || depth >= Self.deep { areMany = true }
        return .visitChildren
    }
}

/// The numbers that stand in code.
private final class NumberLiterals: SyntaxVisitor {
    private(set) var largest = 0.0

    init(in file: SourceFileSyntax) {
        super.init(viewMode: .sourceAccurate)
        walk(file)
    }

    override func visit(_ node: IntegerLiteralExprSyntax) -> SyntaxVisitorContinueKind { read(node.literal.text) }
    override func visit(_ node: FloatLiteralExprSyntax) -> SyntaxVisitorContinueKind { read(node.literal.text) }

    private func read(_ text: String) -> SyntaxVisitorContinueKind {
        largest = max(largest, Double(text.filter { $0 != "_" }) ?? 0)
        return .skipChildren
    }
}
