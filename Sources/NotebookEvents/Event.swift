/// One thing that a running cell reports to the weaver.
///
/// Events cross from the process that runs cells to the one that weaves pages, one JSON line each (`EventLine`).
/// They carry plain data only: what a cell computed is finished before it is reported.
public enum Event: Equatable, Sendable {
    /// The cell showed something, after printing `printed` bytes to its standard output.
    case output(Output, printed: Int)

    /// The inline expression number `index` of its group has this text.
    case value(index: Int, text: String)

    /// The claim number `index` of its group was checked.
    case claim(index: Int, ClaimOutcome)

    /// The cell ran to its end.
    case finished(seconds: Double)

    /// An error left the cell at its top level, from the numbered place that the cell said last it had reached.
    case threw(description: String, place: Int)

    /// The cell's process received a fatal signal, such as the trap of an index out of range.
    case crashed(signal: Int, place: Int, frames: [Frame])

    /// The compiled cell could not be loaded.
    case unloadable(reason: String)
}

/// One address on the call stack of a cell that failed, innermost first.
public struct Frame: Equatable, Sendable {
    /// The path of the loaded library that the address lies in.
    public var image: String
    /// The address, in bytes from the start of the library.
    public var offset: UInt64

    public init(image: String, offset: UInt64) {
        self.image = image
        self.offset = offset
    }
}

#if !hasFeature(Embedded)
    extension Event: Codable {}
    extension Frame: Codable {}
#endif
