import Foundation
import Testing

/// What another library computed: a file of `References`, recorded by the script beside them.
struct Reference: Decodable {
    let tool: String
    let cases: [Case]

    /// One computation: settings, what went in, what must come out.
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        let name: String
        let kind: String
        /// How far the tool itself is off in single precision: what no other library can be blamed for.
        let float32Deviation: Double
        let numbers: [String: Double]
        let options: [String: String]
        let inputs: [String: Tensor]
        let expected: [String: Tensor]

        var testDescription: String { name }
    }

    /// Numbers with their shape.
    struct Tensor: Decodable, Sendable {
        let shape: [Int]
        let values: [Double]

        var floats: [Float] { values.map { Float($0) } }

        enum CodingKeys: CodingKey { case shape, values }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            shape = try container.decode([Int].self, forKey: .shape)
            values = try container.decode([Number].self, forKey: .values).map { $0.value }
        }
    }

    /// A number, or "nan" and the like, which JSON lacks.
    private struct Number: Decodable {
        let value: Double

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                value = Double(text) ?? .nan
            } else {
                value = try container.decode(Double.self)
            }
        }
    }

    /// The cases of one file.
    static func cases(_ file: String, of kinds: String...) -> [Case] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        do {
            let data = try Data(contentsOf: folder.appending(path: "References/\(file).json"))
            let cases = try JSONDecoder().decode(Reference.self, from: data).cases
            return kinds.isEmpty ? cases : cases.filter { kinds.contains($0.kind) }
        } catch {
            fatalError("References/\(file).json cannot be read: \(error)")
        }
    }
}
