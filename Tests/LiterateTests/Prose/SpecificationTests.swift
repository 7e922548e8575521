import CommonMark
import Foundation
import Literate
import Testing

/// The examples of CommonMark's own specification. None uses what a chapter has beyond CommonMark.
@Suite struct `The specification's examples` {
    @Test func `give what libcmark gives`() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
            path: "Specification/examples.json")
        let examples = try JSONDecoder().decode([String].self, from: Data(contentsOf: file))
        #expect(examples.count == 649)
        for (index, example) in examples.enumerated() {
            let (document, problems) = try ProseReader.read(SourceText(path: "x", text: example), firstLine: 1)
            let expected = CommonMark.html(try CommonMark.parse(example, smart: true))
            #expect(CommonMark.html(document) == expected, "example \(index + 1)")
            #expect(problems == [], "example \(index + 1)")
        }
    }
}
