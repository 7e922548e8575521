import Yams

/// A work that can be cited: an article, a book, a talk.
struct Work: Sendable {
    var key: String
    var names: [Name]
    var year: String?
    var title: String
    /// What it appeared in: a journal, the proceedings of a conference, a book.
    var container: String?
    var volume: String?
    var issue: String?
    var pages: String?
    var publisher: String?
    var doi: String?
    var url: String?
    /// Tells it from another work of the same authors and year.
    var letter = ""

    struct Name: Equatable, Sendable {
        var family: String
        var given: String?
    }
}

/// A work's entry is not one that can be read.
struct MalformedWork: Error {
    var message: String
    var node: Node?
}

extension Work {
    /// Reads an entry of CSL-YAML.
    init(_ item: Node) throws(MalformedWork) {
        guard let fields = item.mapping else { throw MalformedWork(message: "a work is to be a list of 'key: value'") }
        func text(_ key: String) throws(MalformedWork) -> String? {
            guard let node = fields[Node(key)], node.null == nil else { return nil }
            guard let text = node.scalar?.string, !text.isEmpty else {
                throw MalformedWork(message: "'\(key)' is to be a text", node: node)
            }
            return text
        }
        guard let key = try text("id") else { throw MalformedWork(message: "a work has no 'id'") }
        guard key.wholeMatch(of: Self.keyForm) != nil else {
            throw MalformedWork(
                message:
                    "the id '\(key)' is to consist of letters, digits and '_', joined by single '-', ':', '.', '/' or '+'",
                node: fields["id"])
        }
        guard let title = try text("title") else { throw MalformedWork(message: "the work '\(key)' has no 'title'") }
        self.key = key
        self.title = title
        names = try Self.names(fields["author"] ?? fields["editor"], of: key)
        year = try fields["issued"].map { (node) throws(MalformedWork) in try Self.year(node, of: key) }
        container = try text("container-title")
        volume = try text("volume")
        issue = try text("issue")
        pages = try text("page")?.replacing(Self.hyphens, with: "–")
        publisher = try text("publisher")
        doi = try text("DOI")?.replacing(Self.resolver, with: "")
        url = try text("URL")
        if let url, url.prefixMatch(of: Self.address) == nil {
            throw MalformedWork(message: "'URL' is to be an address that begins with 'https://'", node: fields["URL"])
        }
    }

    private static func names(_ node: Node?, of key: String) throws(MalformedWork) -> [Name] {
        guard let node else { return [] }
        guard let items = node.sequence else {
            throw MalformedWork(
                message: "the authors of '\(key)' are to be a list of '{family: …, given: …}'", node: node)
        }
        var names: [Name] = []
        for item in items {
            let fields = item.mapping
            guard let family = (fields?["family"] ?? fields?["literal"] ?? item).scalar?.string, !family.isEmpty else {
                throw MalformedWork(message: "an author of '\(key)' has neither 'family' nor 'literal'", node: item)
            }
            let particle = fields?["non-dropping-particle"]?.scalar.map { $0.string + " " } ?? ""
            names.append(Name(family: particle + family, given: fields?["given"]?.scalar?.string))
        }
        return names
    }

    /// The year of `2014`, `2014-06`, `{year: 2014}` or `{date-parts: [[2014, 6]]}`.
    private static func year(_ node: Node, of key: String) throws(MalformedWork) -> String {
        let parts = node.mapping?["date-parts"]?.sequence?.first
        let date = node.sequence?.first?.mapping ?? node.mapping
        let year = (parts?.sequence?.first ?? parts ?? date?["year"] ?? node).scalar?.string
        guard let year, let digits = year.prefixMatch(of: yearForm) else {
            throw MalformedWork(message: "'issued' of '\(key)' is to begin with a year, as in '2014-06'", node: node)
        }
        return String(digits.0)
    }

    private nonisolated(unsafe) static let keyForm = #/\w+(?:[-:.\/+]\w+)*/#
    private nonisolated(unsafe) static let hyphens = #/\s*--?\s*/#
    private nonisolated(unsafe) static let resolver = #/^https?:\/\/(dx\.)?doi\.org\//#
    private nonisolated(unsafe) static let address = #/https?:\/\/[^\s]+/#
    private nonisolated(unsafe) static let yearForm = #/-?\d{1,4}/#
}

extension Work {
    /// Who wrote it, as a sentence names them: "Hinton and Salakhutdinov", "Srivastava et al."
    var authors: String {
        switch names.count {
        case 0: "“\(title)”"
        case 1: names[0].family
        case 2: "\(names[0].family) and \(names[1].family)"
        default: "\(names[0].family) et al."
        }
    }

    /// What it is cited by, but for its letter.
    var words: String { "\(authors), \(year ?? "n.d.")" }

    /// The year, with the letter that tells it from others.
    var date: String { (year ?? "n.d.") + letter }

    /// What lists of works are sorted by.
    var order: String { (names.map(\.family) + [date, title]).joined(separator: "\u{1}").lowercased() }

    /// The work as a list of works shows it, in HTML.
    var html: String {
        let numbers = (volume.map { "<i>\(HTML.escape($0))</i>" } ?? "") + (issue.map { "(\(HTML.escape($0)))" } ?? "")
        let place = [
            container.map { "<i>\(HTML.escape($0))</i>" }, numbers.isEmpty ? nil : numbers, pages.map(HTML.escape),
        ]
        .compactMap(\.self).joined(separator: ", ")
        // A book's title is set as that of a journal, an article's is not.
        let name = container == nil ? "<i>\(HTML.escape(title))</i>" : HTML.escape(title)
        let end = title.last.map { ".?!".contains($0) } ?? false ? "" : "."
        let sentences = [place, publisher.map(HTML.escape) ?? ""].filter { !$0.isEmpty }.map { " \($0)." }
        let who = names.isEmpty ? "" : HTML.escape(authorList) + " "
        return "\(who)(\(HTML.escape(date))). " + name + end + sentences.joined() + link
    }

    /// "Hinton, G., & Salakhutdinov, R."
    private var authorList: String {
        let list = names.map { name in
            let initials = (name.given ?? "").split { $0 == " " || $0 == "." }.map { "\($0.prefix(1))." }
            return ([name.family] + (initials.isEmpty ? [] : [initials.joined(separator: " ")])).joined(separator: ", ")
        }
        guard list.count > 1 else { return list.first ?? "" }
        return list.dropLast().joined(separator: ", ") + ", & " + list[list.count - 1]
    }

    private var link: String {
        guard let address = doi.map({ "https://doi.org/\($0)" }) ?? url else { return "" }
        return " <a href=\"\(HTML.escape(address))\">\(HTML.escape(address))</a>"
    }
}
