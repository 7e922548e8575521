public import Foundation
public import Literate
import NotebookEvents

/// Runs a chapter: compiles its units in order and hands each to one cell host as soon as it is ready, while the
/// next is being compiled.
public struct ChapterRunner: Sendable {
    let toolchain: Toolchain
    let parameters: [String: String]
    /// The folder that cells run in: the course's.
    let course: URL

    public init(toolchain: Toolchain, parameters: [String: String], course: URL) {
        self.toolchain = toolchain
        self.parameters = parameters
        self.course = course
    }

    /// Runs `chapter` to its end, or to the cell that fails; what that leaves unreached is marked as skipped.
    /// - Parameters:
    ///   - folder: an empty folder for what the compiler writes.
    ///   - progress: called with the number of units that are done, before each unit.
    public func run(
        _ chapter: Chapter, in folder: URL, progress: @escaping @Sendable (Int) -> Void
    ) async throws -> Execution {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let compiler = CellCompiler(toolchain: toolchain, folder: folder, chapter: chapter)
        let symbolizer = Symbolizer(toolchain: toolchain, folder: folder, chapter: chapter)
        let compilations = compilations(of: chapter, with: compiler)
        let (ran, ending) = try await CellProcess.run(toolchain, parameters: parameters, folder: course) { process in
            var results: [UnitResult] = []
            for await compilation in compilations {
                progress(results.count)
                let unit = chapter.units[results.count]
                switch compilation {
                case .failed(let problems):
                    results.append(UnitResult(status: .failed, problems: problems))
                case .ready(let product):
                    let run = UnitRun(unit: unit, product: product, folder: folder, path: chapter.source.path)
                    results.append(try await run.result(in: &process, symbolizer: symbolizer))
                }
                if let result = results.last, unit.stopsChapter(after: result) { break }
            }
            return results
        }
        var results = ran
        if let last = results.indices.last, results[last].isUnexplained {
            results[last].problems.append(
                UnitRun.problem(of: chapter.units[last], path: chapter.source.path, ending: ending))
        }
        let skipped = chapter.units.count - results.count
        return Execution(results: results + Array(repeating: UnitResult(status: .skipped), count: skipped))
    }
}

extension ChapterRunner {
    private enum Compilation: Sendable {
        case ready(CellCompiler.Product)
        case failed([Problem])
    }

    /// Compiles the units one after the other, each as soon as the one before it is compiled; a cell that does not
    /// compile is the last.
    private func compilations(of chapter: Chapter, with compiler: CellCompiler) -> AsyncStream<Compilation> {
        AsyncStream { continuation in
            let task = Task {
                var modules: [String] = []
                var imports: [String] = []
                for (index, unit) in chapter.units.enumerated() {
                    let source = UnitSource(
                        unit, path: chapter.source.path, index: index, imports: imports, after: modules)
                    do {
                        continuation.yield(.ready(try await compiler.compile(source, of: unit)))
                        if unit.isCell { modules.append(source.moduleName) }
                        imports += source.imports.filter { !imports.contains($0) }
                    } catch {
                        let problems =
                            (error as? Problems)?.all ?? [
                                Problem(file: chapter.source.path, location: unit.location, message: "\(error)")
                            ]
                        continuation.yield(.failed(problems))
                        if unit.isCell { break }
                    }
                }
                continuation.finish()
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }
}

extension UnitResult {
    /// Whether the unit failed without a word: its process ended.
    fileprivate var isUnexplained: Bool {
        status == .failed && !problems.contains { $0.severity == .error }
    }
}

extension Chapter.Unit {
    /// Whether nothing can run after this unit gave `result`: what follows a failed cell depends on it, and a crash
    /// takes the process along. Expressions that are false, or do not compile, leave everything as it was.
    fileprivate func stopsChapter(after result: UnitResult) -> Bool {
        guard result.status == .failed else { return false }
        if isCell || result.isUnexplained { return true }
        guard let last = result.events.last else { return false }
        if case .finished = last { return false } else { return true }
    }
}
