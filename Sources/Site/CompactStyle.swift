extension String {
    /// This style sheet without comments and needless blanks: a page waits for every byte of it.
    ///
    /// Blanks stay where they mean something, as in `a :is(b)`. The sheet must hold no strings with `, ` or `; ` in them.
    var compactStyle: String {
        replacing(#/(?s)\/\*.*?\*\//#, with: "")
            .replacing(#/\s*\n\s*/#, with: "")
            .replacing(#/ ?([{};>]) ?/#) { $0.1 }
            .replacing(#/([:,]) /#) { $0.1 }
            .replacing(";}", with: "}")
    }
}
