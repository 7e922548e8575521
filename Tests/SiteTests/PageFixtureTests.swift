import Foundation
import Literate
import Running
import Testing
import TestSupport

/// Each folder in `Fixtures` holds a chapter and the page that is expected of it. `WEFT_RECORD=1` writes the pages
/// anew: read what it wrote before you commit it.
@Suite struct `A chapter's page` {
    @Test(arguments: Fixture.all)
    func `is what its fixture expects`(fixture: Fixture) async throws {
        let bytes = try Data(contentsOf: fixture.file("chapter.md"))
        let chapter = try Chapter(SourceText(path: "chapters/x.md", bytes: Array(bytes)), slug: "x")
        let page = Page(chapter, try await Chapters.run(chapter))

        // What a drawing looks like is for the charts' own tests to say.
        let html = page.html.replacing(#/(?s)<svg.*?</svg>/#, with: "<svg/>")

        if ProcessInfo.processInfo.environment["WEFT_RECORD"] != nil {
            try html.write(to: fixture.file("expected.html"), atomically: true, encoding: .utf8)
        }
        let expected = try String(contentsOf: fixture.file("expected.html"), encoding: .utf8)
        if html != expected {
            try html.write(to: fixture.file("actual.html"), atomically: true, encoding: .utf8)
        }
        #expect(html == expected, "what it is stands in \(fixture.file("actual.html").path)")
    }
}

struct Fixture: CustomTestStringConvertible, Sendable {
    let name: String

    var testDescription: String { name }

    func file(_ name: String) -> URL {
        Self.folder.appending(path: self.name).appending(path: name)
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    static var all: [Fixture] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted().map(Fixture.init)
    }
}
