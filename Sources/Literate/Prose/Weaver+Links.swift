import CommonMark

extension Weaver {
    /// A link. One to a chapter's file leads to the chapter's page.
    mutating func link(_ node: Node, to destination: String, title: String) -> Node {
        var link = wovenInside(node)
        link.kind = .link(destination: course.references.pageAddress(of: destination), title: title)
        return link
    }
}

extension References {
    /// `dropout.html#sec-rate` for `dropout.md#sec-rate`, if there is such a chapter; any other address as it is.
    fileprivate func pageAddress(of destination: String) -> String {
        guard let match = destination.wholeMatch(of: #/(?:\.\/)?([a-z0-9-]+)\.md(#.*)?/#),
            hasChapter(String(match.1))
        else { return destination }
        return "\(match.1).html\(match.2 ?? "")"
    }
}
