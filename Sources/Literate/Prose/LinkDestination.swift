/// Where a link leads, as far as its text tells.
package enum LinkDestination: Equatable, Sendable {
    /// To a file, at a path from the folder of the chapters; with an empty path, to the page that the link stands on.
    /// The fragment is what stands behind `#`.
    case file(path: String, fragment: String?)
    /// Out of the site. Nobody looks there: a build needs no network.
    case elsewhere
    /// Nowhere, for a reader.
    case nowhere(message: String, fix: String?)

    package init(_ destination: String) {
        if destination.isEmpty {
            self = .nowhere(message: "the link leads nowhere", fix: "write where: '[text](chapter.md#section)'")
        } else if let match = destination.prefixMatch(of: #/([A-Za-z][A-Za-z0-9+.\-]*):/#) {
            self.init(destination, scheme: match.1.lowercased())
        } else if destination.hasPrefix("//") {
            self = .nowhere(
                message: "the link '\(destination)' leads nowhere from a page that is a file",
                fix: "write 'https:\(destination)'")
        } else if destination.hasPrefix("/") {
            self = .nowhere(
                message: "the link '\(destination)' leads out of the course: it begins at the root of whatever host "
                    + "has the site",
                fix: "write the path from the folder of the chapters")
        } else {
            let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
            let path = parts[0].prefix { $0 != "?" }
            self = .file(path: String(path), fragment: parts.count > 1 ? String(parts[1]) : nil)
        }
    }
}

extension LinkDestination {
    private static let schemes = ["http", "https", "mailto", "tel"]

    private init(_ destination: String, scheme: String) {
        switch scheme {
        case "http", "https":
            self =
                Self.isWeb(destination)
                ? .elsewhere
                : .nowhere(
                    message: "'\(destination)' is not an address on the web",
                    fix: "such an address is 'https://', a host and a path without blanks")
        case "mailto":
            self =
                destination.wholeMatch(of: #/[a-zA-Z]+:[^\s@]+@[^\s@]+/#) != nil
                ? .elsewhere : .nowhere(message: "'\(destination)' is not a mail address", fix: nil)
        case "file":
            self = .nowhere(
                message: "the link '\(destination)' leads to a file of your machine, which readers don't have",
                fix: "put the file into chapters/ and link to it from there")
        default:
            guard !Self.schemes.contains(scheme), let nearest = Nearest.nearest(to: scheme, among: Self.schemes) else {
                self = .elsewhere
                return
            }
            self = .nowhere(
                message: "unknown kind of address '\(scheme):': did you mean '\(nearest):'?", fix: nil)
        }
    }

    /// Whether an address has a host and nothing in it that no address has.
    private static func isWeb(_ address: String) -> Bool {
        guard
            let match = address.wholeMatch(
                of: #/[a-zA-Z]+:\/\/(?:[^\s\/?#@]+@)?(\[[0-9A-Fa-f:.]+\]|[\p{L}\p{N}._\-]+)(?::\d{1,5})?(?:[\/?#]\S*)?/#
            )
        else { return false }
        let labels = match.1.split(separator: ".", omittingEmptySubsequences: false)
        return match.1.hasPrefix("[") || labels.allSatisfy { !$0.isEmpty && !$0.hasPrefix("-") && !$0.hasSuffix("-") }
    }
}
