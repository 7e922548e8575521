package import Foundation
package import Literate

/// What the search in a page looks through: for each section of each page its title, how it begins and which other
/// words it has.
///
///     weftSearch={"pages":[["dropout.html","Dropout"]],"sections":[[0,"in-short","In short","Dropout removes…","units mask"]]}
///
/// It is a script, because a page that was opened as a file can load nothing else. A section's words are there once,
/// without those that are everywhere, so that the index of ten chapters stays within 60 KB as it is sent.
package struct SearchIndex: Encodable {
    private var pages: [[String]]
    private var sections: [Section] = []

    static let path = "search-index.js"

    package init(_ pages: [Page]) {
        self.init(pages, sections: pages.map(Self.sections))
    }

    /// - Parameter sections: those of each page.
    init(_ pages: [Page], sections: [[Section]]) {
        self.pages = pages.map { ["\($0.slug).html", $0.frontMatter.title] }
        for (number, sections) in sections.enumerated() {
            self.sections += sections.map { section in
                var section = section
                section.page = number
                return section
            }
        }
    }

    /// The sections of `page`, as they are in an index that has no other page.
    static func sections(of page: Page) -> [Section] {
        PageText(page).parts.map { Section(page: 0, title: page.frontMatter.title, part: $0) }
    }

    /// The script that says all this.
    package var script: Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Data("weftSearch=".utf8) + ((try? encoder.encode(self)) ?? Data("{}".utf8))
    }

    /// A section, written as an array.
    struct Section: Codable {
        var page: Int
        var id: String
        var title: String
        var excerpt: String
        var words: [String]

        init(page: Int, title: String, part: PageText.Part) {
            self.page = page
            self.id = part.section?.id ?? ""
            self.title = part.section?.title ?? title
            excerpt = Self.beginning(of: part.text)
            var known = Set(SearchWords(self.title + " " + excerpt).all).union(SearchWords.everywhere)
            words = SearchWords(part.text + " " + part.code).all.filter { known.insert($0).inserted }
        }

        init(from decoder: any Decoder) throws {
            var container = try decoder.unkeyedContainer()
            page = try container.decode(Int.self)
            id = try container.decode(String.self)
            title = try container.decode(String.self)
            excerpt = try container.decode(String.self)
            words = try container.decode(String.self).split(separator: " ").map(String.init)
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.unkeyedContainer()
            try container.encode(page)
            try container.encode(id)
            try container.encode(title)
            try container.encode(excerpt)
            try container.encode(words.joined(separator: " "))
        }

        /// The first words of `text`, up to about 140 characters.
        private static func beginning(of text: String) -> String {
            let text = text.trimmingCharacters(in: .whitespaces)
            guard text.count > 150, let end = text.prefix(140).lastIndex(of: " ") else { return text }
            return text[..<end] + "…"
        }
    }
}
