/// The theme's colour tokens: each a CSS variable with a value for light pages and one for dark pages.
///
/// The series colours keep at least 3:1 against the page in both modes (WCAG 1.4.11) and stay apart for readers with
/// a colour-vision deficiency; the tests compute both. Text tokens keep at least 4.5:1.
package enum Palette {
    /// One token.
    package struct Token: Sendable {
        /// The variable's name, with its dashes.
        package let name: String
        /// The value on a light page, and wherever the variable is not defined.
        package let light: String
        /// The value on a dark page.
        package let dark: String

        package var color: Color { Color(css: "var(\(name), \(light))") }
    }

    package static let series: [Token] = [
        Token(name: "--chart-1", light: "#6D8AF3", dark: "#6A6BD6"),
        Token(name: "--chart-2", light: "#DD6F23", dark: "#EA9602"),
        Token(name: "--chart-3", light: "#085023", dark: "#75B9B4"),
        Token(name: "--chart-4", light: "#916481", dark: "#C54864"),
        Token(name: "--chart-5", light: "#1B1E24", dark: "#E6E8EC"),
    ]
    /// Tick labels, axis labels and reference lines.
    package static let muted = Token(name: "--chart-muted", light: "#5A606B", dark: "#A3A9B4")
    /// Grid lines: decoration, quieter than any data.
    package static let grid = Token(name: "--chart-grid", light: "#E4E6EB", dark: "#2C3038")
    /// The base line of an axis and its ticks.
    package static let axis = Token(name: "--chart-axis", light: "#9AA0AB", dark: "#6B727E")
    /// What lies behind the chart; symbols are edged with it where they cross a line.
    package static let background = Token(name: "--chart-background", light: "#FFFFFF", dark: "#16181D")

    package static var all: [Token] { series + [muted, grid, axis, background] }
}
