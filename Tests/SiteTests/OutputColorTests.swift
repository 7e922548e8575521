import Foundation
import Testing

@Suite struct `A terminal's colors` {
    @Test func `can be read on the paper of both themes`() throws {
        let colors = try Self.colors(in: "output.css", prefix: "ansi-")
        let paper = try #require(try Self.colors(in: "tokens.css", prefix: "paper").first)
        #expect(colors.count == 16)
        for color in colors {
            #expect(Self.contrast(color.light, paper.light) >= 4.5, "\(color.name)")
            #expect(Self.contrast(color.dark, paper.dark) >= 4.5, "\(color.name)")
        }
    }

    @Test func `have a class each, for text and for what is behind it`() throws {
        let css = try Self.text(of: "output.css")
        for color in try Self.colors(in: "output.css", prefix: "ansi-") {
            let name = color.name.dropFirst("ansi-".count)
            #expect(css.contains(".ansi-\(name) { color: var(--ansi-\(name)); }"))
            #expect(css.contains(".ansi-on-\(name) { background: var(--ansi-\(name)); }"))
        }
    }

    private static func text(of file: String) throws -> String {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        return try String(contentsOf: tests.appending(path: "../../Sources/Site/Theme/\(file)"), encoding: .utf8)
    }

    /// The colors that `file` defines as `--NAME: light-dark(#…, #…)`.
    private static func colors(in file: String, prefix: String) throws -> [(name: String, light: Int, dark: Int)] {
        try text(of: file).matches(of: #/--([\w-]+): light-dark\(#(\w{6}), #(\w{6})\)/#)
            .filter { $0.1.hasPrefix(prefix) }
            .map { (String($0.1), Int($0.2, radix: 16) ?? 0, Int($0.3, radix: 16) ?? 0) }
    }

    /// The contrast of two colors (WCAG 2.2).
    private static func contrast(_ a: Int, _ b: Int) -> Double {
        let (lighter, darker) = (max(luminance(a), luminance(b)), min(luminance(a), luminance(b)))
        return (lighter + 0.05) / (darker + 0.05)
    }

    private static func luminance(_ color: Int) -> Double {
        let parts = [16, 8, 0].map { shift in
            let part = Double(color >> shift & 0xFF) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
