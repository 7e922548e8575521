import CellGuards
import NotebookEvents

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// This process's standard streams: first the weaver's, then the cells'.
enum StandardStreams {
    /// Moves the streams that the weaver is connected to out of the cells' reach: a cell that reads gets nothing, and
    /// one that prints can't forge an event.
    static func takeOver() throws(SystemError) -> (input: Int32, output: Int32) {
        let input = try moved(STDIN_FILENO)
        let output = try moved(STDOUT_FILENO)
        close(try replace(STDIN_FILENO, with: "/dev/null", flags: O_RDONLY))
        close(try replace(STDOUT_FILENO, with: "/dev/null", flags: O_WRONLY))
        return (input, output)
    }

    /// Sends what is printed from now on to the files that `command` names.
    static func redirect(as command: HostCommand) throws(SystemError) {
        flush()
        let flags = O_WRONLY | O_CREAT | O_TRUNC
        let output = try replace(STDOUT_FILENO, with: command.standardOutput, flags: flags | O_APPEND)
        let error = try replace(STDERR_FILENO, with: command.standardError, flags: flags | O_APPEND)
        streams_begin(output, error, try opened(command.turns, flags: flags))
    }

    /// How much was printed so far.
    static var printed: Printed {
        flush()
        var (output, messages) = (0, 0)
        streams_printed(&output, &messages)
        return Printed(output: output, messages: messages)
    }

    /// Writes out what was printed but is still in a buffer.
    static func flush() {
        fflush(nil)
    }

    /// A copy of `descriptor` that the programs a cell starts do not inherit.
    private static func moved(_ descriptor: Int32) throws(SystemError) -> Int32 {
        let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 64)
        guard copy >= 0 else { throw SystemError(operation: "duplicate descriptor \(descriptor)", code: errno) }
        return copy
    }

    /// Has `descriptor` lead to the file at `path`, whether or not it leads anywhere now.
    /// - Returns: another descriptor of the same, which is out of the cells' reach.
    private static func replace(_ descriptor: Int32, with path: String, flags: Int32) throws(SystemError) -> Int32 {
        let file = try opened(path, flags: flags)
        guard dup2(file, descriptor) >= 0 else { throw SystemError(operation: "redirect to \(path)", code: errno) }
        return file
    }

    /// The file at `path`, under a descriptor that is out of the cells' reach.
    private static func opened(_ path: String, flags: Int32) throws(SystemError) -> Int32 {
        // Where a cell has closed one of its streams, this is that stream's number.
        let file = open(path, flags, 0o600)
        guard file >= 0 else { throw SystemError(operation: "open \(path)", code: errno) }
        defer { close(file) }
        return try moved(file)
    }
}

/// The operating system refused something that the cell host can't do without.
public struct SystemError: Error, CustomStringConvertible {
    var operation: String
    var code: Int32

    public var description: String { "cannot \(operation): \(String(cString: strerror(code)))" }
}
