import Foundation
import Hashing
import Literate
import Mustache
import SVGCharts

/// The looks of a site: templates for its kinds of page, a style sheet and a script.
///
/// The default theme comes with Weft, in the folder `Theme`. A course changes it in `site/theme`:
///
///     site/theme/page.mustache    takes the place of the template of that name
///     site/theme/tokens.css       changes colours, fonts and sizes: `:root { --proof: light-dark(#06c, #6af) }`
///     site/theme/extra.css        changes whatever else
///
/// All that is Weft's own is in the cascade layer `weft`, so that a course's rule wins however little it specifies.
public struct Theme: Sendable {
    private let templates: MustacheLibrary
    /// What tells the theme from others.
    let digest: String
    private let style: String
    private let script: String
    private let live: (style: String, script: String)

    /// Loads the default theme, changed as the folder `overrides` of the course at `root` says, if there is one.
    /// - Throws: every problem of that folder.
    static func read(overrides: String, in root: URL) throws(Problems) -> Theme {
        let standard = try standard
        let overrides = try ThemeFolder(overrides: overrides, in: root, of: standard)
        let own = (standard.style + ChartTheme.css).compactStyle
        return Theme(
            templates: try standard.library(overriddenBy: overrides),
            digest: sha256(of: [standard.digest, overrides.digest]),
            style: "@layer weft{\(own)}\n\(overrides.style)", script: standard.script,
            live: ("@layer weft{\(standard.live.style.compactStyle)}\n", standard.live.script))
    }

    /// What tells the theme that comes with Weft from that of another Weft.
    static var standardDigest: String { get throws(Problems) { try standard.digest } }

    private static var standard: ThemeFolder {
        get throws(Problems) { try ThemeFolder(standard: Bundle.module.bundleURL.appending(path: "Theme")) }
    }

    /// The page that `template` makes of `context`.
    func render(_ template: String, _ context: [String: Any]) -> Data {
        Data((templates.render(context, withTemplate: template) ?? "").utf8)
    }

    /// The files that every page links to, by their paths from the site's root.
    var assets: [(path: String, contents: Data)] {
        [("theme.css", Data(style.utf8)), ("theme.js", Data(script.utf8))]
    }

    /// The files that pages with live cells link to as well.
    var liveAssets: [(path: String, contents: Data)] {
        [("live.css", Data(live.style.utf8)), ("live.js", Data(live.script.utf8))]
    }
}
