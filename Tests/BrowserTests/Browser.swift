import Foundation
import TestSupport

/// Chromium without a window, told what to do through chromedriver (W3C WebDriver), both started for it alone.
final class Browser: Sendable {
    private let port: UInt16
    private let session: String
    /// Chromedriver ends when this pipe is closed, be it because the tests' own process has gone.
    private let lifeline: Pipe
    private let queue = DispatchQueue(label: "browser")

    /// What has to be installed, and is not; nil where nothing is missing.
    static var missing: String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let missing = ["chromium", "chromedriver"].filter { name in
            !folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
        }
        return missing.isEmpty ? nil : missing.joined(separator: " and ")
    }

    static func start() async throws -> Browser {
        let lifeline = Pipe()
        let output = Pipe()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        // It does not always heed a request to end.
        process.arguments = [
            "-c", "chromedriver --port=0 & driver=$!; cat > /dev/null; kill $driver; sleep 5; kill -KILL $driver",
        ]
        process.standardInput = lifeline
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var text = ""
        var port: UInt16?
        while port == nil {
            let data = output.fileHandleForReading.availableData
            guard !data.isEmpty else { throw BrowserFailure(description: "chromedriver did not start: \(text)") }
            text += String(decoding: data, as: UTF8.self)
            port = text.firstMatch(of: #/successfully on port (\d+)/#).flatMap { UInt16($0.1) }
        }
        return try await Browser(port: port ?? 0, lifeline: lifeline)
    }

    private init(port: UInt16, lifeline: Pipe) async throws {
        var arguments = [
            "--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-sync",
            "--disable-background-networking", "--disable-component-update", "--hide-scrollbars",
        ]
        // Chromium refuses to wall itself in as root.
        if geteuid() == 0 { arguments.append("--no-sandbox") }
        let capabilities: [String: Any] = [
            "goog:chromeOptions": ["args": arguments], "goog:loggingPrefs": ["performance": "ALL", "browser": "ALL"],
        ]
        let answer: Session = try Self.value(
            of: LoopbackRequest(
                method: "POST", path: "/session",
                body: JSONSerialization.data(withJSONObject: ["capabilities": ["alwaysMatch": capabilities]])
            ).send(to: port).body)
        session = answer.sessionId
        self.port = port
        self.lifeline = lifeline
        // A busy machine takes longer over a long page than the half minute that WebDriver allows.
        try await command("POST", "/timeouts", ["script": 300_000])
    }

    func quit() async {
        try? await command("DELETE", "")
        try? lifeline.fileHandleForWriting.close()
    }

    // MARK: Commands

    func open(_ url: URL) async throws {
        try await command("POST", "/url", ["url": url.absoluteString])
    }

    /// What the body of a function, `script`, returns. It can wait for what takes time.
    func run<Value: Decodable>(_ script: String, _ arguments: [String] = []) async throws -> Value {
        let wrapped = "return (async function () { \(script) }).apply(null, arguments)"
        return try await command("POST", "/execute/sync", ["script": wrapped, "args": arguments])
    }

    /// Runs the body of a function.
    func run(_ script: String, _ arguments: [String] = []) async throws {
        let _: Nothing = try await run(script, arguments)
    }

    /// Presses and releases keys, one after the other: "/", or the WebDriver code of a key such as Tab.
    func press(_ keys: String...) async throws { try await press(keys) }

    /// Presses and releases many keys.
    func press(_ keys: [String]) async throws {
        let actions = keys.flatMap { [["type": "keyDown", "value": $0], ["type": "keyUp", "value": $0]] }
        let keyboard: [String: Any] = ["type": "key", "id": "keyboard", "actions": actions]
        try await command("POST", "/actions", ["actions": [keyboard]])
    }

    /// The page as a PDF.
    func printed() async throws -> Data {
        let base64: String = try await command("POST", "/print", ["background": true])
        return Data(base64Encoded: base64) ?? Data()
    }

    /// A command of the DevTools protocol.
    func devTools(_ name: String, _ parameters: [String: Any]) async throws {
        try await command("POST", "/goog/cdp/execute", ["cmd": name, "params": parameters])
    }

    /// The addresses of all that was loaded since this was asked last.
    func requests() async throws -> [String] {
        let entries: [LogEntry] = try await command("POST", "/se/log", ["type": "performance"])
        return try entries.compactMap { entry in
            let event = try JSONDecoder().decode(LogEntry.Event.self, from: Data(entry.message.utf8)).message
            return event.method == "Network.requestWillBeSent" ? event.params?.request?.url : nil
        }
    }

    /// Errors that scripts and the page left in the console since this was asked last.
    func consoleErrors() async throws -> [String] {
        let entries: [LogEntry] = try await command("POST", "/se/log", ["type": "browser"])
        return entries.filter { $0.level == "SEVERE" }.map(\.message)
    }
}

extension Browser {
    private struct Session: Decodable { var sessionId: String }

    /// The answer of a command that has none.
    private struct Nothing: Decodable { init(from decoder: any Decoder) {} }

    private struct Answer<Value: Decodable>: Decodable { var value: Value }

    private struct Refusal: Decodable {
        var error: String
        var message: String
    }

    private struct LogEntry: Decodable {
        var level: String
        var message: String

        struct Event: Decodable { var message: Message }
        struct Message: Decodable {
            var method: String
            var params: Parameters?
        }
        struct Parameters: Decodable { var request: Request? }
        struct Request: Decodable { var url: String? }
    }

    private func command(_ method: String, _ path: String, _ body: [String: Any]? = nil) async throws {
        let _: Nothing = try await command(method, path, body)
    }

    private func command<Value: Decodable>(
        _ method: String, _ path: String, _ body: [String: Any]? = nil
    ) async throws -> Value {
        let body = try body.map { try JSONSerialization.data(withJSONObject: $0) } ?? Data()
        let request = LoopbackRequest(method: method, path: "/session/\(session)\(path)", body: body)
        return try Self.value(
            of: await withCheckedThrowingContinuation { continuation in
                queue.async { [port] in continuation.resume(with: Result { try request.send(to: port).body }) }
            })
    }

    private static func value<Value: Decodable>(of answer: Data) throws -> Value {
        if let refusal = try? JSONDecoder().decode(Answer<Refusal>.self, from: answer).value {
            throw BrowserFailure(description: "\(refusal.error): \(refusal.message)")
        }
        return try JSONDecoder().decode(Answer<Value>.self, from: answer).value
    }
}

/// What chromedriver says of a command that failed.
struct BrowserFailure: Error, CustomStringConvertible {
    let description: String
}
