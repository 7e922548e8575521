import Foundation
import Hashing

/// A unit that is ready to be loaded.
struct CompiledUnit: Codable, Sendable {
    /// The name of its module.
    var moduleName: String
    var entryPoint: String
    /// What the compiler remarked.
    var diagnostics: [Diagnostic]
    /// The digests of the unit's files, by their names.
    var files: [String: String]
    /// The folder that holds them; not written down, because a course may move.
    var folder = URL(fileURLWithPath: "/")
    /// Whether it was compiled before; not written down either.
    var isKept = false

    /// The path of the shared library.
    var library: String { folder.appending(path: Self.libraryName).path }

    static let libraryName = "unit.so"
    private static let recordName = "unit.json"

    private enum CodingKeys: CodingKey {
        case moduleName, entryPoint, diagnostics, files
    }

    /// The unit that was compiled into `folder`; nil where it is not there whole.
    static func read(from folder: URL) -> CompiledUnit? {
        guard let data = try? Data(contentsOf: folder.appending(path: recordName)),
            var unit = try? JSONDecoder().decode(CompiledUnit.self, from: data),
            unit.files.allSatisfy({ name, digest in Self.digest(of: folder.appending(path: name)) == digest })
        else { return nil }
        unit.folder = folder
        return unit
    }

    /// Writes the unit's record beside its files.
    func write() throws {
        try ResultStore.encoder.encode(self).write(to: folder.appending(path: Self.recordName))
    }

    static func digest(of file: URL) -> String? {
        (try? Data(contentsOf: file)).map { sha256($0) }
    }
}
