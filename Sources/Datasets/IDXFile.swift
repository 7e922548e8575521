/// The contents of an IDX file of bytes, the format MNIST is published in.
///
///     00 00 08 03   two zeros, 08 = unsigned bytes, 03 = three dimensions
///     00 00 EA 60   60000 images
///     00 00 00 1C   of 28 rows
///     00 00 00 1C   of 28 columns
///     …             60000 × 28 × 28 bytes, last dimension fastest
///
/// LeCun, Cortes and Burges, "The MNIST database of handwritten digits", section "File formats".
public struct IDXFile: Sendable, Equatable {
    /// The extent of each dimension, outermost first: `[60000, 28, 28]` for images, `[60000]` for labels.
    public let shape: [Int]

    /// All values, as many as the product of `shape`, last dimension fastest.
    public let bytes: [UInt8]

    /// Reads a file, gzipped or plain.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - dimensions: how many dimensions it must have: 3 for images, 1 for labels.
    /// - Throws: ``DatasetLoadingError/unreadable(file:reason:)`` or ``DatasetLoadingError/malformed(file:fault:)``.
    public init(contentsOf path: String, dimensions: Int) throws(DatasetLoadingError) {
        let contents = try FileSystem.read(path)
        do {
            try self.init(contents, dimensions: dimensions)
        } catch {
            throw .malformed(file: path, fault: error)
        }
    }

    /// Reads what stands in a file, gzipped or plain.
    package init(_ contents: [UInt8], dimensions: Int) throws(IDXFault) {
        var stream = try UnpackedBytes(of: contents)
        shape = try Self.readHeader(from: &stream, dimensions: dimensions)
        bytes = try Self.readValues(from: &stream, shape: shape)
    }
}

extension IDXFile {
    fileprivate static func readHeader(
        from stream: inout UnpackedBytes, dimensions: Int
    ) throws(IDXFault) -> [Int] {
        let expected = 0x0800 + UInt32(dimensions)
        let magic = try stream.read(upTo: 4)
        guard magic.count == 4 else { throw .headerCutShort(bytes: magic.count) }
        guard bigEndian(magic[...]) == expected else {
            throw .wrongMagic(found: bigEndian(magic[...]), expected: expected)
        }
        let extents = try stream.read(upTo: 4 * dimensions)
        guard extents.count == 4 * dimensions else { throw .headerCutShort(bytes: 4 + extents.count) }
        let shape = (0..<dimensions).map { Int(bigEndian(extents[(4 * $0)..<(4 * $0 + 4)])) }
        guard !shape.contains(0) else { throw .empty(shape: shape) }
        return shape
    }

    fileprivate static func readValues(
        from stream: inout UnpackedBytes, shape: [Int]
    ) throws(IDXFault) -> [UInt8] {
        let header = 4 + 4 * shape.count
        let promised = shape.reduce(1) { product, extent in
            let (result, overflow) = product.multipliedReportingOverflow(by: extent)
            return overflow ? Int.max - header : result
        }
        let values = try stream.read(upTo: promised)
        guard values.count == promised else {
            throw .cutShort(shape: shape, promised: promised + header, found: values.count + header)
        }
        guard try stream.read(upTo: 1).isEmpty else { throw .tooLong(shape: shape, promised: promised + header) }
        guard !stream.endedEarly else { throw .damaged(reason: "the compressed data has no end mark") }
        return values
    }

    private static func bigEndian(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }
}
