import Literate

/// A unit on its way from the compiler to the cell host.
struct Compilation: Sendable {
    /// The unit's place among its chapter's units.
    var index: Int
    var source: UnitSource
    var outcome: Outcome

    enum Outcome: Sendable {
        case ready(CompiledUnit)
        case failed([Problem])
    }

    /// Compiles what the due units of a chapter need, one unit after the other, each as soon as the one before it is
    /// compiled; a cell that does not compile although others depend on it is the last.
    static func all(of plan: ChapterPlan, with compiler: CellCompiler) -> AsyncStream<Compilation> {
        AsyncStream { continuation in
            let task = Task {
                var line = CompilationLine(plan: plan, compiler: compiler)
                for index in 0..<(plan.lastDue.map { $0 + 1 } ?? 0) where !Task.isCancelled {
                    // What others depend on is needed, whether it has a result or not.
                    guard plan.chapter.units[index].isKept || plan.steps[index].reason != nil else { continue }
                    let compilation = await line.next(index)
                    continuation.yield(compilation)
                    if case .failed = compilation.outcome, plan.chapter.units[index].isKept { break }
                }
                continuation.finish()
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }
}

/// The cells that are compiled so far, which the next unit imports.
struct CompilationLine: Sendable {
    let plan: ChapterPlan
    let compiler: CellCompiler
    private var modules: [CompiledUnit] = []
    private var imports: [String] = []

    init(plan: ChapterPlan, compiler: CellCompiler) {
        self.plan = plan
        self.compiler = compiler
    }

    /// Compiles a unit and, if those after it depend on it, adds it to the line.
    mutating func next(_ index: Int) async -> Compilation {
        let compilation = await compile(index)
        if plan.chapter.units[index].isKept { add(compilation) }
        return compilation
    }

    /// Compiles a unit.
    func compile(_ index: Int) async -> Compilation {
        let unit = plan.chapter.units[index]
        let source = UnitSource(unit, index: index, imports: imports, after: modules.map(\.moduleName))
        do {
            let compiled = try await compiler.compile(source, of: unit, key: plan.keys[index], modules: modules)
            return Compilation(index: index, source: source, outcome: .ready(compiled))
        } catch let problems as Problems {
            return Compilation(index: index, source: source, outcome: .failed(problems.all))
        } catch {
            let problem = Problem(
                file: plan.chapter.source.path, location: unit.location,
                message: "can't be compiled: \(FileFault.reason(of: error))")
            return Compilation(index: index, source: source, outcome: .failed([problem]))
        }
    }

    /// Adds a cell to those that the next units import. What one that does not compile imports is imported all the same.
    mutating func add(_ compilation: Compilation) {
        if case .ready(let compiled) = compilation.outcome { modules.append(compiled) }
        imports += compilation.source.imports.filter { !imports.contains($0) }
    }
}
