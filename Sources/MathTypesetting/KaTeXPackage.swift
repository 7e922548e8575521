package import Foundation

/// KaTeX as it is installed: its script, its stylesheet and its fonts.
public struct KaTeXPackage: Sendable {
    let script: String
    let styles: StyleSheet
    /// What tells this version of KaTeX from others.
    public let identity: String
    /// The files that the identity depends on.
    public let files: [String]
    /// The folder of the fonts.
    package let fonts: URL

    /// Where Debian's libjs-katex and Homebrew's and npm's packages are.
    private static let folders = [
        "/usr/share/javascript/katex", "/usr/local/share/javascript/katex", "/usr/lib/node_modules/katex/dist",
        "/usr/local/lib/node_modules/katex/dist", "/opt/homebrew/lib/node_modules/katex/dist",
    ]

    /// Reads the installed package.
    /// - Throws: `MathSetupError.missing` where there is none.
    public init() throws(MathSetupError) {
        try self.init(in: Self.folders)
    }

    /// Reads the package from the first of `folders` that has one.
    package init(in folders: [String]) throws(MathSetupError) {
        let found = folders.first { FileManager.default.fileExists(atPath: "\($0)/katex.min.js") }
        guard let folder = found else { throw .missing("katex.min.js", folders: folders) }
        script = try Self.text("katex.min.js", in: folder)
        let style = try Self.text("katex.min.css", in: folder)
        styles = StyleSheet(style)
        identity = script + style
        files = ["\(folder)/katex.min.js", "\(folder)/katex.min.css"]
        fonts = URL(fileURLWithPath: folder).appending(path: "fonts").resolvingSymlinksInPath()
        for file in styles.fonts.allFiles.sorted() where font(file) == nil {
            throw .missing("\(file).ttf", folders: [fonts.path])
        }
    }

    /// The bytes of a font; nil where the file can't be read.
    func font(_ file: String) -> Data? {
        try? Data(contentsOf: fonts.appending(path: "\(file).ttf"), options: .mappedIfSafe)
    }

    private static func text(_ name: String, in folder: String) throws(MathSetupError) -> String {
        guard let text = try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8) else {
            throw .missing(name, folders: [folder])
        }
        return text
    }
}
