internal import CCrypto

/// A SHA-256, as the 64 lower-case hexadecimal digits that publishers print: the only Swift that touches libcrypto.
package func sha256(_ bytes: some Sequence<UInt8>) -> String {
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    let done: Void? = bytes.withContiguousStorageIfAvailable { _ = SHA256($0.baseAddress, $0.count, &digest) }
    if done == nil {
        let array = Array(bytes)
        _ = SHA256(array, array.count, &digest)
    }
    return hexadecimal(digest)
}

/// A SHA-256 over several texts, none of which can run into the next.
package func sha256(of texts: [String]) -> String {
    sha256(texts.flatMap { Array("\($0.utf8.count):".utf8) + Array($0.utf8) })
}

private func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
