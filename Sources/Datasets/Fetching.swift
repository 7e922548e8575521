#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Downloading by `curl` or `wget` in a process of its own.
///
/// Linking `FoundationNetworking` would load 31 more libraries and cost every start of every process 15 ms, for the
/// one download in a machine's life.
package enum Fetching {
    /// Downloads `url` into the file `path`, within the time limits below; returns why it could not, if it could not.
    package static func fetch(_ url: String, into path: String) -> String? {
        guard let pipe = popen(script(url, path), "r") else { return String(cString: strerror(errno)) }
        var words = [UInt8]()
        while case let byte = getc(pipe), byte != EOF { words.append(UInt8(byte)) }
        guard pclose(pipe) != 0 else { return nil }
        let lines = String(decoding: words, as: UTF8.self).split(separator: "\n")
        return lines.isEmpty ? "the download failed" : lines.joined(separator: " ")
    }

    /// Ten seconds to connect, an end to a transfer that stalls for twenty, and ten minutes in all.
    private static func script(_ url: String, _ path: String) -> String {
        """
        exec 2>&1 </dev/null
        if command -v curl >/dev/null; then
            exec curl --fail --location --silent --show-error --proto '=http,https' --connect-timeout 10 \
                --speed-limit 1000 --speed-time 20 --max-time 600 --output \(quoted(path)) \(quoted(url))
        elif command -v wget >/dev/null; then
            exec timeout 600 wget --no-verbose --tries=1 --timeout=20 --output-document=\(quoted(path)) \(quoted(url))
        fi
        echo 'neither curl nor wget is installed'
        exit 127
        """
    }

    private static func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
