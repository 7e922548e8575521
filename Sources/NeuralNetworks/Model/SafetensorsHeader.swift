/// Reads a safetensors file's header: a JSON object of tensors, and nothing but.
///
/// ```json
/// {"dense/kernel": {"dtype": "F32", "shape": [784, 128], "data_offsets": [0, 401408]}, "__metadata__": {"a": "b"}}
/// ```
struct SafetensorsHeader {
    struct Tensor {
        var name: String
        var type = ""
        var shape: [Int] = []
        var begin = -1
        var end = -1
    }

    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Every tensor in the header's order.
    mutating func tensors() throws(NetworkError) -> [Tensor] {
        var tensors: [Tensor] = []
        try object { reader, name throws(NetworkError) in
            if name == "__metadata__" {
                try reader.object { reader, _ throws(NetworkError) in _ = try reader.string() }
            } else {
                tensors.append(try reader.tensor(name))
            }
        }
        skipSpaces()
        guard position == bytes.count else { throw .notSafetensors("its header goes on after the end") }
        return tensors
    }
}

private extension SafetensorsHeader {
    mutating func tensor(_ name: String) throws(NetworkError) -> Tensor {
        var tensor = Tensor(name: name)
        try object { reader, key throws(NetworkError) in
            switch key {
            case "dtype": tensor.type = try reader.string()
            case "shape": tensor.shape = try reader.numbers()
            case "data_offsets":
                let offsets = try reader.numbers()
                guard offsets.count == 2 else { throw .notSafetensors("'\(name)' needs two offsets") }
                (tensor.begin, tensor.end) = (offsets[0], offsets[1])
            default: throw .notSafetensors("'\(name)' has an unknown field '\(key)'")
            }
        }
        var count = 1
        for dimension in tensor.shape {
            let product = count.multipliedReportingOverflow(by: dimension)
            guard !product.overflow, product.partialValue <= Int.max / 4 else {
                throw .notSafetensors("'\(name)' is impossibly large")
            }
            count = product.partialValue
        }
        guard tensor.begin >= 0, tensor.end >= tensor.begin else {
            throw .notSafetensors("'\(name)' has no valid offsets")
        }
        return tensor
    }

    /// `{"key": value, …}`; `value` reads each value.
    mutating func object(
        _ value: (inout SafetensorsHeader, String) throws(NetworkError) -> Void
    ) throws(NetworkError) {
        try expect("{")
        if take("}") { return }
        repeat {
            let key = try string()
            try expect(":")
            try value(&self, key)
        } while take(",")
        try expect("}")
    }

    /// `[1, 2, …]`, of whole numbers from 0.
    mutating func numbers() throws(NetworkError) -> [Int] {
        var numbers: [Int] = []
        try expect("[")
        if take("]") { return [] }
        repeat {
            skipSpaces()
            var number = 0, digits = 0
            while position < bytes.count, bytes[position] >= 0x30, bytes[position] <= 0x39 {
                guard digits < 18, number < Int.max / 10 - 10 else {
                    throw .notSafetensors("its header has too large a number")
                }
                number = number * 10 + Int(bytes[position] - 0x30)
                position += 1
                digits += 1
            }
            guard digits > 0 else { throw unexpected("a number") }
            numbers.append(number)
        } while take(",")
        try expect("]")
        return numbers
    }

    /// `"text"`, with JSON's escapes.
    mutating func string() throws(NetworkError) -> String {
        try expect("\"")
        var text: [UInt8] = []
        while position < bytes.count, bytes[position] != 0x22 {
            if bytes[position] == 0x5c {
                text += try escape()
            } else {
                text.append(bytes[position])
                position += 1
            }
        }
        guard position < bytes.count else { throw unexpected("\"") }
        position += 1
        return String(decoding: text, as: UTF8.self)
    }

    mutating func escape() throws(NetworkError) -> [UInt8] {
        guard position + 1 < bytes.count else { throw unexpected("an escape") }
        let kind = bytes[position + 1]
        position += 2
        switch kind {
        case 0x6e: return [0x0a]
        case 0x74: return [0x09]
        case 0x72: return [0x0d]
        case 0x62: return [0x08]
        case 0x66: return [0x0c]
        case 0x22, 0x5c, 0x2f: return [kind]
        case 0x75:
            guard position + 4 <= bytes.count,
                let code = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16),
                let scalar = Unicode.Scalar(code)
            else { throw unexpected("an escape") }
            position += 4
            return Array(String(Character(scalar)).utf8)
        default: throw unexpected("an escape")
        }
    }

    mutating func expect(_ character: Unicode.Scalar) throws(NetworkError) {
        guard take(character) else { throw unexpected("\(Character(character))") }
    }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipSpaces()
        guard position < bytes.count, UInt32(bytes[position]) == character.value else { return false }
        position += 1
        return true
    }

    mutating func skipSpaces() {
        while position < bytes.count, [0x20, 0x09, 0x0a, 0x0d].contains(bytes[position]) { position += 1 }
    }

    func unexpected(_ expected: String) -> NetworkError {
        .notSafetensors("its header is not JSON: \(expected) is expected at byte \(position)")
    }
}

/// The little JSON that is written.
enum JSONText {
    static func array(_ numbers: [Int]) -> String {
        var text = "["
        for (index, number) in numbers.enumerated() { text += (index == 0 ? "" : ",") + "\(number)" }
        return text + "]"
    }

    static func quoted(_ name: String) -> String {
        var text = "\""
        for scalar in name.unicodeScalars {
            switch scalar.value {
            case 0x22, 0x5c: text += "\\" + String(Character(scalar))
            case 0..<0x20:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: text += String(Character(scalar))
            }
        }
        return text + "\""
    }
}
