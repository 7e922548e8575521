import Foundation

/// How reports are written for other programs.
enum ReportJSON {
    /// `report` as one JSON object.
    static func data(_ report: some Encodable) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(report)) ?? Data()
    }
}
