import Foundation

/// What live cells are compiled with for the browser.
struct LiveTools: Sendable {
    var swiftc: String
    var clang: String
    var linker: String
    /// The folder of the C library's headers.
    var headers: String
    /// What every module is linked with: the C library, and what the compiler expects of any.
    var archives: [String]
    /// The folder of the sources that this program's libraries were compiled from.
    var sources: URL
    /// The folder that the compiled libraries of this program are kept in.
    var libraries: URL

    /// The file that says how the libraries' sources are marked before they are compiled.
    var marker: String { sources.appending(path: "Literate/LibraryInterface.swift").path }

    static let target = "wasm32-unknown-none-wasm"

    /// Finds them on the search path, at Debian's places, and where this program was built.
    /// - Throws: `MissingTool` where something is not there.
    static func find(program: String) throws(MissingTool) -> LiveTools {
        let swiftc = try Toolchain.tool("swiftc")
        let programs = URL(fileURLWithPath: swiftc).resolvingSymlinksInPath().deletingLastPathComponent()
        let usr = programs.deletingLastPathComponent()
        let unicode = usr.appending(path: "lib/swift/embedded/\(target)/libswiftUnicodeDataTables.a").path
        let headers = "/usr/include/wasm32-wasi"
        let library = "/usr/lib/wasm32-wasi/libc.a"
        for path in [headers, library] where !FileManager.default.fileExists(atPath: path) {
            throw missing(path)
        }
        guard let builtins else { throw missing("libclang_rt.builtins-wasm32.a") }
        let linker = programs.appending(path: "wasm-ld").path
        for path in [unicode, linker] where !FileManager.default.fileExists(atPath: path) {
            throw MissingTool(
                name: path, place: "the toolchain of \(swiftc)",
                advice: "install Swift 6.3 or later from swift.org, or say '--no-live' to build without live cells")
        }
        let here = URL(fileURLWithPath: #filePath)
        let sources = here.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        guard FileManager.default.fileExists(atPath: sources.appending(path: "Prelude").path) else {
            throw MissingTool(
                name: "Prelude", place: sources.path,
                advice: "live cells are compiled with the sources of Weft's libraries: run weft from the folder that "
                    + "it was built in, or say '--no-live'")
        }
        let folder = URL(fileURLWithPath: program).resolvingSymlinksInPath().deletingLastPathComponent()
        return LiveTools(
            swiftc: swiftc, clang: programs.appending(path: "clang").path, linker: linker, headers: headers,
            archives: [unicode, library, builtins], sources: sources,
            libraries: folder.appending(path: "live-libraries"))
    }

    private static func missing(_ path: String) -> MissingTool {
        MissingTool(
            name: path, place: "this system: live cells can't be compiled for the browser",
            advice: "install it ('apt-get install wasi-libc libclang-rt-14-dev-wasm32'), or say '--no-live' to build "
                + "the pages without live cells")
    }

    /// The compiler's own functions, of whichever version of Clang is installed.
    private static var builtins: String? {
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib")) ?? []
        for version in versions.sorted() where version.hasPrefix("llvm-") {
            let folder = "/usr/lib/\(version)/lib/clang"
            for release in (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? [] {
                let path = "\(folder)/\(release)/lib/wasi/libclang_rt.builtins-wasm32.a"
                if FileManager.default.fileExists(atPath: path) { return path }
            }
        }
        return nil
    }
}
