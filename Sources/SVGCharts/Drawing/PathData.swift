/// The `d` of a path, written straight into bytes.
package struct PathData {
    private var bytes: [UInt8] = []

    package var text: String { String(decoding: bytes, as: UTF8.self) }
    package var isEmpty: Bool { bytes.isEmpty }

    package mutating func move(_ x: Double, _ y: Double) { add("M", x, y) }

    package mutating func line(_ x: Double, _ y: Double) { add("L", x, y) }

    package mutating func curve(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ x: Double, _ y: Double) {
        add("C", x1, y1)
        add(" ", x2, y2)
        add(" ", x, y)
    }

    /// A rectangle between two corners.
    package mutating func rectangle(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
        move(x1, y1)
        for (command, place) in [("H" as Unicode.Scalar, x2), ("V", y2), ("H", x1)] {
            bytes.append(UInt8(ascii: command))
            Self.append(place, to: &bytes)
        }
        close()
    }

    package mutating func close() { bytes.append(UInt8(ascii: "Z")) }

    /// A full circle.
    package mutating func circle(_ x: Double, _ y: Double, radius: Double) {
        add("M", x - radius, y)
        for side in [2.0, -2.0] {
            add("a", radius, radius)
            bytes.append(contentsOf: " 0 0 1 ".utf8)
            Self.append(side * radius, to: &bytes)
            bytes.append(contentsOf: " 0".utf8)
        }
        close()
    }

    private mutating func add(_ command: Unicode.Scalar, _ x: Double, _ y: Double) {
        bytes.append(UInt8(ascii: command))
        Self.append(x, to: &bytes)
        bytes.append(0x20)
        Self.append(y, to: &bytes)
    }
}

extension PathData {
    /// Writes a coordinate with at most two decimals.
    package static func append(_ value: Double, to bytes: inout [UInt8]) {
        guard value.isFinite else { return bytes.append(0x30) }
        let hundredths = Int(min(max(value * 100, -1e9), 1e9).rounded())
        if hundredths < 0 { bytes.append(0x2D) }
        let size = abs(hundredths)
        appendDigits(size / 100, to: &bytes)
        let rest = UInt8(size % 100)
        guard rest > 0 else { return }
        bytes.append(0x2E)
        bytes.append(0x30 + rest / 10)
        if rest % 10 > 0 { bytes.append(0x30 + rest % 10) }
    }

    private static func appendDigits(_ value: Int, to bytes: inout [UInt8]) {
        if value >= 10 { appendDigits(value / 10, to: &bytes) }
        bytes.append(0x30 + UInt8(value % 10))
    }

    /// A coordinate with at most two decimals.
    package static func number(_ value: Double) -> String {
        var bytes: [UInt8] = []
        append(value, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
