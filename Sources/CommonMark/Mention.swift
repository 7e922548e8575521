/// A place in the text that names figures, sections or works by their keys: `@fig-loss`, `[see @hinton2012, p. 3]`.
public struct Mention: Equatable, Sendable {
    public var items: [Item]
    /// Whether the mention stands in brackets, outside the sentence.
    public var isBracketed: Bool

    /// One of the things that are named.
    public struct Item: Equatable, Sendable {
        public var key: String
        /// Whether only the number, or only the year, is wanted: `-@key`.
        public var isShort: Bool
        public var prefix: String
        public var suffix: String
        /// Where the key stands.
        public var position: Position

        public init(key: String, isShort: Bool = false, prefix: String = "", suffix: String = "", position: Position) {
            self.key = key
            self.isShort = isShort
            self.prefix = prefix
            self.suffix = suffix
            self.position = position
        }
    }

    public init(items: [Item], isBracketed: Bool) {
        self.items = items
        self.isBracketed = isBracketed
    }
}
