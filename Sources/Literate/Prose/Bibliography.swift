import Yams

/// The works that a course can cite, by their keys: files of CSL-YAML, which reference managers write.
///
///     references:
///       - id: srivastava2014
///         author: [{family: Srivastava, given: Nitish}]
///         title: "Dropout: a simple way to prevent neural networks from overfitting"
///         issued: 2014
public struct Bibliography: Sendable {
    /// What is wrong with the files.
    public private(set) var problems: [Problem] = []
    private(set) var works: [String: Work] = [:]
    /// The files, as paths from the course's folder.
    let paths: [String]

    /// Reads the works of `files`.
    public init(_ files: [SourceText]) {
        paths = files.map(\.path)
        for file in files { read(file) }
        tellApart()
    }

    /// The work of `key`; nil where there is none.
    subscript(key: String) -> Work? { works[key] }
}

extension Bibliography {
    private mutating func read(_ file: SourceText) {
        do {
            guard let root = try Yams.compose(yaml: file.text) else { return }
            guard let items = (root.mapping?["references"] ?? root).sequence else {
                return report("expected a list of works under 'references'", at: root, of: file)
            }
            for item in items { read(item, of: file) }
        } catch {
            problems.append(
                YAMLReader(file.text, in: file, at: Location(line: 1, column: 1), known: [], what: "key").problems[0])
        }
    }

    private mutating func read(_ item: Node, of file: SourceText) {
        do throws(MalformedWork) {
            let work = try Work(item)
            guard let first = works[work.key] else {
                works[work.key] = work
                return
            }
            report("a second work '\(work.key)': the first is '\(first.title)'", at: item, of: file)
        } catch {
            report(error.message, at: error.node ?? item, of: file)
        }
    }

    private mutating func report(_ message: String, at node: Node, of file: SourceText) {
        problems.append(file.problem(message, at: node.mark.map { Location(line: $0.line, column: $0.column) }))
    }

    /// Gives letters to works that would be cited by the same words: 2014a, 2014b.
    private mutating func tellApart() {
        for group in Dictionary(grouping: works.values, by: \.words).values where group.count > 1 {
            for (index, work) in group.sorted(by: { ($0.title, $0.key) < ($1.title, $1.key) }).enumerated()
            where index < 26 {
                works[work.key]?.letter = String(Character(UnicodeScalar(UInt8(ascii: "a") + UInt8(index))))
            }
        }
    }
}
