import CZlib
public import Foundation

/// gzip's format, in which the same data always gives the same bytes.
public enum Gzip {
    /// `data`, made as small as gzip can.
    public static func compressed(_ data: Data) -> Data {
        var stream = z_stream()
        let version = ZLIB_VERSION, size = Int32(MemoryLayout<z_stream>.size)
        // With a header that names neither a file nor a time.
        guard deflateInit2_(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY, version, size) == Z_OK else {
            return Data()
        }
        defer { deflateEnd(&stream) }
        var input = [UInt8](data)
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(input.count))))
        let count = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                deflate(&stream, Z_FINISH)
                return output.count - Int(stream.avail_out)
            }
        }
        return Data(output[..<count])
    }
}
