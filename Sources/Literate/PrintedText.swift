public import NotebookEvents

/// What a cell printed: two texts, and the order in which it wrote to them.
public struct PrintedText: Codable, Equatable, Sendable {
    /// What went to standard output.
    public var output: String
    /// What went to standard error.
    public var messages: String
    /// How much of both there was, in bytes, whenever the cell turned to its output again. Between two turns it has written
    /// to its output first, and to standard error then.
    public var turns: [Printed]

    public init(output: String = "", messages: String = "", turns: [Printed] = []) {
        self.output = output
        self.messages = messages
        self.turns = turns
    }
}

extension Printed {
    /// The same, but not more than `all` and not less than `earlier`.
    package func limited(to all: Printed, after earlier: Printed) -> Printed {
        Printed(
            output: min(max(output, earlier.output), all.output),
            messages: min(max(messages, earlier.messages), all.messages))
    }
}
