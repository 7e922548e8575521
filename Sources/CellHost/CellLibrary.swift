#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A compiled unit: a shared library whose entry point is the top-level code of one cell.
struct CellLibrary {
    private typealias Main = @convention(c) (Int32, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> Int32

    private let main: Main

    /// Loads the library at `path`. Its symbols become visible to the units that are loaded after it.
    init(path: String, entryPoint: String) throws(UnloadableCell) {
        guard let library = dlopen(path, RTLD_NOW | RTLD_GLOBAL), let symbol = dlsym(library, entryPoint) else {
            throw UnloadableCell(reason: dlerror().map { String(cString: $0) } ?? "unknown reason")
        }
        main = unsafeBitCast(symbol, to: Main.self)
    }

    /// Runs the top-level code.
    func run() {
        _ = main(CommandLine.argc, CommandLine.unsafeArgv)
    }
}

/// A compiled unit that the system's loader refused, with the loader's reason.
struct UnloadableCell: Error {
    var reason: String
}
