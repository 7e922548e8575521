import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Serves a preview to browsers on this machine, and to nobody else.
final class PreviewServer: Sendable {
    private let server: HTTPServer
    private let files: PreviewFiles
    private let board: PreviewBoard
    /// The port that is listened on, once it is known.
    private let knownPort = Mutex<UInt16?>(nil)

    /// Where browsers ask for the preview's state; no page of a course has such a name.
    static let statePath = "/-weft/state"
    private static let scriptPath = "/-weft/preview.js"

    /// - Parameter port: the port to listen on; 0 means any that is free.
    init(port: UInt16, files: PreviewFiles, board: PreviewBoard) {
        self.files = files
        self.board = board
        server = Self.server(port, files, board)
    }

    /// Listens until the task ends. Where so many connections are open that there can be no more, all are closed.
    func run() async throws {
        var server = server
        while true {
            do {
                return try await server.run()
            } catch SocketError.failed(_, let code, _) where code == EMFILE || code == ENFILE {
                let port = knownPort.withLock { $0 } ?? 0
                try await Task.sleep(for: .milliseconds(100))
                server = Self.server(port, files, board)
            }
        }
    }

    /// The port that is listened on, as soon as it is.
    func port() async throws -> UInt16 {
        try await server.waitUntilListening()
        guard case .ip4(_, let port) = await server.listeningAddress else { throw SocketError.disconnected }
        knownPort.withLock { $0 = port }
        return port
    }
}

extension PreviewServer {
    private static func server(_ port: UInt16, _ files: PreviewFiles, _ board: PreviewBoard) -> HTTPServer {
        HTTPServer(
            config: HTTPServer.Configuration(address: loopback(port), timeout: 60, logger: .disabled),
            handler: ClosureHTTPHandler { request in await response(to: request, files, board) })
    }

    /// 127.0.0.1.
    private static func loopback(_ port: UInt16) -> sockaddr_in {
        var address = sockaddr_in.inet(port: port)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }

    private static func response(
        to request: HTTPRequest, _ files: PreviewFiles, _ board: PreviewBoard
    ) async -> HTTPResponse {
        guard isLocal(request) else {
            return text("This preview is for this machine only.", .forbidden)
        }
        guard request.method == .GET || request.method == .HEAD else {
            return text("Only GET and HEAD are answered.", .methodNotAllowed)
        }
        switch request.path {
        case statePath:
            let version = request.query.first { $0.name == "after" }.flatMap { Int($0.value) }
            let state = await board.state(after: version)
            return response((try? JSONEncoder().encode(state)) ?? Data(), type: "application/json")
        case scriptPath:
            return response(script, type: "text/javascript; charset=utf-8")
        default:
            return page(at: request.path, files)
        }
    }

    private static func page(at path: String, _ files: PreviewFiles) -> HTTPResponse {
        guard let file = files.file(at: path) else {
            let page = files.file(at: "/404.html")?.contents ?? waiting
            return response(withScript(page), type: "text/html; charset=utf-8", path == "/" ? .ok : .notFound)
        }
        return response(file.type.hasPrefix("text/html") ? withScript(file.contents) : file.contents, type: file.type)
    }

    /// Whether the request names this machine as the one that it is for, and comes from no other site: a page from
    /// elsewhere must not read a preview through a name that it had pointed here.
    private static func isLocal(_ request: HTTPRequest) -> Bool {
        func isOwn(_ authority: String) -> Bool {
            let host =
                authority.hasPrefix("[") ? "\(authority.prefix { $0 != "]" })]" : "\(authority.prefix { $0 != ":" })"
            return ["localhost", "127.0.0.1", "[::1]"].contains(host.lowercased())
        }
        guard let host = request.headers[.host], isOwn(host) else { return false }
        guard let origin = request.headers[HTTPHeader("Origin")] else { return true }
        return origin.hasPrefix("http://") && isOwn(String(origin.dropFirst("http://".count)))
    }

    private static func response(_ data: Data, type: String, _ status: HTTPStatusCode = .ok) -> HTTPResponse {
        HTTPResponse(
            statusCode: status,
            headers: [
                .contentType: type, HTTPHeader("Cache-Control"): "no-store",
                HTTPHeader("X-Content-Type-Options"): "nosniff",
            ],
            body: data)
    }

    private static func text(_ text: String, _ status: HTTPStatusCode) -> HTTPResponse {
        response(Data((text + "\n").utf8), type: "text/plain; charset=utf-8", status)
    }

    /// A page with the script that keeps it up to date. Published pages do not have it.
    private static func withScript(_ page: Data) -> Data {
        let tag = "<script src=\"\(scriptPath)\" defer></script></head>"
        return Data(String(decoding: page, as: UTF8.self).replacing("</head>", with: tag, maxReplacements: 1).utf8)
    }

    /// What is shown before there is a site.
    private static let waiting = Data(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Building…</title></head><body><main><p>The course is being built for the first time.</p></main></body></html>"
            .utf8)

    private static let script: Data = {
        let file = Bundle.module.bundleURL.appending(path: "Resources/preview.js")
        return (try? Data(contentsOf: file)) ?? Data()
    }()
}
