/// Reads the bytes of a module from the first to the last.
struct ModuleReader {
    /// The file that says how.
    static let filePath = #filePath

    let bytes: [UInt8]
    private(set) var place = 0

    var isAtEnd: Bool { place == bytes.count }
    var next: UInt8? { place < bytes.count ? bytes[place] : nil }
    var failure: SplitModule.Failure { SplitModule.Failure(place: place) }

    mutating func byte() throws(SplitModule.Failure) -> UInt8 {
        guard let next else { throw failure }
        place += 1
        return next
    }

    mutating func take(_ count: Int) throws(SplitModule.Failure) -> ArraySlice<UInt8> {
        guard count <= bytes.count - place else { throw failure }
        defer { place += count }
        return bytes[place..<place + count]
    }

    /// The bytes of a number of any size: the last has no highest bit.
    mutating func number() throws(SplitModule.Failure) -> ArraySlice<UInt8> {
        let start = place
        while try byte() >= 0x80 {}
        return bytes[start..<place]
    }

    /// A count, a size or an index, in as few bytes as it takes.
    mutating func index() throws(SplitModule.Failure) -> Int {
        let digits = try number()
        guard digits.count <= 5, digits.count == 1 || digits.last != 0 else { throw failure }
        return digits.reversed().reduce(0) { $0 << 7 | Int($1 & 0x7f) }
    }
}
