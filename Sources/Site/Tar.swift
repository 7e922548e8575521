import Foundation

/// An archive of files in the format ustar, as POSIX describes it: each file's header, its contents, and zeros up to the
/// next multiple of 512 bytes. Nothing of it depends on when, where or by whom it was made.
struct Tar {
    private(set) var data = Data()

    private static let blockSize = 512

    /// - Parameter files: the files by their paths, which are of 100 bytes at most behind their last folder, and of 155
    ///   before.
    init(_ files: [(path: String, contents: Data)]) {
        for (path, contents) in files {
            data += Self.header(of: path, size: contents.count)
            data += contents
            pad()
        }
        data += Data(count: 2 * Self.blockSize)
    }

    private mutating func pad() {
        let rest = data.count % Self.blockSize
        if rest > 0 { data += Data(count: Self.blockSize - rest) }
    }

    private static func header(of path: String, size: Int) -> Data {
        let (folder, name) = split(path)
        var header = Data()
        func add(_ text: String, length: Int) {
            let bytes = Data(text.utf8.prefix(length))
            header += bytes + Data(count: length - bytes.count)
        }
        func add(_ number: Int, length: Int) {
            let digits = String(number, radix: 8)
            add(String(repeating: "0", count: length - 1 - digits.count) + digits, length: length)
        }
        add(name, length: 100)
        add(0o644, length: 8)
        add(0, length: 8)  // owner
        add(0, length: 8)  // group
        add(size, length: 12)
        add(0, length: 12)  // time
        // The checksum counts itself as spaces.
        add("        ", length: 8)
        add("0", length: 1)  // a file
        add("", length: 100)  // link
        add("ustar", length: 6)
        add("00", length: 2)
        add("", length: 32 + 32 + 8 + 8)  // names of owner and group, device
        add(folder, length: 155)
        header += Data(count: blockSize - header.count)
        let sum = String(header.reduce(0) { $0 + Int($1) }, radix: 8)
        let checksum = String(repeating: "0", count: 6 - sum.count) + sum + "\0 "
        header.replaceSubrange(148..<156, with: Data(checksum.utf8))
        return header
    }

    /// A path that is too long for its field is told in two, at a slash.
    private static func split(_ path: String) -> (folder: String, name: String) {
        guard path.utf8.count > 100 else { return ("", path) }
        let parts = path.split(separator: "/")
        let cut = parts.indices.first { parts[$0...].joined(separator: "/").utf8.count <= 100 } ?? parts.endIndex - 1
        return (parts[..<cut].joined(separator: "/"), parts[cut...].joined(separator: "/"))
    }
}
