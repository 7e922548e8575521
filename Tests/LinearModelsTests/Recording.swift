import Foundation
import LinearModels

/// A recorded computation of scikit-learn or NumPy; `References/record.py` tells the shape.
struct Recording: Decodable {
    struct Tensor: Decodable {
        let shape: [Int]
        let values: [Double]

        /// Rows of a tensor of two axes.
        var rows: [[Double]] {
            stride(from: 0, to: values.count, by: shape[1]).map { Array(values[$0..<$0 + shape[1]]) }
        }

        var matrix: DesignMatrix {
            get throws { try DesignMatrix(rows: shape[0], columns: shape[1], elements: values) }
        }
    }

    let name: String
    let numbers: [String: Double]
    let inputs: [String: Tensor]
    let expected: [String: Tensor]

    func input(_ key: String) -> [Double] { inputs[key]?.values ?? [] }
    func expected(_ key: String) -> [Double] { expected[key]?.values ?? [] }

    static func named(_ name: String) throws -> Recording {
        struct File: Decodable { let cases: [Recording] }
        let file = try JSONDecoder().decode(File.self, from: Data(contentsOf: reference("scikit-learn.json")))
        guard let found = file.cases.first(where: { $0.name == name }) else { throw CocoaError(.fileNoSuchFile) }
        return found
    }
}

func reference(_ file: String) throws -> URL {
    guard let folder = Bundle.module.url(forResource: "References", withExtension: nil) else {
        throw CocoaError(.fileNoSuchFile)
    }
    return folder.appending(path: file)
}

/// The largest |a − b|; infinite where they differ in length, or where one is not a number.
func distance(_ a: [Double], _ b: [Double]) -> Double {
    guard a.count == b.count else { return .infinity }
    return zip(a, b).reduce(0) { largest, pair in
        let gap = (pair.0 - pair.1).magnitude
        return gap.isNaN ? .infinity : max(largest, gap)
    }
}

/// A number to so many decimals, to compare with what a book prints.
func rounded(_ value: Double, _ decimals: Int) -> Double {
    let scale = pow(10, Double(decimals))
    return (value * scale).rounded() / scale
}
