import CommonMark

/// A callout: a div of a class such as `callout-note`, or a quote that begins with `[!NOTE]` on a line of its own.
///
///     ::: {.callout-tip title="Read this twice" collapse="true"}
///     > [!WARNING]
struct Callout {
    enum Kind: String, CaseIterable {
        case note
        case tip
        case important
        case warning
        case caution

        /// The word that tells a reader what the callout is.
        var word: String { rawValue.withCapital }
        var className: String { "callout-\(rawValue)" }
    }

    let kind: Kind
    let title: String?
    /// Whether a reader can fold the callout, and whether it is folded at first; nil where it can't be.
    let isFolded: Bool?

    /// The callout that a div with these attributes is; nil where it is something else.
    init?(_ attributes: Attributes) {
        guard let kind = Kind.allCases.first(where: { attributes.classes.contains($0.className) }) else { return nil }
        self.kind = kind
        title = attributes["title"]
        isFolded = attributes["collapse"].flatMap(Bool.init)
    }
}
