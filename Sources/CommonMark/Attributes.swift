/// What stands in braces behind a heading, an image or a fence: `{#fig-x .wide fig-alt="Two lines"}`.
public struct Attributes: Equatable, Sendable {
    public var id: String?
    public var classes: [String]
    /// The keys and values, in the order of the text.
    public var pairs: [Pair]

    public struct Pair: Equatable, Sendable {
        public var key: String
        public var value: String

        public init(key: String, value: String) {
            self.key = key
            self.value = value
        }
    }

    public init(id: String? = nil, classes: [String] = [], pairs: [Pair] = []) {
        self.id = id
        self.classes = classes
        self.pairs = pairs
    }

    /// The value of `key`; nil where it is not set.
    public subscript(key: String) -> String? {
        pairs.last { $0.key == key }?.value
    }
}
