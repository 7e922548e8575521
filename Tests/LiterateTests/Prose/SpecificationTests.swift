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
        // Number 298 escapes all punctuation, `\[` and `\]` among it, which are a formula here.
        for (index, example) in examples.enumerated() where index + 1 != 298 {
            let (document, problems) = try ProseReader.read(SourceText(path: "x", text: example), firstLine: 1)
            let expected = CommonMark.html(try CommonMark.parse(example, smart: true))
            #expect(CommonMark.html(document) == expected, "example \(index + 1)")
            // A chapter's images need a text.
            let others = problems.filter { !$0.message.hasPrefix("the image has no text") }
            #expect(others == [], "example \(index + 1)")
        }
    }
}
