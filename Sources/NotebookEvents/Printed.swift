/// How much a cell had printed at some moment, in bytes.
public struct Printed: Equatable, Sendable {
    /// To its standard output.
    public var output: Int
    /// To standard error.
    public var messages: Int

    public init(output: Int = 0, messages: Int = 0) {
        self.output = output
        self.messages = messages
    }

    public static var nothing: Printed { Printed() }
}

#if !hasFeature(Embedded)
    extension Printed: Codable {}
#endif
