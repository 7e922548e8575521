#if !hasFeature(Embedded)
    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// What the weaver asks of a cell host: load one compiled unit and run it. One JSON line each.
    public struct HostCommand: Codable, Equatable, Sendable {
        /// The path of the shared library to load.
        public var library: String
        /// The library's entry point.
        public var entryPoint: String
        /// What ids of the figures that the unit shows begin with, unique on the page.
        public var figurePrefix: String
        /// The file that takes the unit's standard output.
        public var standardOutput: String
        /// The file that takes the unit's standard error.
        public var standardError: String

        public init(
            library: String, entryPoint: String, figurePrefix: String, standardOutput: String, standardError: String
        ) {
            self.library = library
            self.entryPoint = entryPoint
            self.figurePrefix = figurePrefix
            self.standardOutput = standardOutput
            self.standardError = standardError
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
    }
#endif
