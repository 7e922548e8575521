/// The `d` of a path, written straight into bytes: places to a tenth, and each but the first of a line by its distance
/// from the one before, which takes the fewest digits.
///
///     M36.9 209.9l276.5-37.5 276.6-112.5
package struct PathData {
    private var bytes: [UInt8] = []
    /// Where the pen is, in tenths. Distances are taken between rounded places, so that errors don't add up.
    private var pen = Tenths(x: 0, y: 0)
    /// Where the pen was put down.
    private var start = Tenths(x: 0, y: 0)
    /// The last command, which is not written again.
    private var command: Unicode.Scalar = " "

    package init() {}

    package var text: String { Letters.text(bytes) }
    package var isEmpty: Bool { bytes.isEmpty }
    /// In bytes.
    var size: Int { bytes.count }

    package mutating func move(_ x: Double, _ y: Double) {
        pen = Tenths(x, y)
        start = pen
        command = " "
        add("M", [pen.x, pen.y])
    }

    package mutating func line(_ x: Double, _ y: Double) { line(to: Tenths(x, y)) }

    package mutating func curve(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ x: Double, _ y: Double) {
        let places = [Tenths(x1, y1), Tenths(x2, y2), Tenths(x, y)]
        add("c", places.flatMap { [$0.x - pen.x, $0.y - pen.y] })
        pen = places[2]
    }

    /// A rectangle between two corners.
    package mutating func rectangle(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
        move(x1, y1)
        line(x2, y1)
        line(x2, y2)
        line(x1, y2)
        close()
    }

    package mutating func close() {
        bytes.append(UInt8(ascii: "Z"))
        pen = start
        command = " "
    }

    /// A full circle.
    package mutating func circle(_ x: Double, _ y: Double, radius: Double) {
        move(x - radius, y)
        let radius = Tenths(radius, 0).x
        for side in [2, -2] { add("a", [radius, radius, 0, 0, 10, side * radius, 0]) }
        close()
    }
}

extension PathData {
    /// A place in tenths of the picture's unit.
    private struct Tenths: Equatable {
        var x: Int
        var y: Int

        init(x: Int, y: Int) {
            self.x = x
            self.y = y
        }

        init(_ x: Double, _ y: Double) {
            self.init(x: Self.rounded(x), y: Self.rounded(y))
        }

        private static func rounded(_ value: Double) -> Int {
            value.isFinite ? Int(min(max(value * 10, -1e9), 1e9).rounded()) : 0
        }
    }

    private mutating func line(to place: Tenths) {
        let right = place.x - pen.x, down = place.y - pen.y
        pen = place
        if down == 0 {
            // A line without length shows only where it is all there is.
            if right != 0 || command == "M" { add("h", [right]) }
        } else if right == 0 {
            add("v", [down])
        } else {
            add("l", [right, down])
        }
    }

    /// Writes a command, and numbers in tenths.
    private mutating func add(_ command: Unicode.Scalar, _ numbers: [Int]) {
        var isFirst = command != self.command
        if isFirst { bytes.append(UInt8(ascii: command)) }
        self.command = command
        for number in numbers {
            if !isFirst && number >= 0 { bytes.append(0x20) }
            isFirst = false
            Self.append(tenths: number, to: &bytes)
        }
    }

    private static func append(tenths: Int, to bytes: inout [UInt8]) {
        if tenths < 0 { bytes.append(0x2D) }
        let size = abs(tenths)
        if size >= 10 || size == 0 { appendDigits(size / 10, to: &bytes) }
        guard size % 10 > 0 else { return }
        bytes.append(0x2E)
        bytes.append(0x30 + UInt8(size % 10))
    }

    private static func appendDigits(_ value: Int, to bytes: inout [UInt8]) {
        if value >= 10 { appendDigits(value / 10, to: &bytes) }
        bytes.append(0x30 + UInt8(value % 10))
    }
}

extension PathData {
    /// What stretches a path and moves it, as the value of `transform`.
    static func matrix(factor: (x: Double, y: Double), shift: (x: Double, y: Double)) -> String {
        let factors = "\(number(factor.x, decimals: 5)) 0 0 \(number(factor.y, decimals: 5))"
        return "matrix(\(factors) \(number(shift.x)) \(number(shift.y)))"
    }

    /// A number with at most so many decimals.
    package static func number(_ value: Double, decimals: Int = 2) -> String {
        guard value.isFinite else { return "0" }
        let unit = (0..<decimals).reduce(1) { unit, _ in unit * 10 }
        let parts = Int(min(max(value * Double(unit), -1e9), 1e9).rounded())
        var bytes: [UInt8] = parts < 0 ? [0x2D] : []
        appendDigits(abs(parts) / unit, to: &bytes)
        var (rest, place) = (abs(parts) % unit, unit / 10)
        if rest > 0 { bytes.append(0x2E) }
        while rest > 0 {
            bytes.append(0x30 + UInt8(rest / place))
            (rest, place) = (rest % place, place / 10)
        }
        return Letters.text(bytes)
    }
}
