#if !hasFeature(Embedded)
    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// What the weaver asks of a cell host: load one compiled unit and run it. One JSON line each.
    public struct HostCommand: Codable, Equatable, Sendable {
        /// The state that the unit runs in: that after so many kept units.
        public var position: Int
        /// Whether what the unit does to the state is kept. What is not kept is undone.
        public var isKept: Bool
        /// The path of the shared library to load.
        public var library: String
        /// The library's entry point.
        public var entryPoint: String
        /// The file that takes the unit's standard output.
        public var standardOutput: String
        /// The file that takes the unit's standard error.
        public var standardError: String
        /// The file that says in which order the unit writes to the two: what each of them held whenever the unit had
        /// written to standard error after it had printed something, as two `Int64` each.
        public var turns: String
        /// How long the unit may run, in seconds.
        public var timeLimit: Double
        /// How much memory it may use, in bytes.
        public var memoryLimit: Int
        /// What the lines of the unit's events begin with: a line without it was written by a cell.
        public var token: String

        public init(
            position: Int, isKept: Bool, library: String, entryPoint: String, standardOutput: String,
            standardError: String, turns: String, timeLimit: Double, memoryLimit: Int, token: String
        ) {
            self.position = position
            self.isKept = isKept
            self.library = library
            self.entryPoint = entryPoint
            self.standardOutput = standardOutput
            self.standardError = standardError
            self.turns = turns
            self.timeLimit = timeLimit
            self.memoryLimit = memoryLimit
            self.token = token
        }

        /// The command as a line, without its newline.
        public var line: [UInt8] {
            [UInt8]((try? JSONEncoder().encode(self)) ?? Data())
        }

        /// The command on `line`; nil where the line is damaged.
        public init?(line: some Sequence<UInt8>) {
            guard let command = try? JSONDecoder().decode(HostCommand.self, from: Data(line)) else { return nil }
            self = command
        }

        /// A unit that has written more than this to one of its streams is stopped, in bytes.
        public static let printLimit = 4 << 20

        /// The line that stops the unit that is running.
        public static let stop = Array("stop".utf8)
    }
#endif
