import Foundation
import LinearModels

/// ESL's prostate cancer data: 67 rows to train on, 30 to test on.
struct Prostate {
    static let names = ["lcavol", "lweight", "age", "lbph", "svi", "lcp", "gleason", "pgg45"]

    let trainX: DesignMatrix
    let trainY: [Double]
    let testX: DesignMatrix
    let testY: [Double]

    /// - Parameter standardized: Whether features are standardized by all 97 rows with n − 1, as in the book.
    init(standardized: Bool = true) throws {
        let text = try String(contentsOf: reference("prostate.csv"), encoding: .utf8)
        let lines = text.split(separator: "\n").dropFirst().map { $0.split(separator: ",").map(String.init) }
        let raw = try DesignMatrix(rows: lines.map { $0[1...8].compactMap(Double.init) })
        let x = standardized ? try Standardizer(fitting: raw, degreesOfFreedom: 1).apply(raw) : raw
        let y = lines.compactMap { Double($0[9]) }
        let train = lines.indices.filter { lines[$0][10] == "T" }
        let test = lines.indices.filter { lines[$0][10] == "F" }
        trainX = x.selecting(rows: train)
        trainY = train.map { y[$0] }
        testX = x.selecting(rows: test)
        testY = test.map { y[$0] }
    }
}
