extension Weights {
    /// The weights in the safetensors format: eight bytes of header length, a JSON header, then little-endian float32
    /// in row-major order. Python's `safetensors` reads it; a kernel's shape is `[inputs, units]`, as in Keras.
    public func safetensors() -> [UInt8] {
        var header = "{", offset = 0
        for entry in entries {
            let end = offset + 4 * entry.values.count
            header += (offset == 0 && header == "{" ? "" : ",") + JSONText.quoted(entry.name)
            header += ":{\"dtype\":\"F32\",\"shape\":\(JSONText.array(entry.shape))"
            header += ",\"data_offsets\":\(JSONText.array([offset, end]))}"
            offset = end
        }
        header += "}"
        // Data begin on a multiple of eight bytes; the format allows spaces after the header.
        var text = Array(header.utf8)
        while text.count % 8 != 0 { text.append(0x20) }
        var bytes = littleEndian(UInt64(text.count))
        bytes.reserveCapacity(8 + text.count + offset)
        bytes += text
        for entry in entries {
            for value in entry.values { bytes += littleEndian(value.bitPattern) }
        }
        return bytes
    }

    /// Weights from a safetensors file.
    ///
    /// - Throws: ``NetworkError/notSafetensors(_:)`` for anything else, a truncated file included.
    public init(safetensors bytes: [UInt8]) throws(NetworkError) {
        guard bytes.count >= 8 else { throw .notSafetensors("it has \(bytes.count) bytes, too few for a header") }
        let length = bytes[0..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard length <= UInt64(bytes.count - 8) else {
            throw .notSafetensors("its header should have \(length) bytes, but the file ends before: is it truncated?")
        }
        let start = 8 + Int(length)
        var reader = SafetensorsHeader(Array(bytes[8..<start]))
        var entries: [Entry] = []
        for tensor in try reader.tensors() {
            guard tensor.type == "F32" else {
                throw .notSafetensors("'\(tensor.name)' is \(tensor.type), but only F32 is read")
            }
            let count = tensor.shape.reduce(1, *)
            guard tensor.end - tensor.begin == 4 * count else {
                throw .notSafetensors(
                    "'\(tensor.name)' has \(tensor.end - tensor.begin) bytes for shape \(tensor.shape)")
            }
            guard tensor.end <= bytes.count - start else {
                throw .notSafetensors("'\(tensor.name)' ends after the file does: is it truncated?")
            }
            let values = (0..<count).map { index in
                let at = start + tensor.begin + 4 * index
                return Float(bitPattern: bytes[at..<at + 4].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
            }
            entries.append(Entry(name: tensor.name, shape: tensor.shape, values: values))
        }
        self.init(entries)
    }
}

extension Sequential {
    /// Writes the weights as a safetensors file.
    public func save(to path: String) throws(NetworkError) {
        guard Kernels.writeFile(path, try weights.safetensors()) else { throw .unwritableFile(path) }
    }

    /// Reads weights from a safetensors file into a built model.
    public func load(from path: String) throws(NetworkError) {
        guard let bytes = Kernels.readFile(path) else { throw .unreadableFile(path) }
        try setWeights(Weights(safetensors: bytes))
    }
}

private func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
    (0..<value.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
}
