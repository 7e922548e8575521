internal import CZlib

/// The bytes of a file in order, gunzipped on the way where the file is a gzip one: the only Swift that touches zlib.
struct UnpackedBytes: ~Copyable {
    private let contents: [UInt8]
    private var position = 0
    private let inflater: UnsafeMutablePointer<z_stream>?
    private var isAtEnd = false

    /// Whether the compressed data stopped before its own end mark.
    private(set) var endedEarly = false

    init(of contents: [UInt8]) throws(IDXFault) {
        self.contents = contents
        guard Self.isGzip(contents[...]) else {
            inflater = nil
            return
        }
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        inflater = stream
        // 15 + 16: the largest window, and a gzip header before the data.
        guard inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw .damaged(reason: "zlib has no memory")
        }
    }

    deinit {
        guard let inflater else { return }
        inflateEnd(inflater)
        inflater.deallocate()
    }

    /// The next bytes: `count` of them, or fewer where the file ends first.
    ///
    /// Allocates no more than the file can unpack to, whatever its header promises.
    mutating func read(upTo count: Int) throws(IDXFault) -> [UInt8] {
        guard let inflater else {
            defer { position += min(count, contents.count - position) }
            return Array(contents[position...].prefix(count))
        }
        var fault: IDXFault?
        // DEFLATE packs at most 1032 bytes into one.
        let bytes = [UInt8](unsafeUninitializedCapacity: min(count, contents.count * 1032)) { buffer, initialized in
            do throws(IDXFault) {
                initialized = try unpack(with: inflater, into: buffer)
            } catch {
                fault = error
            }
        }
        if let fault { throw fault }
        return bytes
    }
}

extension UnpackedBytes {
    /// Fills `output` as far as the data goes; returns how far.
    private mutating func unpack(
        with stream: UnsafeMutablePointer<z_stream>, into output: UnsafeMutableBufferPointer<UInt8>
    ) throws(IDXFault) -> Int {
        var produced = 0
        while produced < output.count, !isAtEnd {
            let (status, read, written) = step(stream, output[produced...])
            position += read
            produced += written
            switch status {
            case Z_OK: continue
            case Z_STREAM_END: try finishMember(stream)
            case Z_BUF_ERROR: (isAtEnd, endedEarly) = (true, true)
            default: throw .damaged(reason: stream.pointee.msg.map { String(cString: $0) } ?? "zlib error \(status)")
            }
        }
        return produced
    }

    private func step(
        _ stream: UnsafeMutablePointer<z_stream>, _ output: Slice<UnsafeMutableBufferPointer<UInt8>>
    ) -> (status: Int32, read: Int, written: Int) {
        contents.withUnsafeBufferPointer { input in
            let rest = UnsafeBufferPointer(rebasing: input[position...])
            let target = UnsafeMutableBufferPointer(rebasing: output)
            stream.pointee.next_in = UnsafeMutablePointer(mutating: rest.baseAddress)
            stream.pointee.avail_in = UInt32(clamping: rest.count)
            stream.pointee.next_out = target.baseAddress
            stream.pointee.avail_out = UInt32(clamping: target.count)
            let (given, room) = (stream.pointee.avail_in, stream.pointee.avail_out)
            let status = inflate(stream, Z_NO_FLUSH)
            return (status, Int(given - stream.pointee.avail_in), Int(room - stream.pointee.avail_out))
        }
    }

    /// A gzip file is one member or several, one after the other, and nothing else.
    private mutating func finishMember(_ stream: UnsafeMutablePointer<z_stream>) throws(IDXFault) {
        let rest = contents[position...]
        guard !rest.isEmpty else {
            isAtEnd = true
            return
        }
        guard Self.isGzip(rest) else { throw .damaged(reason: "other bytes follow the compressed data") }
        inflateReset(stream)
    }

    private static func isGzip(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.starts(with: [0x1F, 0x8B])
    }
}
