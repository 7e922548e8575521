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

    /// Compiles the live cells of `chapters` for the browser.
    static func compiled(
        of chapters: [Chapter], program: String, runner: ChapterRunner, usesKept: Bool
    ) async -> LiveScripts {
        var made = LiveScripts()
        let live = chapters.compactMap { chapter in
            LiveCells(of: chapter, parameters: runner.parameters).map { (chapter, $0) }
        }
        guard !live.isEmpty else { return made }
        do {
            let compiler = try await LiveCompiler(program: program, runner: runner, usesKept: usesKept)
            for (chapter, cells) in live where !Task.isCancelled {
                do {
                    made.scripts.merge(try await compiler.scripts(of: cells, in: chapter)) { $1 }
                } catch let problems as Problems {
                    made.problems += problems.all.map { $0.showing(chapter.source) }
                }
            }
        } catch let missing as MissingTool {
            made.problems.append(Problem(file: "weft", message: missing.message, fix: missing.advice))
        } catch {
            made.problems.append(Problem(file: "weft", message: "live cells can't be compiled: \(error)"))
        }
        return made
    }
}
