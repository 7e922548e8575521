import CLzma
import Foundation

/// LZMA's raw stream, which `Theme/lzma.js` unpacks in a browser: the same data always gives the same bytes, far fewer than
/// gzip's where it is WebAssembly, because what repeats in a module is often farther back than gzip looks.
enum LZMA {
    /// The file that says how.
    static let filePath = #filePath

    /// `input`, made as small as LZMA can.
    /// - Throws: `Failure` where there is no memory for it.
    static func compressed(_ input: [UInt8]) throws(Failure) -> Data {
        var options = lzma_options_lzma()
        // The library's own preset, and the least dictionary that it takes.
        lzma_lzma_preset(&options, 6)
        options.dict_size = UInt32(max(4096, input.count))
        // The settings that suit a module's streams best: nothing in them is aligned. `lzma.js` takes them for granted.
        (options.lc, options.lp, options.pb) = (1, 0, 0)
        options.nice_len = 273
        let limit = lzma_stream_buffer_bound(input.count)
        var output = [UInt8](repeating: 0, count: limit)
        var count = 0
        let status = withUnsafeMutableBytes(of: &options) { options in
            let filters = [
                lzma_filter(id: lzma_filter_lzma1, options: options.baseAddress),
                lzma_filter(id: lzma_filter_none, options: nil),
            ]
            return lzma_raw_buffer_encode(filters, nil, input, input.count, &output, &count, limit)
        }
        guard status == LZMA_OK else { throw Failure(status: status.rawValue) }
        return Data(output[..<count])
    }

    struct Failure: Error, CustomStringConvertible {
        let status: UInt32
        var description: String { "a module can't be packed: liblzma's error \(status)" }
    }
}
