/// Printed text as a terminal shows it, as HTML.
///
///     "\u{1B}[31mred\u{1B}[0m"        →  <span class="ansi-red">red</span>
///     "epoch 1\repoch 2"              →  epoch 2
///     "\u{1B}]0;a title\u{7}text"     →  text
///
/// Colors, bold, italic and underline are kept. A carriage return goes back to the start of its line, where what
/// follows takes the place of what was there; a backspace goes back by one; `ESC [ K` clears the rest of the line, and
/// `ESC [ 2 K` all of it. These are what progress bars are made of. All other sequences are dropped: there is no screen
/// that they could move about.
struct TerminalText {
    private var lines: [TerminalLine] = []
    private var line = TerminalLine()
    private var style = TerminalStyle()

    /// `text` in spans of the classes `ansi-red`, `ansi-bold` and so on.
    static func html(_ text: String) -> String {
        text.unicodeScalars.contains(where: isControl)
            ? written(text).map(\.html).joined(separator: "\n") : HTML.escape(text)
    }

    /// `text` without any style, and without what HTML can't hold.
    static func plain(_ text: String) -> String {
        HTML.allowed(written(text).map(\.text).joined(separator: "\n"))
    }

    private static func written(_ text: String) -> [TerminalLine] {
        var terminal = TerminalText()
        terminal.write(text)
        return terminal.lines + [terminal.line]
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{1B}", "\u{8}", "\r", "\u{9B}", "\u{9D}": true
        default: false
        }
    }
}

extension TerminalText {
    private mutating func write(_ text: String) {
        var rest = Array(text)[...]
        while let character = rest.popFirst() {
            switch character {
            case "\n", "\r\n":
                lines.append(line)
                line = TerminalLine()
            case "\r": line.goToStart()
            case "\u{8}": line.goBack()
            case "\u{7}": break
            case "\u{1B}", "\u{9B}", "\u{9D}": obey(EscapeSequence(after: character, in: &rest))
            default: line.put(character, style)
            }
        }
    }

    private mutating func obey(_ sequence: EscapeSequence) {
        switch sequence {
        case .style(let parameters): style.apply(parameters)
        case .eraseLine(let part): line.erase(part)
        case .other: break
        }
    }
}

/// The line that is being written.
private struct TerminalLine {
    private var characters: [(character: Character, style: TerminalStyle)] = []
    private var cursor = 0

    mutating func put(_ character: Character, _ style: TerminalStyle) {
        if cursor < characters.count {
            characters[cursor] = (character, style)
        } else {
            characters.append((character, style))
        }
        cursor += 1
    }

    mutating func goToStart() {
        cursor = 0
    }

    mutating func goBack() {
        cursor = max(0, cursor - 1)
    }

    /// Clears what stands from the cursor on (0), or all (2).
    mutating func erase(_ part: Int) {
        if part == 2 { cursor = 0 }
        if part == 0 || part == 2 { characters.removeSubrange(cursor...) }
    }

    var text: String { String(characters.map(\.character)) }

    /// The line, with a span around each run of one style.
    var html: String {
        var html = ""
        var rest = characters[...]
        while let style = rest.first?.style {
            let run = rest.prefix { $0.style == style }
            let text = HTML.escape(String(run.map(\.character)))
            html += style.classes.isEmpty ? text : "<span class=\"\(style.classes)\">\(text)</span>"
            rest = rest.dropFirst(run.count)
        }
        return html
    }
}
