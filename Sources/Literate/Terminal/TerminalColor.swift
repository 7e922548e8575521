/// One of a terminal's sixteen colors. The theme says what each looks like, so that it can be read on any paper.
struct TerminalColor: Equatable, CustomStringConvertible {
    private let index: Int

    /// The color's name, as classes have it: `red`, `bright-red`.
    var description: String {
        (index < 8 ? "" : "bright-") + Self.names[index % 8]
    }

    /// The color of a number from 0 to 15.
    init(index: Int) {
        self.index = index
    }

    /// Takes what follows 38 or 48 off `parameters`: `5 ; n`, one of 256 colors, or `2 ; r ; g ; b`, of which the nearest
    /// of the sixteen is taken.
    init?(taking parameters: inout ArraySlice<Int>) {
        switch parameters.popFirst() {
        case 5:
            guard let number = parameters.popFirst(), 0..<256 ~= number else { return nil }
            self.init(ofPalette: number)
        case 2:
            let color = (parameters.popFirst(), parameters.popFirst(), parameters.popFirst())
            guard case (let red?, let green?, let blue?) = color else { return nil }
            self.init(red: red, green: green, blue: blue)
        default: return nil
        }
    }
}

extension TerminalColor {
    static let names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]

    /// One of the 256 colors: sixteen with names, a cube of 6 × 6 × 6, and 24 grays.
    private init(ofPalette number: Int) {
        switch number {
        case 0..<16: self.init(index: number)
        case 16..<232:
            let levels = [0, 95, 135, 175, 215, 255]
            let place = number - 16
            self.init(red: levels[place / 36], green: levels[place / 6 % 6], blue: levels[place % 6])
        default:
            let level = 8 + 10 * (number - 232)
            self.init(red: level, green: level, blue: level)
        }
    }

    /// The one of the sixteen that is nearest to a color, by the way that xterm mixes them.
    private init(red: Int, green: Int, blue: Int) {
        func distance(_ index: Int) -> Int {
            zip(Self.mixture(index), [red, green, blue]).reduce(0) { sum, pair in
                let difference = pair.0 - min(max(pair.1, 0), 255)
                return sum + difference * difference
            }
        }
        self.init(index: (0..<16).min { distance($0) < distance($1) } ?? 0)
    }

    /// The red, green and blue of one of the sixteen. Each of an index's three low bits stands for one of them.
    private static func mixture(_ index: Int) -> [Int] {
        if index == 8 { return [127, 127, 127] }
        let level = index < 7 ? 205 : index == 7 ? 229 : 255
        return [1, 2, 4].map { index & $0 == 0 ? 0 : level }
    }
}
