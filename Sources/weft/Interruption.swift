import Foundation
import Synchronization

/// Ctrl-C, and whatever else asks a program to end: what it does is cancelled and tidies up after itself, and then the
/// program ends as the signal says.
enum Interruption {
    /// Who does not end within so many seconds is ended.
    private static let patience = 10.0

    /// What `work` gives; it is cancelled when the program is asked to end.
    static func cancelling<Value: Sendable>(
        _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let task = Task { try await work() }
        let received = Mutex<Int32?>(nil)
        let sources = [SIGINT, SIGTERM, SIGHUP].compactMap { number -> (any DispatchSourceSignal)? in
            let before = signal(number, SIG_IGN)
            // Whoever started the program with `nohup` wants it to go on when the terminal is closed.
            if number == SIGHUP, unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
                return nil
            }
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler {
                let isFirst = received.withLock { known in
                    defer { known = number }
                    return known == nil
                }
                guard isFirst else { end(by: number) }
                task.cancel()
                DispatchQueue.global().asyncAfter(deadline: .now() + patience) { end(by: number) }
            }
            source.resume()
            return source
        }
        let result = await task.result
        if let number = received.withLock({ $0 }) { end(by: number) }
        for source in sources { source.cancel() }
        return try result.get()
    }

    /// Ends the program as the signal does where nobody handles it, so that whoever started it knows why.
    private static func end(by number: Int32) -> Never {
        signal(number, SIG_DFL)
        // Those who look out for signals have them blocked.
        var only = sigset_t()
        sigemptyset(&only)
        sigaddset(&only, number)
        pthread_sigmask(SIG_UNBLOCK, &only, nil)
        raise(number)
        _exit(128 + number)
    }
}
