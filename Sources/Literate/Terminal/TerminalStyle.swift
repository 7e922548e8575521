/// How a terminal shows a character.
struct TerminalStyle: Equatable {
    private var color: TerminalColor?
    private var background: TerminalColor?
    private var isBold = false
    private var isItalic = false
    private var isUnderlined = false

    /// The classes of a span in this style.
    var classes: String {
        var classes: [String] = []
        if let color { classes.append("ansi-\(color)") }
        if let background { classes.append("ansi-on-\(background)") }
        if isBold { classes.append("ansi-bold") }
        if isItalic { classes.append("ansi-italic") }
        if isUnderlined { classes.append("ansi-underline") }
        return classes.joined(separator: " ")
    }

    /// Changes the style by the parameters of `ESC [ … m`.
    mutating func apply(_ parameters: [Int]) {
        var rest = parameters[...]
        while let code = rest.popFirst() {
            switch code {
            case 0: self = TerminalStyle()
            case 1: isBold = true
            case 3: isItalic = true
            case 4: isUnderlined = true
            case 22: isBold = false
            case 23: isItalic = false
            case 24: isUnderlined = false
            case 30...37: color = TerminalColor(index: code - 30)
            case 38: color = TerminalColor(taking: &rest) ?? color
            case 39: color = nil
            case 40...47: background = TerminalColor(index: code - 40)
            case 48: background = TerminalColor(taking: &rest) ?? background
            case 49: background = nil
            case 90...97: color = TerminalColor(index: code - 82)
            case 100...107: background = TerminalColor(index: code - 92)
            default: break
            }
        }
    }
}
