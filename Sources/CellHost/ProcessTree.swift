import CellGuards

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the system says of processes: this one's threads and children, and what they take.
enum ProcessTree {
    /// How many threads this process has. A child made by `fork` has only the one that called it.
    static var threadCount: Int { names(in: "/proc/self/task").count }

    /// How much memory `process` holds, in bytes; 0 where nobody can tell.
    static func residentBytes(of process: pid_t) -> Int {
        let fields = text(of: "/proc/\(process)/statm").split(separator: " ")
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) : 0
    }

    /// How many processes `root` and its descendants are, in whatever groups, and how much memory they hold together, in
    /// bytes.
    static func family(of root: pid_t) -> (count: Int, residentBytes: Int) {
        var family: Set<pid_t> = []
        var bytes = 0
        var next = [root]
        while let process = next.popLast() {
            guard family.insert(process).inserted else { continue }
            bytes += residentBytes(of: process)
            next += children(of: process)
        }
        return (family.count, bytes)
    }

    /// Ends every child of this process, and the orphans that it inherits from them.
    static func endChildren() {
        while true {
            let children = children(of: getpid())
            if children.isEmpty { return }
            for child in children { kill(child, SIGKILL) }
            for child in children { waitpid(child, nil, 0) }
        }
    }
}

extension ProcessTree {
    /// The processes that any thread of `process` has started and not waited for.
    private static func children(of process: pid_t) -> [pid_t] {
        names(in: "/proc/\(process)/task").flatMap { thread in
            text(of: "/proc/\(process)/task/\(thread)/children").split(separator: " ").compactMap { pid_t($0) }
        }
    }

    /// The names in a folder of the system's, without `.` and `..`.
    private static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names
    }

    private static func text(of path: String) -> String {
        let file = open(path, O_RDONLY)
        guard file >= 0 else { return "" }
        defer { close(file) }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(file, &buffer, buffer.count)
        return String(decoding: buffer[..<max(0, count)], as: UTF8.self)
    }
}
