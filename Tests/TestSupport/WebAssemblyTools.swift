import Foundation

/// What live cells are compiled with for the browser: Debian's C library and the compiler's functions for WebAssembly.
public enum WebAssemblyTools {
    public static let areThere = FileManager.default.fileExists(atPath: "/usr/lib/wasm32-wasi/libc.a")
    public static let packages = "wasi-libc libclang-rt-14-dev-wasm32"
}
