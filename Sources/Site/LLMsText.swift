import Literate

/// `llms.txt`: the course in a few lines of Markdown, with links to the chapters' own text, for language models.
struct LLMsText {
    let text: String

    init(_ course: Course, chapters: [Chapter]) {
        let configuration = course.configuration
        var parts = ["# \(configuration.title)"]
        if let description = configuration.description { parts.append("> \(Self.oneLine(description))") }
        parts.append(
            "The code in the chapters is Swift and runs in order; the pages also show what came of it.")
        let links = chapters.map { chapter in
            let address = configuration.url?.of(chapter.markdownPath) ?? chapter.markdownPath
            let description = chapter.frontMatter.description.map { ": \(Self.oneLine($0))" } ?? ""
            return "- [\(chapter.frontMatter.title)](\(address))\(description)"
        }
        parts.append("## Chapters")
        parts.append(links.joined(separator: "\n"))
        text = parts.joined(separator: "\n\n") + "\n"
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
