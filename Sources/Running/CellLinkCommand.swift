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

    /// Asks the driver at `clang`.
    /// - Parameter runtimeObject: what registers the types and conformances of a library with the process that loads it.
    static func ask(_ clang: String, runtimeObject: String) async throws -> CellLinkCommand {
        let answer = try await Subprocess.run(
            .at(clang), arguments: Arguments(["-###"] + options(runtimeObject)), output: .discarded,
            error: .string(limit: 1 << 20))
        return CellLinkCommand(answer: answer.standardError, clang: clang, runtimeObject: runtimeObject)
    }

    /// - Parameter answer: what `clang` says that it would call: one line of quoted words, after what it says of itself.
    ///   Where it is anything else, `clang` itself is called.
    init(answer: String, clang: String, runtimeObject: String) {
        let commands = answer.split(separator: "\n").filter { $0.hasPrefix(" \"") }
        let words = (commands.first ?? "").split(separator: "\"").enumerated().filter { $0.offset % 2 == 1 }
            .map { String($0.element) }
        let isPlain =
            commands.count == 1 && !answer.contains("\\") && !answer.contains("\"\"")
            && [Self.object, Self.library].allSatisfy(words.contains)
        libraries = Self.libraries(beside: runtimeObject)
        template = isPlain ? words : [clang] + Self.options(runtimeObject)
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

    private static func options(_ runtimeObject: String) -> [String] {
        // Said to the linker, and not to `clang`, which would look for a file of that name.
        let object = "-Wl,\(object)"
        #if os(macOS)
            return ["-dynamiclib", "-undefined", "dynamic_lookup", object, "-o", library]
        #else
            // One thread is faster than starting more: there is little to link.
            return [
                "-shared", "-fuse-ld=lld", "-Wl,--threads=1", "-Wl,-rpath,\(libraries(beside: runtimeObject))",
                runtimeObject, object, "-o", library,
            ]
        #endif
    }
}
