import NotebookEvents

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Watches the child that runs a unit: says when the unit is done, and ends it where it takes more than it may.
struct Supervisor {
    let child: pid_t
    /// The state that is left if the child ends.
    let position: Int
    /// Where the number of the place is that the running unit has reached.
    let place: UnsafePointer<Int>
    let input: LineReader
    let reports: LineReader
    let events: EventWriter
    /// The unit that is running, since when; nil while the child waits for commands itself.
    private var running: (command: HostCommand, since: ContinuousClock.Instant)?
    private var familyCounted = ContinuousClock.now
    /// Whether the unit is done and has printed more than it may.
    private var hasPrintedTooMuch = false

    init(
        child: pid_t, position: Int, place: UnsafePointer<Int>, input: LineReader, reports: LineReader,
        events: EventWriter
    ) {
        self.child = child
        self.position = position
        self.place = place
        self.input = input
        self.reports = reports
        self.events = events
    }

    /// Watches while the child runs `command` and whatever it runs after that, until the child has ended: because its
    /// unit did, because it handed a command back, or because its input ended.
    /// - Parameter forwarded: is given the commands that the child passes on because they are for an earlier state.
    mutating func watch(
        _ command: HostCommand, forwarded: ([UInt8]) throws(SystemError) -> Void
    ) throws(SystemError) {
        running = (command, .now)
        var ending: Ending?
        repeat {
            let ready = wait()
            if ready.reports {
                repeat { try readReport(forwarded) } while reports.hasLine
            }
            if let limit = (ready.input ? readInput() : nil) ?? exceededLimit() {
                kill(-child, SIGKILL)
                waitpid(child, nil, 0)
                ending = .stopped(limit)
            } else {
                ending = endingOfChild()
            }
        } while ending == nil
        // The child's last words may still be in the pipe.
        while wait(milliseconds: 0).reports, try readReport(forwarded) {}
        if hasPrintedTooMuch { ending = .stopped(.output) }
        ProcessTree.endChildren()
        if let ending, running != nil { events.write(.ended(ending, position: position, place: place.pointee)) }
        // A process that waits for commands, and watches whatever runs them, ends by itself only when it hands one back.
        // Where it ends in another way, nobody is left who could say how the cell ended, except by this process's end.
        if running == nil && ending != .exited(code: 0) { _exit(1) }
        reports.close()
    }
}

extension Supervisor {
    /// More processes than this in one cell are a mistake.
    private static let processLimit = 64

    /// Waits for something to happen, or a moment.
    private func wait(milliseconds: Int32? = nil) -> (reports: Bool, input: Bool) {
        var descriptors = [pollfd(fd: reports.descriptor, events: Int16(POLLIN), revents: 0)]
        // While a unit runs, commands are this process's to read. Later they are the child's.
        if running != nil { descriptors.append(pollfd(fd: input.descriptor, events: Int16(POLLIN), revents: 0)) }
        poll(&descriptors, nfds_t(descriptors.count), milliseconds ?? (running == nil ? 1000 : 50))
        return (descriptors[0].revents & Int16(POLLIN) != 0, descriptors.count > 1 && descriptors[1].revents != 0)
    }

    /// Reads one report; false at the end.
    @discardableResult
    private mutating func readReport(
        _ forwarded: ([UInt8]) throws(SystemError) -> Void
    ) throws(SystemError) -> Bool {
        guard let line = reports.next() else { return false }
        switch Watcher.report(line) {
        case .started(let line):
            if let command = HostCommand(line: line) { running = (command, .now) }
        case .finished(let seconds, let isIsolated):
            // How much is too much does not depend on whether this process has looked in time.
            hasPrintedTooMuch = running.map { Self.printsTooMuch($0.command) } ?? false
            guard !hasPrintedTooMuch else { return true }
            running = nil
            events.write(.finished(seconds: seconds, isIsolated: isIsolated))
        case .forwarded(let line): try forwarded(line)
        case nil: break
        }
        return true
    }

    /// Reads a command that came while the unit runs: to stop it, as the end of the input does too.
    private func readInput() -> Ending.Limit? {
        guard let line = input.next() else { return .interest }
        return line == HostCommand.stop ? .interest : nil
    }

    /// How the child ended; nil while it lives.
    private func endingOfChild() -> Ending? {
        var status: Int32 = 0
        guard waitpid(child, &status, WNOHANG) == child else { return nil }
        let signal = Int(status & 0x7F)
        // Where the machine is busy, the limit of files is reached before this process has looked at what was printed.
        if signal == SIGXFSZ, let command = running?.command, Self.printsTooMuch(command) { return .stopped(.output) }
        return signal == 0 ? .exited(code: Int((status >> 8) & 0xFF)) : .signaled(signal: signal)
    }

    /// What the running unit has had too much of.
    private mutating func exceededLimit() -> Ending.Limit? {
        guard let (command, since) = running else { return nil }
        if hasPrintedTooMuch || Self.printsTooMuch(command) { return .output }
        if .now - since > .seconds(command.timeLimit) { return .time }
        if ProcessTree.residentBytes(of: child) > command.memoryLimit { return .memory }
        guard .now - familyCounted > .milliseconds(200) else { return nil }
        familyCounted = .now
        let family = ProcessTree.family(of: child)
        if family.count > Self.processLimit { return .processes }
        return family.residentBytes > command.memoryLimit ? .memory : nil
    }

    private static func printsTooMuch(_ command: HostCommand) -> Bool {
        [command.standardOutput, command.standardError].contains { file in
            var status = stat()
            return stat(file, &status) == 0 && status.st_size > HostCommand.printLimit
        }
    }
}
