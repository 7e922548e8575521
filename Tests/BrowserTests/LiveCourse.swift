import Foundation
import Literate
import Site
import TestSupport

/// The live cells of some chapters, without the rest: a live cell sees only what is shared before it, so that these
/// chapters build in moments.
struct LiveCourse {
    /// By the names of the chapters.
    private(set) var chapters: [String: String] = [:]

    /// The live cells of this project's own course.
    static func ofThisCourse() throws -> LiveCourse {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        var course = LiveCourse()
        for file in try FileManager.default.contentsOfDirectory(
            at: root.appending(path: "chapters"), includingPropertiesForKeys: nil)
        where file.pathExtension == "md" {
            let cells = Self.liveCells(of: try String(contentsOf: file, encoding: .utf8))
            guard !cells.isEmpty else { continue }
            course.chapters[file.deletingPathExtension().lastPathComponent] =
                (["---\ntitle: Live\n---"] + cells).joined(separator: "\n\n") + "\n"
        }
        return course
    }

    /// Builds the course in `folder`.
    /// - Returns: the folder of its site.
    func build(in folder: TemporaryFolder, isLive: Bool) async throws -> URL {
        try folder.write("title: Live cells\nparams: {dataset: fashion-mnist}\n", to: "site/site.yml")
        for (name, text) in chapters { try folder.write(text, to: "chapters/\(name).md") }
        var build = Build(course: folder.url, program: BuiltProducts.weft)
        build.settings.isLive = isLive
        let report = await build.run(progress: SilentProgress())
        guard report.status == .succeeded else { throw Problems(report.problems) }
        return folder.url.appending(path: "site/public")
    }

    /// The same cells with controls that begin at other values, and those values as an address holds them, by chapter.
    func elsewhere(
        using generator: inout some RandomNumberGenerator
    ) throws -> (course: LiveCourse, settings: [String: String]) {
        var course = self, settings: [String: String] = [:]
        for (name, text) in chapters.sorted(by: { $0.key < $1.key }) {
            var pairs: [URLQueryItem] = []
            course.chapters[name] = text.replacing(#/control\(("[^"]+"), (?:(.+), )?default: ([^)]+)\)/#) { match in
                let setting = Setting(match.2.map(String.init) ?? "", initial: String(match.3), using: &generator)
                pairs.append(URLQueryItem(name: String(match.1.dropFirst().dropLast()), value: setting.inAddress))
                let values = match.2.map { "\($0), " } ?? ""
                return "control(\(match.1), \(values)default: \(setting.inSwift))"
            }
            var query = URLComponents()
            query.queryItems = pairs
            settings[name] = query.percentEncodedQuery?.replacing("+", with: "%2B")
        }
        return (course, settings)
    }
}

extension LiveCourse {
    /// The cells that say that they are live, or shared with those that are, and the imports of the others.
    private static func liveCells(of chapter: String) -> [String] {
        let cells = chapter.matches(of: #/(?m)^```swift\n((?:.*\n)*?)```$/#).map { String($0.1) }
        let live = cells.filter { $0.contains("//| live:") }
        guard live.contains(where: { $0.contains("//| live: true") }) else { return [] }
        let maths = cells.contains { $0.contains("import Glibc") } ? ["import Glibc\n"] : []
        return (maths + live).map { "```swift\n\($0)```" }
    }
}

/// What a control is set to.
private struct Setting {
    let inSwift: String
    let inAddress: String

    /// - Parameters:
    ///   - values: what the control can be, as the cell says it: `0...15`, `0.0...1.0, step: 0.05`, `["a", "b"]`, or
    ///     nothing for a toggle.
    init(_ values: String, initial: String, using generator: inout some RandomNumberGenerator) {
        if let match = values.wholeMatch(of: #/(-?[\d.]+?)\.\.\.(-?[\d.]+), step: ([\d.]+)/#),
            let lower = Double(match.1), let upper = Double(match.2), let step = Double(match.3)
        {
            let number = Int.random(in: 0...Int(((upper - lower) / step).rounded()), using: &generator)
            let value = (min(upper, lower + Double(number) * step) * 1e6).rounded() / 1e6
            (inSwift, inAddress) = ("\(value)", "\(value)")
        } else if let match = values.wholeMatch(of: #/(-?\d+)\.\.\.(-?\d+)/#), let lower = Int(match.1),
            let upper = Int(match.2)
        {
            let value = Int.random(in: lower...upper, using: &generator)
            (inSwift, inAddress) = ("\(value)", "\(value)")
        } else if values.hasPrefix("[") {
            let options = values.matches(of: #/"[^"]*"/#).map { String($0.0) }
            let index = Int.random(in: options.indices, using: &generator)
            (inSwift, inAddress) = (options[index], "\(index)")
        } else {
            let isOn = Bool.random(using: &generator)
            (inSwift, inAddress) = ("\(isOn)", isOn ? "1" : "0")
        }
    }
}
