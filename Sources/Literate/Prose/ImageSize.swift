/// How wide and high an image is, in pixels, read off the beginning of its file.
public struct ImageSize: Equatable, Sendable {
    public var width: Int
    public var height: Int

    public init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// The size of the PNG, GIF, JPEG, WebP or SVG image that these bytes are; nil where they are none of these.
    public init?(of bytes: [UInt8]) {
        let reader = ByteReader(bytes: bytes)
        for read in [Self.png, Self.gif, Self.jpeg, Self.webp, Self.svg] {
            guard let (width, height) = read(reader) else { continue }
            guard width > 0, height > 0 else { return nil }
            self.init(width: width, height: height)
            return
        }
        return nil
    }
}

extension ImageSize {
    private typealias Size = (Int, Int)

    /// The first chunk, IHDR, begins with width and height.
    private static func png(_ file: ByteReader) -> Size? {
        guard file.begins(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), file.has("IHDR", at: 12),
            let width = file.big(4, at: 16), let height = file.big(4, at: 20)
        else { return nil }
        return (width, height)
    }

    private static func gif(_ file: ByteReader) -> Size? {
        guard file.has("GIF87a", at: 0) || file.has("GIF89a", at: 0), let width = file.little(2, at: 6),
            let height = file.little(2, at: 8)
        else { return nil }
        return (width, height)
    }

    /// Segments of a marker, a length and that many bytes follow one another; the one that begins a frame has the size.
    private static func jpeg(_ file: ByteReader) -> Size? {
        guard file.begins(with: [0xFF, 0xD8]) else { return nil }
        var offset = 2
        while file.byte(offset) == 0xFF, let marker = file.byte(offset + 1) {
            if marker == 0xFF {
                offset += 1
                continue
            }
            guard let length = file.big(2, at: offset + 2), length >= 2 else { return nil }
            let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
            if isFrame {
                guard let height = file.big(2, at: offset + 5), let width = file.big(2, at: offset + 7) else {
                    return nil
                }
                return (width, height)
            }
            offset += 2 + length
        }
        return nil
    }

    /// One of three formats, told by the first chunk: lossy, lossless or extended.
    private static func webp(_ file: ByteReader) -> Size? {
        guard file.has("RIFF", at: 0), file.has("WEBP", at: 8) else { return nil }
        if file.has("VP8 ", at: 12), let width = file.little(2, at: 26), let height = file.little(2, at: 28) {
            return (width & 0x3FFF, height & 0x3FFF)
        }
        if file.has("VP8L", at: 12), let bits = file.little(4, at: 21) {
            return ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        }
        if file.has("VP8X", at: 12), let width = file.little(3, at: 24), let height = file.little(3, at: 27) {
            return (width + 1, height + 1)
        }
        return nil
    }

    /// `width` and `height` in pixels, or else those of the view box.
    private static func svg(_ file: ByteReader) -> Size? {
        let text = String(decoding: file.bytes.prefix(4096), as: UTF8.self)
        guard let start = text.firstRange(of: "<svg"), let end = text[start.upperBound...].firstIndex(of: ">") else {
            return nil
        }
        let tag = text[start.upperBound..<end]
        if let width = tag.firstMatch(of: #/\swidth\s*=\s*["']([\d.]+)(?:px)?["']/#).flatMap({ Double($0.1) }),
            let height = tag.firstMatch(of: #/\sheight\s*=\s*["']([\d.]+)(?:px)?["']/#).flatMap({ Double($0.1) })
        {
            return size(width, height)
        }
        guard let box = tag.firstMatch(of: #/\sviewBox\s*=\s*["']([^"']*)["']/#) else { return nil }
        let numbers = box.1.split { $0 == " " || $0 == "," || $0 == "\n" }.compactMap { Double($0) }
        return numbers.count == 4 ? size(numbers[2], numbers[3]) : nil
    }

    private static func size(_ width: Double, _ height: Double) -> Size? {
        guard (0.5...1_000_000).contains(width), (0.5...1_000_000).contains(height) else { return nil }
        return (Int(width.rounded()), Int(height.rounded()))
    }
}

/// The bytes of a file, read as numbers and letters without a thought of where they end.
private struct ByteReader {
    let bytes: [UInt8]

    func byte(_ offset: Int) -> UInt8? {
        bytes.indices.contains(offset) ? bytes[offset] : nil
    }

    func begins(with prefix: [UInt8]) -> Bool { bytes.starts(with: prefix) }

    func has(_ text: String, at offset: Int) -> Bool {
        bytes.dropFirst(offset).starts(with: text.utf8)
    }

    /// The number of `count` bytes at `offset`, the most significant byte first.
    func big(_ count: Int, at offset: Int) -> Int? {
        guard offset + count <= bytes.count else { return nil }
        return bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
    }

    /// The same, the least significant byte first.
    func little(_ count: Int, at offset: Int) -> Int? {
        guard offset + count <= bytes.count else { return nil }
        return bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
