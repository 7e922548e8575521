import Foundation
import Hashing
import Literate
import Mustache

/// The files of a theme, or of what a course changes in one.
struct ThemeFolder {
    /// The templates by name, as they were written.
    private var templates: [String: SourceText] = [:]
    private var sheets: [String: String] = [:]
    private var scripts: [String: String] = [:]

    /// The style sheets that a course can have, in the order in which they apply.
    private static let overridingSheets = ["tokens.css", "extra.css"]

    /// Reads the default theme: all of its templates, style sheets and scripts.
    init(standard folder: URL) throws(Problems) {
        for name in Self.names(in: folder) {
            let source = try Self.read(name, path: folder.appending(path: name).path, in: folder)
            switch (name as NSString).pathExtension {
            case "mustache": templates[(name as NSString).deletingPathExtension] = source
            case "css": sheets[name] = source.text
            case "js": scripts[name] = source.text
            default: break
            }
        }
    }

    /// Reads the folder `path` of the course at `root`; where there is none, nothing is changed.
    init(overrides path: String, in root: URL, of standard: ThemeFolder) throws(Problems) {
        let folder = root.appending(path: path)
        var problems: [Problem] = []
        for name in Self.names(in: folder) {
            let source = try Self.read(name, path: "\(path)/\(name)", in: folder)
            if name.hasSuffix(".mustache") {
                templates[String(name.dropLast(".mustache".count))] = source
            } else if Self.overridingSheets.contains(name) {
                sheets[name] = source.text
            } else {
                problems.append(
                    Problem(
                        file: source.path, message: "the file is not part of a theme",
                        fix: "a theme has templates, which end in '.mustache', 'tokens.css' and 'extra.css'"))
            }
        }
        problems += unused(in: standard)
        guard problems.isEmpty else { throw Problems(problems) }
    }

    /// The style sheets as one: the tokens that the others use first, what holds on paper last, a course's after all.
    var style: String {
        let order = ["tokens.css": 0, "print.css": 2, "extra.css": 3]
        return sheets.filter { $0.key != Self.liveSheet }.sorted {
            (order[$0.key] ?? 1, $0.key) < (order[$1.key] ?? 1, $1.key)
        }.map(\.value).joined()
    }

    /// The scripts as one. Each keeps its names to itself, so their order is of no matter.
    var script: String {
        scripts.filter { !Self.liveScripts.contains($0.key) }.sorted { $0.key < $1.key }.map(\.value).joined()
    }

    private static let liveSheet = "live.css"
    private static let liveScripts = ["lzma.js", "live-module.js", "live-worker.js", "live.js"]

    /// What only pages with live cells need: a style sheet and a script.
    var live: (style: String, script: String) {
        (sheets[Self.liveSheet] ?? "", Self.liveScripts.compactMap { scripts[$0] }.joined())
    }

    /// What tells the folder's files from others.
    var digest: String {
        let texts = templates.mapValues(\.text).merging(sheets) { $1 }.merging(scripts) { $1 }
        return sha256(of: texts.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] })
    }

    /// The templates of this folder, those of `overrides` in the place of their namesakes.
    /// - Throws: a problem for each that is not Mustache, or uses a template that is not there.
    func library(overriddenBy overrides: ThemeFolder) throws(Problems) -> MustacheLibrary {
        let sources = templates.merging(overrides.templates) { $1 }
        var compiled: [String: MustacheTemplate] = [:]
        var problems: [Problem] = []
        for (name, source) in sources.sorted(by: { $0.key < $1.key }) {
            do {
                compiled[name] = try MustacheTemplate(string: source.text)
            } catch {
                problems.append(Problem(error, in: source))
            }
            problems += source.usedTemplates.filter { sources[$0.name] == nil }.map {
                Problem(
                    file: source.path, location: $0.location,
                    message: "there is no template '\($0.name)'"
                        + Nearest.suggestion(for: $0.name, among: sources.keys.sorted()))
            }
        }
        guard problems.isEmpty else { throw Problems(problems) }
        return MustacheLibrary(templates: compiled)
    }
}

extension ThemeFolder {
    private static func names(in folder: URL) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted()
    }

    private static func read(_ name: String, path: String, in folder: URL) throws(Problems) -> SourceText {
        guard let data = try? Data(contentsOf: folder.appending(path: name)) else {
            throw Problems([Problem(file: path, message: "the file can't be read")])
        }
        do throws(Problem) { return try SourceText(path: path, bytes: Array(data)) } catch { throw Problems([error]) }
    }

    /// A problem for each template that neither has a namesake in `standard` nor is used by another template here.
    private func unused(in standard: ThemeFolder) -> [Problem] {
        let used = Set(templates.values.flatMap(\.usedTemplates).map(\.name))
        return templates.filter { standard.templates[$0.key] == nil && !used.contains($0.key) }
            .sorted { $0.key < $1.key }.map { name, source in
                Problem(
                    file: source.path,
                    message: "no page is made with the template '\(name)'"
                        + Nearest.suggestion(for: name, among: standard.templates.keys.sorted()))
            }
    }
}

extension SourceText {
    /// The templates that this one names in `{{> name}}` and `{{< name}}`, and where.
    fileprivate var usedTemplates: [(name: String, location: Location)] {
        lines.enumerated().filter { $1.contains("{{") }.flatMap { number, line in
            line.matches(of: Self.use).map { match in
                let column = line[..<match.output.1.startIndex].utf8.count + 1
                return (String(match.output.1), Location(line: number + 1, column: column))
            }
        }
    }

    private nonisolated(unsafe) static let use = #/\{\{\s*[<>]\s*([^\s}]+)/#
}

extension Problem {
    /// What is wrong with a template, in words.
    fileprivate init(_ error: any Error, in source: SourceText) {
        let error = error as? MustacheTemplate.ParserError
        let location = error.map { Location(line: $0.context.lineNumber, column: max(1, $0.context.columnNumber)) }
        let message =
            switch error?.error as? MustacheTemplate.Error {
            case .sectionCloseNameIncorrect: "this section's end names another than its beginning"
            case .expectedSectionEnd: "a section is not closed"
            default: "a tag is not closed, or its name is not one"
            }
        self.init(
            file: source.path, location: location, message: message,
            fix: "sections are '{{#name}}…{{/name}}', values '{{name}}', other templates '{{> name}}'")
    }
}
