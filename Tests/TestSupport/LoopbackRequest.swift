public import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One HTTP request to a server on this machine. URLSession would do, but asks the environment for proxies first, and mends
/// addresses.
public struct LoopbackRequest: Sendable {
    private var method: String
    private var path: String
    private var body: Data
    private var headers: [(name: String, value: String)]

    /// - Parameter headers: besides those that every request has; one of the name `Host` takes the place of its own.
    public init(
        method: String = "GET", path: String, body: Data = Data(), headers: [(name: String, value: String)] = []
    ) {
        self.method = method
        self.path = path
        self.body = body
        self.headers = headers
    }

    /// What a server answered.
    public struct Answer: Sendable {
        public var status: Int
        public var body: Data
        public var text: String { String(decoding: body, as: UTF8.self) }
    }

    /// Sends the request and returns the answer. Blocks until it is there.
    public func send(to port: UInt16) throws(LoopbackFailure) -> Answer {
        let connection = try Self.connection(to: port)
        defer { close(connection) }
        var fields = [
            ("Content-Type", "application/json"), ("Content-Length", "\(body.count)"), ("Connection", "close"),
        ]
        if !headers.contains(where: { $0.name == "Host" }) { fields.append(("Host", "127.0.0.1:\(port)")) }
        let lines = (fields + headers.map { ($0.name, $0.value) }).map { "\($0.0): \($0.1)\r\n" }.joined()
        try put(Data("\(method) \(path) HTTP/1.1\r\n\(lines)\r\n".utf8) + body, to: connection)
        return Self.answer(in: try readAll(from: connection))
    }

    /// A connection on which no more than the request's first line is sent. Whoever asks for it closes it.
    public func beginning(to port: UInt16) throws(LoopbackFailure) -> Int32 {
        let connection = try Self.connection(to: port)
        try put(Data("\(method) \(path) HTTP/1.1\r\n".utf8), to: connection)
        return connection
    }

    private static func connection(to port: UInt16) throws(LoopbackFailure) -> Int32 {
        let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard connection >= 0 else { throw LoopbackFailure(errno) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else {
            close(connection)
            throw LoopbackFailure(errno)
        }
        return connection
    }

    private func put(_ data: Data, to connection: Int32) throws(LoopbackFailure) {
        var rest = data
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(connection, $0.baseAddress, $0.count) }
            guard count > 0 else { throw LoopbackFailure(errno) }
            rest = rest.dropFirst(count)
        }
    }

    private func readAll(from connection: Int32) throws(LoopbackFailure) -> Data {
        var answer = Data()
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count >= 0 else { throw LoopbackFailure(errno) }
            answer += buffer[..<count]
            if count == 0 || Self.isWhole(answer) { return answer }
        }
    }

    /// Whether all of the body is there that the head announces: chromedriver keeps connections open.
    private static func isWhole(_ answer: Data) -> Bool {
        guard let end = answer.firstRange(of: Data("\r\n\r\n".utf8)) else { return false }
        let head = String(decoding: answer[..<end.lowerBound], as: UTF8.self).lowercased()
        guard let length = head.firstMatch(of: #/content-length: *(\d+)/#).flatMap({ Int($0.1) }) else { return false }
        return answer.count - answer.distance(from: answer.startIndex, to: end.upperBound) >= length
    }

    private static func answer(in bytes: Data) -> Answer {
        let status = String(decoding: bytes.prefix(64), as: UTF8.self).split(separator: " ").dropFirst().first
        let body = bytes.firstRange(of: Data("\r\n\r\n".utf8)).map { Data(bytes[$0.upperBound...]) }
        return Answer(status: status.flatMap { Int($0) } ?? 0, body: body ?? Data())
    }
}

/// What the system says of a connection that failed.
public struct LoopbackFailure: Error, CustomStringConvertible {
    public let description: String

    init(_ code: Int32) {
        description = String(cString: strerror(code))
    }
}
