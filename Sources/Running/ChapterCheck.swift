public import Literate

/// What the compiler says of a chapter when all of its units are compiled and none runs.
public struct ChapterCheck: Equatable, Sendable {
    /// What is wrong, in the order of the text.
    public private(set) var problems: [Problem] = []
    /// How many cells were compiled, and how many an earlier build or check had compiled already.
    public private(set) var compiled = 0
    public private(set) var kept = 0
    /// How many cells do not compile although they should, or the other way around.
    public private(set) var failed = 0

    fileprivate struct Finding: Sendable {
        var index: Int
        var isCell: Bool
        var isKept: Bool
        var result: UnitResult
    }

    fileprivate init(_ findings: [Finding]) {
        for finding in findings.sorted(by: { $0.index < $1.index }) {
            problems += finding.result.problems
            guard finding.isCell else { continue }
            switch (finding.result.status, finding.isKept) {
            case (.failed, _): failed += 1
            case (_, true): kept += 1
            case (_, false): compiled += 1
            }
        }
    }
}

extension ChapterRunner {
    /// Has the compiler look at all units of `chapter`, and keeps what it said for the next check.
    ///
    /// What mentions a name of a cell that does not compile is left out: it would be blamed for what is not its fault.
    /// - Parameter slots: where compilers find room, those of several chapters together.
    public func check(_ chapter: Chapter, _ tools: CellTools, in slots: Slots) async -> ChapterCheck {
        let plan = plan(chapter)
        let compiler = CellCompiler(
            toolchain: tools.toolchain, store: store, chapter: chapter, usesKept: true, goal: .check)
        return await withTaskGroup(of: ChapterCheck.Finding.self) { group in
            var line = CompilationLine(plan: plan, compiler: compiler)
            var findings: [ChapterCheck.Finding] = []
            var missing: Set<String> = []
            for (index, unit) in chapter.units.enumerated() {
                let names = UnitNames(unit)
                guard missing.isDisjoint(with: names.mentioned) else {
                    if unit.isKept { missing.formUnion(names.declared) }
                    continue
                }
                guard unit.isKept else {
                    // Nothing depends on it: the next unit does not have to wait.
                    group.addTask { [line] in
                        let compilation = await slots.run { await line.compile(index) }
                        return ChapterCheck.Finding(compilation, of: unit, in: chapter)
                    }
                    continue
                }
                let compilation = await slots.run { [line] in await line.compile(index) }
                line.add(compilation)
                if case .failed = compilation.outcome { missing.formUnion(names.declared) }
                findings.append(ChapterCheck.Finding(compilation, of: unit, in: chapter))
            }
            for await finding in group { findings.append(finding) }
            return ChapterCheck(findings)
        }
    }
}

extension ChapterCheck.Finding {
    fileprivate init(_ compilation: Compilation, of unit: Chapter.Unit, in chapter: Chapter) {
        index = compilation.index
        isCell = unit.isCell
        isKept = if case .ready(let compiled) = compilation.outcome { compiled.isKept } else { false }
        result =
            switch compilation.outcome {
            case .failed(let problems): UnitRun.Outcome(problems: problems, of: unit, in: chapter).result
            case .ready(let compiled) where unit.executes:
                // Whether it does what it should is known when it runs.
                UnitResult(StoredResult(compiled), of: unit, in: chapter)
            case .ready(let compiled): UnitRun.Outcome(compiled, of: unit, in: chapter).result
            }
    }
}
