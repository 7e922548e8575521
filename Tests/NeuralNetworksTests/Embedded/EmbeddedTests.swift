import Foundation
import Testing

@Suite struct EmbeddedTests {
    /// `.ci/embedded` holds the WebAssembly build to the same numbers. `WEFT_RECORD=1` records them anew.
    @Test func `the sample that WebAssembly is compared with gives the recorded bits`() throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "expected.json")
        let numbers = sampleNumbers()
        if ProcessInfo.processInfo.environment["WEFT_RECORD"] != nil {
            let text = numbers.map { "\($0)" }.joined(separator: ",\n  ")
            try Data("[\n  \(text)\n]\n".utf8).write(to: path)
        }
        let expected = try JSONDecoder().decode([Double].self, from: Data(contentsOf: path))
        #expect(numbers.count == 4 + 4 * 3 + 10)
        #expect(numbers == expected)
    }
}
