package import Foundation

/// KaTeX as it is installed: its script, its stylesheet and its fonts.
package struct KaTeXPackage {
    let script: String
    let stylesheet: String
    /// The folder of the fonts.
    package let fonts: URL

    /// Where Debian's libjs-katex and Homebrew's and npm's packages are.
    package static let folders = [
        "/usr/share/javascript/katex", "/usr/local/share/javascript/katex", "/usr/lib/node_modules/katex/dist",
        "/usr/local/lib/node_modules/katex/dist", "/opt/homebrew/lib/node_modules/katex/dist",
    ]

    /// Reads the package from the first of `folders` that has one.
    /// - Throws: `MathSetupError.missing` where none has.
    package init(in folders: [String] = Self.folders) throws(MathSetupError) {
        let found = folders.first { FileManager.default.fileExists(atPath: "\($0)/katex.min.js") }
        guard let folder = found else { throw .missing("katex.min.js", folders: folders) }
        script = try Self.text("katex.min.js", in: folder)
        stylesheet = try Self.text("katex.min.css", in: folder)
        fonts = URL(fileURLWithPath: folder).appending(path: "fonts").resolvingSymlinksInPath()
        guard FileManager.default.fileExists(atPath: fonts.appending(path: "KaTeX_Main-Regular.ttf").path) else {
            throw .missing("fonts/KaTeX_Main-Regular.ttf", folders: [folder])
        }
    }

    private static func text(_ name: String, in folder: String) throws(MathSetupError) -> String {
        guard let text = try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8) else {
            throw .missing(name, folders: [folder])
        }
        return text
    }

    /// A font cut down to `characters`, or the whole of it where its outlines are of an unknown form.
    func font(_ file: String, characters: Set<Unicode.Scalar>) throws(MathSetupError) -> MathAssets.Font {
        let outlines = try bytes("\(file).ttf")
        // A formula that is numbered by the stylesheet shows numbers that are not in its HTML.
        let seen = file == "KaTeX_Main-Regular" ? characters.union("()0123456789".unicodeScalars) : characters
        if let font = TrueTypeFont(Array(outlines))?.subset(to: seen) {
            return MathAssets.Font(name: "\(file).woff", contents: Data(WOFF.packed(font)))
        }
        return MathAssets.Font(name: "\(file).woff2", contents: try bytes("\(file).woff2"))
    }

    private func bytes(_ file: String) throws(MathSetupError) -> Data {
        guard let data = try? Data(contentsOf: fonts.appending(path: file)) else {
            throw .missing(file, folders: [fonts.path])
        }
        return data
    }
}
