import Literate

/// A unit on its way from the compiler to the cell host.
struct Compilation: Sendable {
    /// The unit's place among its chapter's units.
    var index: Int
    var source: UnitSource
    var outcome: Outcome
    /// Units after it that were compiled with it, by their keys.
    fileprivate var companions: [UnitKey: CompiledUnit] = [:]

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
                    guard line.isNeeded(index) else { continue }
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
    /// Units that were compiled with a cell before them.
    private var companions: [UnitKey: CompiledUnit] = [:]

    init(plan: ChapterPlan, compiler: CellCompiler) {
        self.plan = plan
        self.compiler = compiler
    }

    /// Whether a unit is to be compiled. What others depend on is, whether it has a result or not.
    func isNeeded(_ index: Int) -> Bool {
        compiler.goal == .check || plan.chapter.units[index].isKept || plan.steps[index].reason != nil
    }

    /// Compiles a unit and, if those after it depend on it, adds it to the line.
    mutating func next(_ index: Int) async -> Compilation {
        let compilation = await compile(index)
        if plan.chapter.units[index].isKept { add(compilation) }
        return compilation
    }

    /// Compiles a unit.
    func compile(_ index: Int) async -> Compilation {
        let job = job(index, imports: imports)
        if let compiled = companions[job.key] {
            return Compilation(index: index, source: job.source, outcome: .ready(compiled))
        }
        do {
            let (unit, compiled) = try await compiler.compile(
                job, with: { companionJobs(of: job, at: index) }, modules: modules)
            return Compilation(index: index, source: job.source, outcome: .ready(unit), companions: compiled)
        } catch let problems as Problems {
            return Compilation(index: index, source: job.source, outcome: .failed(problems.all))
        } catch {
            let problem = Problem(
                file: plan.chapter.source.path, location: job.unit.location,
                message: "can't be compiled: \(FileFault.reason(of: error))")
            return Compilation(index: index, source: job.source, outcome: .failed([problem]))
        }
    }

    /// Adds a cell to those that the next units import. What one that does not compile imports is imported all the same.
    mutating func add(_ compilation: Compilation) {
        if case .ready(let compiled) = compilation.outcome, compiled.leader == nil { modules.append(compiled) }
        imports = imports(after: compilation.source)
        companions.merge(compilation.companions) { $1 }
    }

    /// What the units after `source` import besides modules of cells.
    private func imports(after source: UnitSource) -> [String] {
        imports + source.imports.filter { !imports.contains($0) }
    }

    private func job(_ index: Int, imports: [String]) -> CompilerJob {
        let unit = plan.chapter.units[index]
        let source = UnitSource(unit, index: index, imports: imports, after: modules.map(\.moduleName))
        return CompilerJob(unit: unit, source: source, key: plan.keys[index])
    }

    /// What is to be compiled together with a cell: what comes before the next cell that declares something.
    private func companionJobs(of cell: CompilerJob, at index: Int) -> [CompilerJob] {
        // The optimizer would take longer for them than the compiler saves.
        guard cell.unit.isKept, !cell.source.isOptimized else { return [] }
        let imports = imports(after: cell.source)
        var jobs: [CompilerJob] = []
        for later in plan.chapter.units.indices.dropFirst(index + 1) {
            let job = job(later, imports: imports)
            guard job.source.canBeCompanion else {
                if job.unit.isKept { break }
                continue
            }
            if isNeeded(later), compiler.kept(job.key) == nil { jobs.append(job) }
        }
        return jobs
    }
}
