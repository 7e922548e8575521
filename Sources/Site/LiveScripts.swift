import Foundation
import Literate
import Running

/// The scripts of a course's live cells, and what was wrong with them.
struct LiveScripts: Sendable {
    /// By their names.
    private(set) var scripts: [String: Data] = [:]
    private(set) var problems: [Problem] = []

    /// The scripts of the site that is published at `output`, by their names.
    static func published(at output: URL) -> [String: Data] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: output.appending(path: "live").path)) ?? []
        let scripts = names.filter { $0.hasSuffix(".js") }.map { String($0.dropLast(3)) }
        return scripts.reduce(into: [:]) { scripts, name in
            scripts[name] = try? Data(contentsOf: output.appending(path: LiveCells.scriptPath(of: name)))
        }
    }

    /// Compiles the live cells of `chapters` for the browser, of so many at a time.
    static func compiled(
        of chapters: [Chapter], jobs: Int, program: String, runner: ChapterRunner, usesKept: Bool
    ) async -> LiveScripts {
        var made = LiveScripts()
        let live = chapters.compactMap { chapter in
            LiveCells(of: chapter, parameters: runner.parameters).map { (chapter, $0) }
        }
        guard !live.isEmpty else { return made }
        do {
            let compiler = try await LiveCompiler(program: program, runner: runner, usesKept: usesKept)
            let slots = Slots(jobs)
            let parts = await withTaskGroup(of: (Int, LiveScripts).self) { group in
                for (index, (chapter, cells)) in live.enumerated() {
                    group.addTask { (index, await slots.run { await compiled(cells, of: chapter, by: compiler) }) }
                }
                return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
            for (_, part) in parts.sorted(by: { $0.key < $1.key }) {
                made.scripts.merge(part.scripts) { $1 }
                made.problems += part.problems
            }
        } catch let missing as MissingTool {
            made.problems.append(Problem(file: "weft", message: missing.message, fix: missing.advice))
        } catch {
            made.problems.append(Problem(failure: error))
        }
        return made
    }

    private static func compiled(
        _ cells: LiveCells, of chapter: Chapter, by compiler: LiveCompiler
    ) async -> LiveScripts {
        guard !Task.isCancelled else { return LiveScripts() }
        do {
            return LiveScripts(scripts: try await compiler.scripts(of: cells, in: chapter))
        } catch let problems as Problems {
            return LiveScripts(problems: problems.all.map { $0.showing(chapter.source) })
        } catch {
            return LiveScripts(problems: [Problem(failure: error)])
        }
    }
}

extension Problem {
    fileprivate init(failure: any Error) {
        self.init(file: "weft", message: "live cells can't be compiled: \(failure)")
    }
}
