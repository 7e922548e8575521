public import Foundation
import Hashing

/// What builds of a course have left for later ones: the folder `.weft`.
///
///     results/KEY     a unit's result
///     units/KEY/      a compiled unit
///     checked/KEY/    a unit that a check has looked at
///     chapters/SLUG   what a chapter was made of last, for `--explain`
///     pages/KEY       a woven page
///     formulas/KEY    the formulas of a course, typeset
///     live/KEY        the live cells of a chapter, compiled for the browser
///     packages/KEY    the package of a chapter that readers download
///
/// Files are named by what they depend on, appear in one step under their names and carry a checksum, so that builds
/// side by side, killed ones and damaged disks can only make a later build do more.
public struct ResultStore: Sendable {
    let folder: URL
    let fingerprints: Fingerprints
    private let isTemporary: Bool

    /// Opens the store in `folder`, which is made when something is put there.
    /// - Parameter isTemporary: whether it goes when it is closed.
    public init(folder: URL, isTemporary: Bool = false) {
        self.folder = folder
        self.isTemporary = isTemporary
        fingerprints = Fingerprints(file: folder.appending(path: "fingerprints.json"))
    }

    /// Opens the store of the course in `folder`: `.weft` in there, or a temporary one where that can't be written.
    public static func open(course: URL) -> ResultStore {
        let own = course.appending(path: ".weft")
        do {
            try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
            let ignored = own.appending(path: ".gitignore")
            if !FileManager.default.fileExists(atPath: ignored.path) { try Data("*\n".utf8).write(to: ignored) }
            return ResultStore(folder: own)
        } catch {
            let name = "weft-store-\(UUID().uuidString)"
            return ResultStore(folder: FileManager.default.temporaryDirectory.appending(path: name), isTemporary: true)
        }
    }

    /// Removes the store of the course in `folder`.
    /// - Returns: how many bytes its files had.
    public static func remove(fromCourse folder: URL) throws -> Int {
        let own = folder.appending(path: ".weft")
        guard FileManager.default.fileExists(atPath: own.path) else { return 0 }
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: own.path)) ?? []
        let bytes = paths.reduce(0) { $0 + Int(FileStamp(path: own.appending(path: $1).path)?.size ?? 0) }
        // A build that goes on meanwhile may add a file to a folder that was just emptied.
        for attempt in 1... {
            do {
                try FileManager.default.removeItem(at: own)
                break
            } catch {
                guard FileManager.default.fileExists(atPath: own.path) else { break }
                if attempt == 20 { throw error }
            }
        }
        return bytes
    }

    /// The header of the result of `key`; nil where there is none, or it is damaged.
    func header(of key: UnitKey) -> ResultHeader? {
        read("results/\(key.text)").flatMap { try? JSONDecoder().decode(ResultHeader.self, from: $0.header) }
    }

    /// The result of `key`.
    func result(of key: UnitKey) -> StoredResult? {
        read("results/\(key.text)").flatMap { try? JSONDecoder().decode(StoredResult.self, from: $0.body) }
    }

    /// Keeps a result.
    func save(_ result: StoredResult, inputs: Inputs, seconds: Double, of key: UnitKey) {
        guard let body = try? Self.encoder.encode(result) else { return }
        let header = ResultHeader(inputs: inputs, seconds: seconds, digest: sha256(body))
        guard let head = try? Self.encoder.encode(header) else { return }
        write(header: head, body: body, to: "results/\(key.text)")
    }

    /// Something else that is kept by name; nil where it is not there or damaged.
    public func data(_ name: String) -> Data? {
        read(name)?.body
    }

    /// Keeps something else by name.
    public func save(_ data: Data, as name: String) {
        write(header: Data(), body: data, to: name)
    }

    /// Writes down what else is worth remembering, and removes what has expired where something was added.
    public func close(afterAdding isGrown: Bool) {
        fingerprints.save()
        if isTemporary {
            try? FileManager.default.removeItem(at: folder)
        } else if isGrown {
            Expiry.apply(to: folder)
        }
    }

    static let encoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()
}

extension ResultStore {
    /// Reads a file of the store and marks it as used. A damaged one is removed.
    private func read(_ name: String) -> (header: Data, body: Data)? {
        let file = folder.appending(path: name)
        guard let data = try? Data(contentsOf: file) else { return nil }
        let lines = data.split(separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: false)
        guard lines.count == 3, Self.checksum(lines[1], lines[2]) == String(decoding: lines[0], as: UTF8.self) else {
            try? FileManager.default.removeItem(at: file)
            return nil
        }
        Expiry.touch(file)
        return (Data(lines[1]), Data(lines[2]))
    }

    /// Writes a file of the store in one step. Where that fails, there is less to be found next time, and that is all.
    private func write(header: Data, body: Data, to name: String) {
        let file = folder.appending(path: name)
        let text = Data(Self.checksum(header, body).utf8) + Data("\n".utf8) + header + Data("\n".utf8) + body
        try? FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try? text.write(to: file, options: .atomic)
    }

    private static func checksum(_ header: Data, _ body: Data) -> String {
        sha256(Data(sha256(header).utf8) + Data(sha256(body).utf8))
    }
}
