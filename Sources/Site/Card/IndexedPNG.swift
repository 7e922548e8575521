import CZlib
import Foundation

/// A picture of few colors as a PNG (ISO/IEC 15948): the same bytes on every machine that has the same zlib.
struct IndexedPNG {
    let width: Int
    let height: Int
    /// Red, green and blue of each color.
    let palette: [(UInt8, UInt8, UInt8)]
    /// The number of each pixel's color, row by row from the top.
    var pixels: [UInt8]

    var data: Data {
        var data = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        // Eight bits a pixel, which are places in a palette; not interlaced.
        append("IHDR", bytes(UInt32(width)) + bytes(UInt32(height)) + [8, 3, 0, 0, 0], to: &data)
        append("PLTE", palette.flatMap { [$0.0, $0.1, $0.2] }, to: &data)
        append("IDAT", compressedRows, to: &data)
        append("IEND", [], to: &data)
        return data
    }

    /// The rows, each behind the number of its filter, which is none.
    private var compressedRows: [UInt8] {
        var rows: [UInt8] = []
        rows.reserveCapacity((width + 1) * height)
        for row in 0..<height {
            rows.append(0)
            rows += pixels[row * width..<(row + 1) * width]
        }
        var size = compressBound(UInt(rows.count))
        var compressed = [UInt8](repeating: 0, count: Int(size))
        compress2(&compressed, &size, rows, UInt(rows.count), 9)
        return Array(compressed.prefix(Int(size)))
    }

    private func append(_ type: String, _ contents: [UInt8], to data: inout Data) {
        let chunk = Array(type.utf8) + contents
        data += bytes(UInt32(contents.count)) + chunk
        data += bytes(UInt32(truncatingIfNeeded: crc32(0, chunk, UInt32(chunk.count))))
    }

    private func bytes(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}
