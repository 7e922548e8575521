import Foundation
import Hashing
import Synchronization

/// The SHA-256 of files, each computed once for as long as the file stays as it is.
///
/// What is known is kept in a file between builds: a build without changes must not read through the data sets and the
/// compiler again.
final class Fingerprints: Sendable {
    private struct Entry: Codable, Sendable {
        var stamp: FileStamp
        var digest: String
    }

    private struct State: Sendable {
        var entries: [String: Entry]
        var isChanged = false
    }

    private let file: URL
    private let state: Mutex<State>

    /// - Parameter file: where what is known is kept.
    init(file: URL) {
        self.file = file
        let known = (try? Data(contentsOf: file)).flatMap { try? JSONDecoder().decode([String: Entry].self, from: $0) }
        state = Mutex(State(entries: known ?? [:]))
    }

    /// The digest of the file at `path`; nil where there is no file, or it can't be read.
    func digest(of path: String) -> String? {
        known(of: path) {
            (try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)).map { sha256($0) }
        }
    }

    /// What `make` gives, for as long as the file at `path` stays as it is.
    func known(of path: String, as name: String = "", _ make: () -> String?) -> String? {
        guard let stamp = FileStamp(path: path) else { return nil }
        let key = name.isEmpty ? path : "\(name) \(path)"
        if let entry = state.withLock({ $0.entries[key] }), entry.stamp == stamp { return entry.digest }
        guard let digest = make() else { return nil }
        state.withLock {
            $0.entries[key] = Entry(stamp: stamp, digest: digest)
            $0.isChanged = true
        }
        return digest
    }

    /// Writes down what is known, if that is more than before. A store that can't be written costs time, not results.
    func save() {
        let entries = state.withLock { state -> [String: Entry]? in
            defer { state.isChanged = false }
            return state.isChanged ? state.entries : nil
        }
        guard let entries, let data = try? JSONEncoder().encode(entries) else { return }
        try? data.write(to: file, options: .atomic)
    }
}
