#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// What loading a data set touches outside this process, so that a test can stand in for it and watch.
package struct Surroundings: Sendable {
    /// The value of an environment variable, where it is set.
    package var variable: @Sendable (_ name: String) -> String?

    /// Whether a file or folder is there.
    package var exists: @Sendable (_ path: String) -> Bool

    /// Downloads an address into a file; returns why it could not, if it could not.
    package var fetch: @Sendable (_ url: String, _ path: String) -> String?

    package init(
        variable: @escaping @Sendable (_ name: String) -> String?,
        exists: @escaping @Sendable (_ path: String) -> Bool,
        fetch: @escaping @Sendable (_ url: String, _ path: String) -> String?
    ) {
        self.variable = variable
        self.exists = exists
        self.fetch = fetch
    }

    /// The real ones.
    package static let live = Surroundings(
        variable: { getenv($0).map { String(cString: $0) } },
        exists: FileSystem.exists,
        fetch: Fetching.fetch)
}
