import Foundation
import Mustache
import SVGCharts

/// The looks of a site: templates for its kinds of page, and the files that they use.
struct Theme {
    private let library: MustacheLibrary
    private let folder: URL

    /// Loads the default theme, which comes with Weft.
    static func standard() throws -> Theme {
        try Theme(folder: Bundle.module.bundleURL.appending(path: "Theme"))
    }

    private init(folder: URL) throws {
        self.folder = folder
        var templates: [String: MustacheTemplate] = [:]
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        where file.pathExtension == "mustache" {
            let name = file.deletingPathExtension().lastPathComponent
            templates[name] = try MustacheTemplate(string: String(contentsOf: file, encoding: .utf8))
        }
        library = MustacheLibrary(templates: templates)
    }

    /// The page that `template` makes of `context`.
    func render(_ template: String, _ context: [String: Any]) throws -> Data {
        guard let html = library.render(context, withTemplate: template) else {
            throw MissingTemplate(name: template, folder: folder.path)
        }
        return Data(html.utf8)
    }

    /// The files that every page links to, by their paths from the site's root.
    var assets: [(path: String, contents: Data)] {
        get throws {
            let style = try ["theme.css", "output.css"].map { try Data(contentsOf: folder.appending(path: $0)) }
            let script = try Data(contentsOf: folder.appending(path: "theme.js"))
            return [("theme.css", Data(style.joined()) + Data(ChartTheme.css.utf8)), ("theme.js", script)]
        }
    }
}

/// A theme lacks a template that the site needs.
struct MissingTemplate: Error, CustomStringConvertible {
    var name: String
    var folder: String

    var description: String { "the theme in \(folder) has no template '\(name).mustache'" }
}
