import Foundation

/// Where a course's source can be read and edited on the web: `repository` in `site.yml`.
///
///     https://github.com/owner/name                       the course is the repository, on its default branch
///     https://gitlab.com/owner/name/-/tree/main/courses/x  the course is a folder of a branch
public struct SourceRepository: Equatable, Sendable {
    private let address: String
    private let branch: String
    private let folder: String

    /// Reads the address of a repository, or of a folder in one; nil where it is not an address on the web.
    init?(_ text: String) {
        guard let url = URL(string: text), ["http", "https"].contains(url.scheme), url.host()?.isEmpty == false,
            let match = text.wholeMatch(of: #/(.+?)(?:/-)?(?:/tree/([^/]+)(?:/(.+?))?)?(?:\.git)?/?/#)
        else { return nil }
        address = String(match.1)
        branch = match.2.map(String.init) ?? "HEAD"
        folder = match.3.map { $0 + "/" } ?? ""
    }

    /// The page of the course's folder.
    var home: String { folder.isEmpty && branch == "HEAD" ? address : link("tree", "") }

    /// The page that shows the course's file at `path`.
    func source(_ path: String) -> String { link("blob", path) }

    /// The page on which the course's file at `path` can be edited.
    func edit(_ path: String) -> String { link("edit", path) }

    /// GitHub's form; GitLab puts `/-` before it, and understands both.
    private func link(_ kind: String, _ path: String) -> String {
        let separator = address.contains("gitlab") ? "/-/" : "/"
        let link = address + separator + "\(kind)/\(branch)/\(folder)\(path)"
        return link.hasSuffix("/") ? String(link.dropLast()) : link
    }
}
