import Foundation
import Literate

/// The list of chapters in the text of `site.yml`, which grows without a change to anything else in the file.
struct ChapterList {
    private let text: [UInt8]
    private let configuration: SiteConfiguration

    init(_ text: Data, _ configuration: SiteConfiguration) {
        self.text = Array(text)
        self.configuration = configuration
    }

    /// The text with `slug` at the end of the list; nil where there is no list, so that all chapters are on the site.
    /// - Throws: a `Problem` where the list is written in a way that can't be added to.
    func adding(_ slug: String) throws(Problem) -> Data? {
        guard let place = configuration.chapterLocations.last, let last = configuration.chapters.last else {
            return nil
        }
        let changed = Data(adding(slug, behind: last, at: place))
        // Reading it again shows whether this was one of the ways of writing a list that it knows.
        let bytes = Array(changed)
        let read = (try? SourceText(path: Course.configurationPath, bytes: bytes))
            .flatMap { try? SiteConfiguration.read(from: $0) }
        guard read?.chapters == configuration.chapters + [slug] else {
            throw Problem(
                file: Course.configurationPath, location: place, message: "the list of chapters can't be added to",
                fix: "write '\(slug)' into 'chapters' yourself, and the chapter into chapters/\(slug).md")
        }
        return changed
    }
}

extension ChapterList {
    private func adding(_ slug: String, behind last: String, at place: Location) -> [UInt8] {
        let start = lineStart(place.line)
        let item = min(start + place.column - 1, text.count)
        let before = String(decoding: text[start..<item], as: UTF8.self)
        let isBlock = before.wholeMatch(of: #/ *- +/#) != nil
        if isBlock { return inserting("\(ending)\(before)\(slug)", at: lineEnd(item)) }
        let isQuoted = item < text.count && (text[item] == UInt8(ascii: "'") || text[item] == UInt8(ascii: "\""))
        let end = min(item + last.utf8.count + (isQuoted ? 2 : 0), text.count)
        guard before.wholeMatch(of: #/chapters *: */#) == nil else {
            // A single chapter, which becomes a list.
            let only = String(decoding: text[item..<end], as: UTF8.self)
            return text[..<item] + Array("[\(only), \(slug)]".utf8) + text[end...]
        }
        return inserting(", \(slug)", at: end)
    }

    private func inserting(_ addition: String, at offset: Int) -> [UInt8] {
        text[..<offset] + Array(addition.utf8) + text[offset...]
    }

    private func lineStart(_ number: Int) -> Int {
        var start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        for _ in 1..<max(1, number) {
            start = text[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? text.count
        }
        return start
    }

    /// Where the line that holds `offset` ends, before what ends it.
    private func lineEnd(_ offset: Int) -> Int {
        let end = text[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
        return end > offset && text[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
    }

    /// How the file ends its lines.
    private var ending: String {
        text.firstIndex(of: UInt8(ascii: "\r")) == nil ? "\n" : "\r\n"
    }
}
