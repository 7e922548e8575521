import Foundation
import Testing

/// Contrast by WCAG 2.2's definition, computed from the tokens that the theme's style sheets use for every colour.
@Suite struct `The theme's colors` {
    private static let theme = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/Site/Theme").standardizedFileURL

    private static let ansi = ["", "bright-"].flatMap { brightness in
        ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"].map { "ansi-\(brightness)\($0)" }
    }

    /// What stands on what, and the contrast that it needs there.
    private static let pairs: [(colors: [String], on: [String], ratio: Double)] = [
        (["ink"], ["paper", "sheet", "found", "proof-sheet", "warning-sheet"], 7),
        (["quiet"], ["paper", "sheet"], 4.5),
        (["link"], ["paper", "sheet", "proof-sheet"], 4.5),
        (["proof"], ["paper", "proof-sheet", "sheet"], 4.5),
        (["paper"], ["proof", "ink"], 4.5),
        (["alarm"], ["paper", "alarm-sheet"], 4.5),
        (["warning"], ["paper", "warning-sheet"], 4.5),
        (
            ["code-keyword", "code-type", "code-string", "code-number", "code-comment", "code-attribute"],
            ["sheet", "paper"], 4.5
        ),
        (ansi, ["paper"], 4.5),
        (["stroke", "link", "proof"], ["paper"], 3),
    ]

    /// Parts of the page are told apart by space and headings too: these lines are decoration, as grid lines are.
    private static let decoration = ["line"]

    @Test(arguments: [0, 1]) func `keep their contrast in light and dark`(mode: Int) throws {
        let tokens = try Self.tokens()
        for (colors, backgrounds, ratio) in Self.pairs {
            for color in colors {
                for background in backgrounds {
                    let pair = (try #require(tokens[color])[mode], try #require(tokens[background])[mode])
                    let contrast = Self.contrast(pair.0, pair.1)
                    #expect(contrast >= ratio, "\(color) on \(background): \(contrast)")
                }
            }
        }
    }

    @Test func `are all accounted for`() throws {
        let used = Self.pairs.flatMap { $0.colors + $0.on } + Self.decoration
        #expect(Set(try Self.tokens().keys) == Set(used))
    }

    @Test func `are all written in the tokens' own file`() throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: Self.theme.path)
        where name.hasSuffix(".css") && name != "tokens.css" {
            let style = try String(contentsOf: Self.theme.appending(path: name), encoding: .utf8)
            let colors = style.matches(of: #/#[0-9a-fA-F]{3,8}\b|light-dark\(/#).map { String($0.output) }
            #expect(colors == [], "in \(name)")
        }
    }

    @Test func `have the contrast that WCAG gives for its examples`() {
        #expect(abs(Self.contrast("#000000", "#ffffff") - 21) < 0.001)
        #expect(abs(Self.contrast("#777777", "#ffffff") - 4.48) < 0.005)
    }

    /// The light and the dark value of each color token.
    private static func tokens() throws -> [String: [String]] {
        let text = try String(contentsOf: theme.appending(path: "tokens.css"), encoding: .utf8)
        let matches = text.matches(of: #/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/#)
        #expect(matches.count == text.matches(of: /light-dark\(/).count, "a token is not of the usual form")
        return Dictionary(matches.map { (String($0.1), [String($0.2), String($0.3)]) }) { $1 }
    }

    private static func contrast(_ first: String, _ second: String) -> Double {
        let luminances = [luminance(first), luminance(second)].sorted()
        return (luminances[1] + 0.05) / (luminances[0] + 0.05)
    }

    private static func luminance(_ hex: String) -> Double {
        let value = Int(hex.dropFirst(), radix: 16) ?? 0
        let channels = [value >> 16 & 255, value >> 8 & 255, value & 255].map { byte in
            let s = Double(byte) / 255
            return s <= 0.04045 ? s / 12.92 : pow((s + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }
}
