import Foundation
import Testing

@Suite struct `A terminal's colors` {
    private static let theme = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/Site/Theme").standardizedFileURL

    /// That each can be read on paper is for `The theme's colors` to say: so paper can be read on each.
    @Test func `have a class each, for text and for what is behind it`() throws {
        let tokens = try String(contentsOf: Self.theme.appending(path: "tokens.css"), encoding: .utf8)
        let style = try String(contentsOf: Self.theme.appending(path: "output.css"), encoding: .utf8)
        let names = tokens.matches(of: #/--ansi-([\w-]+):/#).map { String($0.1) }
        #expect(names.count == 16)
        for name in names {
            #expect(style.contains(".ansi-\(name) { color: var(--ansi-\(name)); }"))
            #expect(style.contains(".ansi-on-\(name) { background: var(--ansi-\(name)); }"))
        }
        #expect(style.contains("[class*=\"ansi-on-\"] { color: var(--paper); }"))
    }
}
