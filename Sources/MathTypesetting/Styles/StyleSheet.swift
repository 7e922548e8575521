/// KaTeX's stylesheet.
struct StyleSheet: Sendable {
    /// The rules for elements.
    let rules: [StyleRule]
    let fonts: FontRules

    init(_ text: String) {
        let all = StyleRule.rules(of: text)
        rules = all.filter { !$0.isFontFace }
        fonts = FontRules(all)
    }
}
