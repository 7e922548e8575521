public import Foundation
import Literate
import Running
public import Site

/// A course that is built anew whenever it changes, and shown in a browser meanwhile.
public struct Preview: Sendable {
    /// What to build; where to is the preview's own affair.
    private let build: Build
    private let port: UInt16
    private let board = PreviewBoard()

    /// - Parameter port: the port to listen on; 0 means any that is free.
    public init(_ build: Build, port: UInt16) {
        var build = build
        build.settings.output = build.settings.course.appending(path: ".weft/serve")
        build.keepsGoing = true
        build.sessions = CellSessions()
        build.publishedMeanwhile = { [board] in board.change { $0.site += 1 } }
        self.build = build
        self.port = port
    }

    /// Serves until the task ends.
    /// - Parameters:
    ///   - ready: is told the preview's address.
    ///   - built: is told what came of each build.
    /// - Throws: `PortInUse`, or what keeps a server from listening.
    public func run(
        ready: @escaping @Sendable (URL) -> Void, built: @escaping @Sendable (BuildReport) -> Void
    ) async throws {
        let server = PreviewServer(
            port: port, files: PreviewFiles(site: build.settings.site), board: board)
        do {
            try await withTaskCancellationHandler {
                try await serve(server, ready: ready, built: built)
            } onCancel: {
                board.close()
            }
        } catch {
            await build.sessions?.closeAll()
            throw error
        }
        await build.sessions?.closeAll()
    }
}

extension Preview {
    private func serve(
        _ server: PreviewServer, ready: @escaping @Sendable (URL) -> Void,
        built: @escaping @Sendable (BuildReport) -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                do {
                    try await server.run()
                } catch {
                    throw "\(error)".contains("ddress already in use") ? PortInUse(port: port) as any Error : error
                }
            }
            group.addTask {
                if let address = URL(string: "http://127.0.0.1:\(try await server.port())/") { ready(address) }
                await rebuild(built: built)
            }
            try await group.next()
            group.cancelAll()
        }
    }

    /// Builds now and after each change; a change while a build runs stops it.
    private func rebuild(built: @escaping @Sendable (BuildReport) -> Void) async {
        var running = Task { await buildOnce(built) }
        for await _ in CourseWatch(course: build.settings.course).changes {
            running.cancel()
            await build.sessions?.stop()
            let patience = Task {
                try await Task.sleep(for: .seconds(1))
                // What does not stop is ended, and its chapter runs from the top.
                await build.sessions?.closeAll()
            }
            await running.value
            patience.cancel()
            running = Task { await buildOnce(built) }
        }
        running.cancel()
        await running.value
    }

    private func buildOnce(_ built: @Sendable (BuildReport) -> Void) async {
        let progress = PreviewProgress(board)
        board.change { $0.isBuilding = true }
        let reading = Task {
            while !Task.isCancelled {
                try? await Task.sleep(for: .milliseconds(200))
                progress.readOutputs()
            }
        }
        let report = await build.run(progress: progress)
        reading.cancel()
        guard !Task.isCancelled else { return }
        board.change { state in
            state.isBuilding = false
            state.running = []
            state.problems = report.problems.map(\.description)
            state.notes = report.unread.compactMap { .init($0, in: build.settings.course, build.reading) }
            if report.isChanged { state.site += 1 }
        }
        built(report)
    }
}

/// Another program listens on the port.
public struct PortInUse: Error, CustomStringConvertible {
    public var port: UInt16

    public var description: String {
        "port \(port) is taken by another program\n    choose another: '--port 0' takes any that is free"
    }
}
