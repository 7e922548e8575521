import Foundation
import Hashing

/// A unit that is ready to be loaded.
struct CompiledUnit: Codable, Sendable {
    /// The name of its module, or of the one that it would have alone.
    var moduleName: String
    var entryPoint: String
    /// The key of the cell whose module and library it is part of; nil where it has its own.
    var leader: String?
    /// What the compiler remarked.
    var diagnostics: [Diagnostic]
    /// The digests of its module's files, by their names.
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
        case moduleName, entryPoint, leader, diagnostics, files
    }

    /// The unit whose record is in `place`; nil where it is not there whole. A cell that was compiled anew has no part of
    /// its former companions.
    static func read(from place: URL) -> CompiledUnit? {
        guard let data = try? Data(contentsOf: place.appending(path: recordName)),
            var unit = try? JSONDecoder().decode(CompiledUnit.self, from: data)
        else { return nil }
        unit.folder = unit.leader.map { place.deletingLastPathComponent().appending(path: $0) } ?? place
        return unit.files.allSatisfy { Self.digest(of: unit.folder.appending(path: $0)) == $1 } ? unit : nil
    }

    /// Writes the unit's record into `place`.
    func write(to place: URL) throws {
        try ResultStore.encoder.encode(self).write(to: place.appending(path: Self.recordName))
    }

    static func digest(of file: URL) -> String? {
        (try? Data(contentsOf: file)).map { sha256($0) }
    }
}
