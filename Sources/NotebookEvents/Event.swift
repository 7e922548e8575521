/// One thing that a running cell reports to the weaver.
///
/// Events cross from the process that runs cells to the one that weaves pages, one JSON line each (`EventLine`).
/// They carry plain data only: what a cell computed is finished before it is reported.
public enum Event: Equatable, Sendable {
    /// The cell showed something, after printing this much.
    case output(Output, printed: Printed)

    /// The inline expression number `index` of its group has this text.
    case value(index: Int, text: String)

    /// The claim number `index` of its group was checked.
    case claim(index: Int, ClaimOutcome)

    /// The cell asked for the value of an input on its page.
    case control(Control)

    /// The cell went through steps that a reader can watch.
    case animation(Animation)

    /// A long computation of the cell has come so far.
    case progress(CellProgress)

    /// The cell asked for a parameter of the course.
    case usedParameter(name: String)

    /// The cell read these files. Absolute paths, in no particular order.
    case read(files: [String])

    /// An error left the cell at its top level, from the numbered place that the cell said last it had reached.
    case threw(description: String, place: Int)

    /// The cell's process received a fatal signal, such as the trap of an index out of range.
    case crashed(signal: Int, place: Int, frames: [Frame])

    /// The compiled cell could not be loaded.
    case unloadable(reason: String)

    /// The cell ran to its end, but not all that it printed could be written down.
    case unprinted

    /// The cell ran to its end. `isIsolated` is false where what it was meant to leave untouched may have changed.
    case finished(seconds: Double, isIsolated: Bool)

    /// The cell's process ended, or was ended, before the cell did, at the numbered place that the cell said last it had
    /// reached. What is left is the state after `position` cells.
    case ended(Ending, position: Int, place: Int)
}

/// How far a long computation has come.
public struct CellProgress: Equatable, Sendable {
    /// What is counted: "epoch".
    public var unit: String
    public var done: Int
    public var total: Int

    public init(unit: String, done: Int, total: Int) {
        self.unit = unit
        self.done = done
        self.total = total
    }
}

/// How a cell's process came to its end before the cell did.
public enum Ending: Equatable, Sendable {
    case exited(code: Int)
    case signaled(signal: Int)
    /// The host ended it.
    case stopped(Limit)
    /// The state that the cell was to run in is gone.
    case lost

    /// What a cell has only so much of.
    public enum Limit: String, Equatable, Sendable {
        case time
        case memory
        case processes
        case output
        /// Nobody wants the result any more.
        case interest
    }
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
    extension CellProgress: Codable {}
    extension Ending: Codable {}
    extension Ending.Limit: Codable {}
    extension Frame: Codable {}
#endif
