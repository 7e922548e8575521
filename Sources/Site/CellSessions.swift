import Running

/// Cell hosts that outlive a build, one for each chapter: the next build goes back to the state before the first cell that
/// changed.
public actor CellSessions {
    private struct Entry {
        var session: CellSession
        var parameters: [String: String]
    }

    private var entries: [String: Entry] = [:]
    private var tools: CellTools?
    /// The chapters, the one that was needed last at the end.
    private var order: [String] = []

    /// More chapters than this at a time keep no state: each holds the memory of its cells.
    private static let limit = 4

    public init() {}

    /// The host of the chapter `slug`, which `make` starts where there is none with these parameters.
    func session(
        of slug: String, parameters: [String: String], make: @Sendable () throws -> CellSession
    ) async throws -> CellSession {
        if let entry = entries[slug], entry.parameters == parameters, await !entry.session.isGone {
            order.removeAll { $0 == slug }
            order.append(slug)
            return entry.session
        }
        await close(slug)
        let session = try make()
        entries[slug] = Entry(session: session, parameters: parameters)
        order.append(slug)
        while order.count > Self.limit { await close(order[0]) }
        return session
    }

    /// What cells are compiled with, which `find` finds the first time.
    func tools(_ find: @Sendable () async throws -> CellTools) async throws -> CellTools {
        if let tools { return tools }
        let found = try await find()
        tools = found.withoutWarnings
        return found
    }

    /// Ends the host of a chapter.
    func close(_ slug: String) async {
        order.removeAll { $0 == slug }
        await entries.removeValue(forKey: slug)?.session.close()
    }

    /// Ends the hosts of chapters that are not among `slugs`.
    func keep(only slugs: [String]) async {
        for slug in order where !slugs.contains(slug) { await close(slug) }
    }

    /// Stops what runs; the states before it stay.
    public func stop() async {
        for entry in entries.values { await entry.session.stop() }
    }

    /// Ends all hosts.
    public func closeAll() async {
        await keep(only: [])
    }
}
