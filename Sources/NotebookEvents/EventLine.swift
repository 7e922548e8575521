// The wire form of events. A cell compiled for the browser hands its events to the page directly and has no use for
// JSON, so none of this exists in Embedded Swift.
#if !hasFeature(Embedded)
    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// One event as a line of JSON: `{"v":3,"event":{"value":{"index":0,"text":"0.883"}}}`.
    ///
    /// A reader skips what it does not know: a line of a later version, or a kind of event that it never heard of.
    public enum EventLine {
        /// The version of the format that this build writes.
        public static let version = 3

        /// The line for `event`, without its newline.
        public static func encode(_ event: Event) -> [UInt8] {
            // Every number in an event is finite or a count, so encoding can't fail.
            let data = try? JSONEncoder().encode(Envelope(v: version, event: event))
            return [UInt8](data ?? Data())
        }

        /// The event on `line`; nil where the line is of another version or kind, or damaged.
        public static func decode(_ line: some Sequence<UInt8>) -> Event? {
            guard let envelope = try? JSONDecoder().decode(Envelope.self, from: Data(line)) else { return nil }
            return envelope.v == version ? envelope.event : nil
        }

        private struct Envelope: Codable {
            var v: Int
            var event: Event
        }
    }
#endif
