import Datasets
import Foundation
import Synchronization

/// Surroundings of a test: its own variables and mirrors, the real file system, and a record of what was asked.
final class WatchedSurroundings: Sendable {
    private let variables: [String: String]
    private let serve: @Sendable (_ url: String, _ path: String) -> String?
    private let log = Mutex(Log())

    private struct Log {
        var looked: [String] = []
        var fetched: [String] = []
    }

    /// - Parameter serve: what a download does; returns why it failed, if it failed.
    init(_ variables: [String: String], serve: @escaping @Sendable (_ url: String, _ path: String) -> String?) {
        self.variables = variables
        self.serve = serve
    }

    /// Without a network.
    convenience init(_ variables: [String: String]) {
        self.init(variables) { _, _ in "Could not resolve host" }
    }

    /// With mirrors that serve these files, by their names.
    convenience init(_ variables: [String: String], serving files: [DatasetFile: [UInt8]]) {
        self.init(variables) { url, path in
            guard let file = DatasetFile.allCases.first(where: { url.hasSuffix("/" + $0.gzipped) }) else {
                return "404"
            }
            return FileManager.default.createFile(atPath: path, contents: Data(files[file] ?? [])) ? nil : "disk full"
        }
    }

    /// The folders that were looked in, each once, in order.
    var looked: [String] { log.withLock { $0.looked } }

    /// The addresses that were asked, in order.
    var fetched: [String] { log.withLock { $0.fetched } }

    var surroundings: Surroundings {
        Surroundings(
            variable: { self.variables[$0] },
            exists: { path in
                self.note(path)
                return FileManager.default.fileExists(atPath: path)
            },
            fetch: { url, path in
                self.log.withLock { $0.fetched.append(url) }
                return self.serve(url, path)
            })
    }

    private func note(_ path: String) {
        guard path.hasSuffix(".gz") else { return }
        let folder = String(path[..<path.lastIndex(of: "/")!])
        log.withLock { if $0.looked.last != folder { $0.looked.append(folder) } }
    }
}
