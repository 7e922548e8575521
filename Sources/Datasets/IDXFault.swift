/// What can be wrong with the contents of an IDX file.
public enum IDXFault: Error, Sendable, Equatable {
    /// The file ends within its header, after `bytes` bytes.
    case headerCutShort(bytes: Int)

    /// The first four bytes are not those of a file of this kind.
    case wrongMagic(found: UInt32, expected: UInt32)

    /// A dimension of the header is zero.
    case empty(shape: [Int])

    /// The file ends before the bytes that its header promises. Both counts include the header, unpacked.
    case cutShort(shape: [Int], promised: Int, found: Int)

    /// The file goes on after the bytes that its header promises.
    case tooLong(shape: [Int], promised: Int)

    /// The compressed data is not sound: a checksum does not match, or it breaks off.
    case damaged(reason: String)

    /// The images are not of the size that the data set has.
    case wrongImageSize(found: [Int], expected: [Int])
}

extension IDXFault: CustomStringConvertible {
    /// What is wrong and the likely fix, to stand behind the file's name and a colon.
    public var description: String {
        switch self {
        case .headerCutShort(bytes: 0):
            "the file is empty: \(Self.fetchAgain)"
        case .headerCutShort(let bytes):
            "the file ends after \(bytes) bytes, within its header: \(Self.fetchAgain)"
        case .wrongMagic(let found, let expected):
            "the file begins with \(Self.hex(found)), but \(Self.kind(expected)) begin with \(Self.hex(expected)): "
                + Self.likelyCause(of: found)
        case .empty(let shape):
            "the header promises \(Self.contents(shape)): an empty data set"
        case .cutShort(let shape, let promised, let found):
            "the header promises \(Self.contents(shape)) (\(grouped(promised)) bytes), but the file ends after "
                + "\(grouped(found)) bytes: \(Self.fetchAgain)"
        case .tooLong(let shape, let promised):
            "the header promises \(Self.contents(shape)) (\(grouped(promised)) bytes), but the file goes on after "
                + "them: the header or the file is damaged; take both from their source again"
        case .damaged(let reason):
            "the compressed data is damaged (\(reason)): delete it and run again"
        case .wrongImageSize(let found, let expected):
            "its images are \(Self.times(found)), but this data set's are \(Self.times(expected)): "
                + "it belongs to another data set"
        }
    }
}

extension IDXFault {
    private static let fetchAgain = "the download was probably cut short; delete it and run again"

    private static func kind(_ magic: UInt32) -> String {
        switch magic & 0xFF {
        case 1: "IDX labels"
        case 3: "IDX images"
        default: "IDX files of \(magic & 0xFF) dimensions"
        }
    }

    private static func likelyCause(of found: UInt32) -> String {
        switch (found >> 8, found >> 24) {
        case (0x08, _): "this is a file of \(kind(found)); are images and labels swapped?"
        case (_, 0x3C): "this is a web page saved under that name; delete it and fetch the file itself"
        default: "this is no IDX file of bytes"
        }
    }

    /// `60000 images of 28×28`, `60000 labels`.
    private static func contents(_ shape: [Int]) -> String {
        shape.count == 1 ? "\(shape[0]) labels" : "\(shape[0]) images of \(times(Array(shape.dropFirst())))"
    }

    private static func times(_ extents: [Int]) -> String {
        extents.map(String.init).joined(separator: "×")
    }

    private static func hex(_ word: UInt32) -> String {
        let digits = String(word, radix: 16)
        return "0x" + String(repeating: "0", count: 8 - digits.count) + digits
    }
}
