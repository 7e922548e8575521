package import NotebookEvents

/// What a cell printed and showed, in the order in which it did.
package struct Transcript {
    package enum Entry: Equatable {
        /// It went to standard output.
        case printed(String)
        /// It went to standard error.
        case message(String)
        case shown(Output)
    }

    package private(set) var entries: [Entry] = []
    private let output: [UInt8]
    private let messages: [UInt8]
    private let withMessages: Bool
    private var done = Printed.nothing

    /// - Parameter withMessages: whether what went to standard error is in it.
    package init(_ result: UnitResult, withMessages: Bool = true) {
        output = Array(result.printed.output.utf8)
        messages = Array(result.printed.messages.utf8)
        self.withMessages = withMessages
        var turns = result.printed.turns[...]
        for case .output(let output, let moment) in result.events {
            while let turn = turns.first, turn.precedes(moment) {
                print(upTo: turn)
                turns.removeFirst()
            }
            print(upTo: moment)
            entries.append(.shown(output))
        }
        for turn in turns { print(upTo: turn) }
        print(upTo: Printed(output: output.count, messages: messages.count))
    }
}

extension Transcript {
    /// Adds what was printed after what there is already, up to this moment.
    private mutating func print(upTo moment: Printed) {
        let all = Printed(output: output.count, messages: messages.count)
        let next = moment.limited(to: all, after: done)
        let printed = String(decoding: output[done.output..<next.output], as: UTF8.self)
        let message = String(decoding: messages[done.messages..<next.messages], as: UTF8.self)
        done = next
        if case .printed(let before) = entries.last, !printed.isEmpty {
            entries[entries.count - 1] = .printed(before + printed)
        } else if !printed.isEmpty {
            entries.append(.printed(printed))
        }
        guard withMessages, !message.isEmpty else { return }
        if case .message(let before) = entries.last {
            entries[entries.count - 1] = .message(before + message)
        } else {
            entries.append(.message(message))
        }
    }
}

extension Printed {
    /// Whether this was not after `other`.
    fileprivate func precedes(_ other: Printed) -> Bool {
        output <= other.output && messages <= other.messages
    }
}
