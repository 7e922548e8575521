import Foundation
import Literate
import NotebookEvents

/// The files that take what a unit prints, and in which order it did.
public struct PrintedFiles: Equatable, Sendable {
    let output: URL
    let messages: URL
    /// What both of them held at each turn from standard error to standard output: `HostCommand.turns`.
    let turns: URL

    /// The files in `folder` of the unit that is compiled as this module.
    init(of moduleName: String, in folder: URL) {
        output = folder.appending(path: "\(moduleName).stdout")
        messages = folder.appending(path: "\(moduleName).stderr")
        turns = folder.appending(path: "\(moduleName).turns")
    }

    /// How much of what a unit prints is kept of each stream, in bytes.
    private static let limit = 1 << 20

    /// What was printed, no more of it than the limit; and `shown`, how much had been printed whenever the unit showed
    /// something, by the texts instead of the files.
    func contents(shown: [Printed]) -> (text: PrintedText, shown: [Printed]) {
        let turns = readTurns()
        let moments = turns + shown
        let output = Self.text(of: self.output, at: moments.map(\.output))
        let messages = Self.text(of: self.messages, at: moments.map(\.messages))
        let known = zip(output.places, messages.places).map { Printed(output: $0, messages: $1) }
        let text = PrintedText(
            output: output.text, messages: messages.text, turns: Array(known.prefix(turns.count)))
        return (text, Array(known.dropFirst(turns.count)))
    }

    /// The end of what was printed by now, in the order in which it was.
    /// - Parameters:
    ///   - count: how many bytes of it.
    ///   - withMessages: whether what went to standard error is in it, too.
    public func end(_ count: Int, withMessages: Bool) -> String {
        let (output, skippedOutput) = Self.end(of: output, count)
        let (messages, skippedMessages) = withMessages ? Self.end(of: messages, count) : (Data(), 0)
        var text = Data()
        var done = Printed(output: skippedOutput, messages: skippedMessages)
        let all = Printed(output: skippedOutput + output.count, messages: skippedMessages + messages.count)
        for moment in (withMessages ? readTurns() : []) + [all] {
            let next = moment.limited(to: all, after: done)
            text += output.dropFirst(done.output - skippedOutput).prefix(next.output - done.output)
            text += messages.dropFirst(done.messages - skippedMessages).prefix(next.messages - done.messages)
            done = next
        }
        return String(decoding: text.suffix(count), as: UTF8.self)
    }
}

extension PrintedFiles {
    /// The turns, without what a cell that guessed the file's descriptor may have left there.
    private func readTurns() -> [Printed] {
        guard let data = try? Data(contentsOf: turns) else { return [] }
        let numbers = data.withUnsafeBytes { bytes in
            (0..<bytes.count / 8).map { Int(bytes.loadUnaligned(fromByteOffset: 8 * $0, as: Int64.self)) }
        }
        var turns: [Printed] = []
        for index in stride(from: 0, to: numbers.count - 1, by: 2) {
            let turn = Printed(output: numbers[index], messages: numbers[index + 1])
            let last = turns.last ?? .nothing
            if turn.output >= last.output && turn.messages >= last.messages { turns.append(turn) }
        }
        return turns
    }

    /// The text of `file`, and where in it the bytes at `offsets` are.
    private static func text(of file: URL, at offsets: [Int]) -> (text: String, places: [Int]) {
        let handle = try? FileHandle(forReadingFrom: file)
        defer { try? handle?.close() }
        let data = (try? handle?.read(upToCount: limit + 1)) ?? Data()
        var decoded = DecodedBytes(Array(data.prefix(limit)), cutAt: offsets)
        if data.count > limit { decoded.text += "\n… (cut: the cell printed more than 1 MB)" }
        return (decoded.text, decoded.places)
    }

    /// The last bytes of `file`, and how many stand before them.
    private static func end(of file: URL, _ count: Int) -> (Data, Int) {
        guard let handle = try? FileHandle(forReadingFrom: file) else { return (Data(), 0) }
        defer { try? handle.close() }
        let size = Int((try? handle.seekToEnd()) ?? 0)
        let skipped = size - min(size, count)
        try? handle.seek(toOffset: UInt64(skipped))
        return ((try? handle.read(upToCount: count)) ?? Data(), skipped)
    }
}
