import Foundation
import Subprocess

/// How the linker is called for a unit.
///
/// `clang` knows what a library needs, and calls the linker with it. That takes as long as the linking itself, so it is
/// asked once for what it would call.
struct CellLinkCommand: Sendable {
    private let template: [String]
    /// The folder of the toolchain's libraries.
    private let libraries: String

    /// What stands in the template for what differs from unit to unit.
    private static let (object, library) = ("weft-unit.o", "weft-unit.so")

    /// A linker, as `clang` names it.
    enum Linker: String {
        /// GNU's, which takes a third of the other's time for as little as there is to link.
        case gold
        /// The toolchain's own.
        case lld
    }

    /// Asks the driver at `clang`.
    /// - Parameters:
    ///   - linker: one that is installed.
    ///   - runtimeObject: what registers the types and conformances of a library with the process that loads it.
    static func ask(_ clang: String, linker: Linker, runtimeObject: String) async throws -> CellLinkCommand {
        let options = options(linker, runtimeObject)
        let answer = try await Subprocess.run(
            .at(clang), arguments: Arguments(["-###"] + options), output: .discarded, error: .string(limit: 1 << 20))
        return CellLinkCommand(
            answer: answer.standardError, driver: [clang] + options, libraries: libraries(beside: runtimeObject))
    }

    /// - Parameters:
    ///   - answer: what `clang` says that it would call: one line of quoted words, after what it says of itself.
    ///   - driver: the call of `clang` itself, for where the answer is anything else.
    init(answer: String, driver: [String], libraries: String) {
        let commands = answer.split(separator: "\n").filter { $0.hasPrefix(" \"") }
        let words = (commands.first ?? "").split(separator: "\"").enumerated().filter { $0.offset % 2 == 1 }
            .map { String($0.element) }
        let isPlain =
            commands.count == 1 && !answer.contains("\\") && !answer.contains("\"\"")
            && [Self.object, Self.library].allSatisfy(words.contains)
        self.libraries = libraries
        template = isPlain ? words : driver
    }

    /// The command that makes a library of an object file.
    /// - Parameter modules: what the code imports. Some of the toolchain's modules are libraries that this program itself
    ///   does not use, as `Observation` is.
    func linking(_ object: String, into library: String, importing modules: [String]) -> [String] {
        let imported = modules.flatMap { ["\(libraries)/lib\($0).so", "\(libraries)/libswift\($0).so"] }
        return template.map { word in
            switch word {
            case Self.object: object
            case Self.library: library
            case "-Wl,\(Self.object)": "-Wl,\(object)"
            default: word
            }
        } + imported.filter { FileManager.default.fileExists(atPath: $0) }
    }

    /// The folder of the libraries: `swiftrt.o` stands in a folder of it, with the machine's name.
    private static func libraries(beside runtimeObject: String) -> String {
        URL(fileURLWithPath: runtimeObject).deletingLastPathComponent().deletingLastPathComponent().path
    }

    private static func options(_ linker: Linker, _ runtimeObject: String) -> [String] {
        // Said to the linker, and not to `clang`, which would look for a file of that name.
        let object = "-Wl,\(object)"
        #if os(macOS)
            return ["-dynamiclib", "-undefined", "dynamic_lookup", object, "-o", library]
        #else
            // One thread is faster than starting more.
            let threads = linker == .lld ? ["-Wl,--threads=1"] : []
            return ["-shared", "-fuse-ld=\(linker.rawValue)"] + threads
                + ["-Wl,-rpath,\(libraries(beside: runtimeObject))", runtimeObject, object, "-o", library]
        #endif
    }
}
