import Datasets
import Testing

@Suite struct `An IDX file` {
    static let image: [UInt8] = [1, 2, 3, 4, 5, 6]

    @Test(arguments: [
        ("plain", idx([1, 2, 3], image)),
        ("gzipped", gzip(idx([1, 2, 3], image))),
        ("in two gzip members", gzip(idx([1, 2, 3], [])) + gzip(image)),
    ])
    func `gives its shape and bytes`(form: String, contents: [UInt8]) throws {
        let file = try IDXFile(contents, dimensions: 3)
        #expect(file.shape == [1, 2, 3])
        #expect(file.bytes == Self.image)
    }

    @Test func `larger than a gzip block is read whole`() throws {
        let values = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 * 31) }
        #expect(try IDXFile(gzip(idx([200_000], values)), dimensions: 1).bytes == values)
    }

    struct Unsound: CustomTestStringConvertible {
        let testDescription: String
        let contents: [UInt8]
        let fault: IDXFault

        init(_ name: String, _ contents: [UInt8], _ fault: IDXFault) {
            (testDescription, self.contents, self.fault) = (name, contents, fault)
        }
    }

    static let short = idx([1, 2, 3], [1, 2, 3, 4, 5])
    static let sound = idx([1, 2, 3], image)
    static let long = idx([1, 2, 3], [1, 2, 3, 4, 5, 6, 7])
    static let vast = [0xFFFF_FFFF, 0xFFFF_FFFF, 0xFFFF_FFFF]

    static let unsound: [Unsound] = [
        Unsound("empty", [], .headerCutShort(bytes: 0)),
        Unsound("three bytes", [0, 0, 8], .headerCutShort(bytes: 3)),
        Unsound("header cut", Array(sound.prefix(15)), .headerCutShort(bytes: 15)),
        Unsound("labels", idx([6], image), .wrongMagic(found: 0x0801, expected: 0x0803)),
        Unsound("floats", idx([1, 2, 3], image, magic: 0x0D03), .wrongMagic(found: 0x0D03, expected: 0x0803)),
        Unsound("no images", idx([0, 2, 3], []), .empty(shape: [0, 2, 3])),
        Unsound("one byte short", short, .cutShort(shape: [1, 2, 3], promised: 22, found: 21)),
        Unsound("one byte long", long, .tooLong(shape: [1, 2, 3], promised: 22)),
        Unsound("gzipped, one byte short", gzip(short), .cutShort(shape: [1, 2, 3], promised: 22, found: 21)),
        Unsound("gzipped, one byte long", gzip(long), .tooLong(shape: [1, 2, 3], promised: 22)),
        Unsound(
            "gzip cut in its data", gzip(sound).dropLast(10), .cutShort(shape: [1, 2, 3], promised: 22, found: 20)),
        Unsound(
            "gzip cut in its end", gzip(sound).dropLast(2), .damaged(reason: "the compressed data has no end mark")),
        Unsound("gzip and more", gzip(sound) + [0], .damaged(reason: "other bytes follow the compressed data")),
        Unsound("gzip of a wrong checksum", miscounted(gzip(sound)), .damaged(reason: "incorrect data check")),
        Unsound("beyond all memory", idx(vast, image), .cutShort(shape: vast, promised: Int.max, found: 22)),
    ]

    @Test(arguments: unsound)
    func `that is not sound is refused`(file: Unsound) {
        #expect(throws: file.fault) { try IDXFile(file.contents, dimensions: 3) }
    }

    @Test func `says what is wrong, where, and what to do`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            gzip(idx([60000, 28, 28], [UInt8](repeating: 0, count: 1187))), to: "train-images-idx3-ubyte.gz")
        let error = #expect(throws: DatasetLoadingError.self) { try IDXFile(contentsOf: path, dimensions: 3) }
        #expect(
            error?.description == """
                \(path): the header promises 60000 images of 28×28 (47,040,016 bytes), but the file ends after \
                1,203 bytes: the download was probably cut short; delete it and run again
                """)
    }

    @Test(arguments: [
        (
            IDXFault.headerCutShort(bytes: 0),
            "the file is empty: the download was probably cut short; delete it and run again"
        ),
        (
            .wrongMagic(found: 0x0801, expected: 0x0803),
            "the file begins with 0x00000801, but IDX images begin with 0x00000803: this is a file of IDX labels; "
                + "are images and labels swapped?"
        ),
        (
            .wrongMagic(found: 0x3C21_646F, expected: 0x0801),
            "the file begins with 0x3c21646f, but IDX labels begin with 0x00000801: this is a web page saved under "
                + "that name; delete it and fetch the file itself"
        ),
        (.empty(shape: [0]), "the header promises 0 labels: an empty data set"),
        (
            .wrongImageSize(found: [32, 32], expected: [28, 28]),
            "its images are 32×32, but this data set's are 28×28: it belongs to another data set"
        ),
    ])
    func `has a sentence for every fault`(fault: IDXFault, sentence: String) {
        #expect(fault.description == sentence)
    }

    @Test func `that is not there is named`() {
        #expect(throws: DatasetLoadingError.unreadable(file: "/no/such/file", reason: "No such file or directory")) {
            try IDXFile(contentsOf: "/no/such/file", dimensions: 3)
        }
    }

    @Test func `that is a folder is named`() throws {
        let folder = try TemporaryFolder()
        #expect(throws: DatasetLoadingError.unreadable(file: folder.path, reason: "it is not a file")) {
            try IDXFile(contentsOf: folder.path, dimensions: 3)
        }
    }
}

/// The same gzip member with another checksum: its last eight bytes are CRC and length.
private func miscounted(_ member: [UInt8]) -> [UInt8] {
    var member = member
    member[member.count - 8] ^= 0xFF
    return member
}
