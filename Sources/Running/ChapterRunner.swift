public import Foundation
import Hashing
public import Literate
public import NotebookEvents

/// Runs chapters: says what there is to do, compiles the units that have to run, and hands each to a cell host as soon as
/// it is ready, while the next is being compiled.
public struct ChapterRunner: Sendable {
    public let store: ResultStore
    private let program: String
    public let parameters: [String: String]
    private let course: URL
    private let ingredients: Ingredients
    let files: CourseFiles
    private let usesKept: Bool
    /// How long the compiler may take for a unit, in seconds, unless the unit asks for more.
    private let compilerSeconds: Double

    /// - Parameters:
    ///   - program: the path of this program, which runs cells too.
    ///   - parameters: the parameters of the course.
    ///   - course: the course's folder, which cells run in.
    ///   - store: what earlier builds have left.
    ///   - usesKept: whether results of earlier builds are used.
    public init(
        program: String, parameters: [String: String], course: URL, store: ResultStore, usesKept: Bool = true,
        compilerSeconds: Double = 60
    ) async throws {
        self.compilerSeconds = compilerSeconds
        self.program = program
        self.parameters = parameters
        self.course = course
        self.store = store
        self.usesKept = usesKept
        files = CourseFiles(course: course, fingerprints: store.fingerprints)
        ingredients = try await Ingredients.current(program: program, fingerprints: store.fingerprints)
    }

    /// What tells this program from others, and so what it weaves.
    public var identity: String { ingredients.program }

    /// What cells are compiled with, as it names itself.
    public var compiler: String { ingredients.compiler }

    /// What tells the files in some folders of the course from others. Hidden ones do not count.
    public func digest(ofFilesIn folders: [String], where counts: (String) -> Bool) -> String {
        files.digest(of: folders.flatMap { files.names(in: $0) }, where: counts)
    }

    /// The files that the cells of a chapter read for the results that are kept, and their SHA-256, by name.
    public func inputFiles(of plan: ChapterPlan) -> [String: String] {
        plan.keys.compactMap { store.header(of: $0)?.inputs.files }.reduce(into: [:]) { $0.merge($1) { $1 } }
    }

    /// What there is to do for `chapter`.
    public func plan(_ chapter: Chapter) -> ChapterPlan { plan(chapter, usesKept: usesKept) }

    /// What a later build will find kept of `chapter`, whether or not this one uses what is kept.
    public func planOfKept(_ chapter: Chapter) -> ChapterPlan { plan(chapter, usesKept: true) }

    private func plan(_ chapter: Chapter, usesKept: Bool) -> ChapterPlan {
        ChapterPlan(
            chapter, ingredients: ingredients, parameters: parameters, store: store, files: files, usesKept: usesKept)
    }

    /// The results of a chapter none of whose units is due; nil where one of them can't be read.
    public func execution(of plan: ChapterPlan) -> Execution? {
        let results = zip(plan.chapter.units, plan.keys).map { unit, key in
            store.result(of: key).map { UnitResult($0, of: unit, in: plan.chapter) }
        }
        return results.contains(nil) ? nil : Execution(results: results.compactMap(\.self))
    }

    /// What earlier runs have given for the units of a chapter that are not due; nil for the others.
    public func knownResults(of plan: ChapterPlan) -> [UnitResult?] {
        zip(zip(plan.chapter.units, plan.keys), plan.steps).map { unit, step in
            guard case .kept = step else { return nil }
            return store.result(of: unit.1).map { UnitResult($0, of: unit.0, in: plan.chapter) }
        }
    }

    /// Starts a cell host for one chapter.
    public func session(_ tools: CellTools) throws -> CellSession {
        let folder = store.folder.appending(path: "running/\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return CellSession(
            tools.toolchain, parameters: parameters, sandbox: tools.sandbox, course: course, folder: folder)
    }

    /// Runs what is due, up to a cell that fails; what that leaves unreached is marked as skipped.
    /// - Parameter observe: is told what happens, as it does.
    public func run(
        _ plan: ChapterPlan, in session: CellSession, _ tools: CellTools,
        observe: @escaping @Sendable (RunningUnit) -> Void
    ) async throws -> Execution {
        ChapterRecord(plan.chapter, ingredients: ingredients).write(plan.chapter.slug, to: store)
        var run = ChapterRun(
            plan: plan, known: knownResults(of: plan), session: session, store: store, files: files,
            parameters: parameters,
            symbolizer: Symbolizer(toolchain: tools.toolchain, folder: store.folder, chapter: plan.chapter),
            observe: observe)
        let compiler = CellCompiler(
            toolchain: tools.toolchain, store: store, chapter: plan.chapter, usesKept: usesKept,
            seconds: compilerSeconds)
        for await compilation in Compilation.all(of: plan, with: compiler) {
            if try await run.advance(with: compilation) == .stopped { break }
        }
        return run.execution
    }
}

/// What happens to the unit with this place among its chapter's units.
public struct RunningUnit: Sendable {
    public enum What: Sendable {
        /// The unit runs; what it prints goes to these files.
        case started(PrintedFiles)
        /// The unit is run again only for its effects on those after it.
        case repeated
        case reported(Event)
        case finished(UnitResult)
    }

    public var index: Int
    public var what: What
}
