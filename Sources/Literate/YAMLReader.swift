import Yams

/// Reads a YAML mapping whose keys are known, and tells exactly where an unknown key or a wrong value stands.
///
/// Used for front matter, cell options and `site.yml`: each gives the text, the file and line where the text begins,
/// and the keys it knows.
public struct YAMLReader {
    private let source: SourceText
    private let offset: Location
    private let pairs: [(key: Node, value: Node)]
    public private(set) var problems: [Problem] = []

    /// Reads `yaml`, which begins at `offset` of `source`.
    /// - Parameter what: what a key is called in messages, such as "front matter key".
    public init(_ yaml: String, in source: SourceText, at offset: Location, known: [String], what: String) {
        self.source = source
        self.offset = offset
        do {
            let root = try Yams.compose(yaml: yaml)
            pairs = root?.mapping.map { Array($0) }?.map { (key: $0.key, value: $0.value) } ?? []
            if let root, root.mapping == nil, root.null == nil {
                report("expected lines of the form 'key: value'", at: root)
            }
        } catch {
            pairs = []
            problems.append(Self.problem(for: error, in: source, at: offset))
        }
        for pair in pairs where !known.contains(pair.key.string ?? "") {
            let name = pair.key.string ?? "?"
            report("unknown \(what) '\(name)'" + Nearest.suggestion(for: name, among: known), at: pair.key)
        }
    }

    /// The text of the value of `key`; nil where there is none.
    public mutating func string(_ key: String) -> String? {
        guard let node = node(key) else { return nil }
        if let string = node.scalar?.string { return string }
        report("'\(key)' is to be a text", at: node)
        return nil
    }

    /// `true` or `false`, or `fallback` where `key` is not set.
    public mutating func bool(_ key: String, default fallback: Bool) -> Bool {
        guard let node = node(key) else { return fallback }
        if let bool = node.bool { return bool }
        report("'\(key)' is to be true or false, not '\(node.scalar?.string ?? "…")'", at: node)
        return fallback
    }

    /// The items of a list of texts; a single text counts as a list of one.
    public mutating func strings(_ key: String) -> [String] {
        guard let node = node(key) else { return [] }
        if let string = node.scalar?.string { return [string] }
        if let items = node.sequence, items.allSatisfy({ $0.scalar != nil }) { return items.map { $0.scalar!.string } }
        report("'\(key)' is to be a list of texts", at: node)
        return []
    }

    /// The keys and texts of a mapping, in the order of the file.
    public mutating func mapping(_ key: String) -> [(key: String, value: String)] {
        guard let node = node(key) else { return [] }
        guard let mapping = node.mapping, mapping.allSatisfy({ $0.value.scalar != nil }) else {
            report("'\(key)' is to hold lines of the form 'name: value'", at: node)
            return []
        }
        return mapping.map { (key: $0.key.string ?? "", value: $0.value.scalar?.string ?? "") }
    }

    /// Where the value of `key` stands.
    public func location(of key: String) -> Location? {
        node(key).flatMap(location(of:))
    }

    /// Where the key `inner` stands in the mapping that is the value of `key`.
    public func location(of inner: String, in key: String) -> Location? {
        node(key)?.mapping?.first { $0.key.string == inner }.flatMap { location(of: $0.key) } ?? location(of: key)
    }

    /// Where each item of the list of texts under `key` stands; as many as `strings(key)` has.
    public func itemLocations(_ key: String) -> [Location] {
        guard let node = node(key) else { return [] }
        return (node.sequence.map { Array($0) } ?? [node]).compactMap(location(of:))
    }
}

extension YAMLReader {
    private func node(_ key: String) -> Node? {
        pairs.last { $0.key.string == key }?.value
    }

    private func location(of node: Node) -> Location? {
        node.mark.map { Self.location(line: $0.line, column: $0.column, from: offset) }
    }

    private mutating func report(_ message: String, at node: Node) {
        problems.append(source.problem(message, at: location(of: node)))
    }

    private static func location(line: Int, column: Int, from offset: Location) -> Location {
        Location(line: offset.line + line - 1, column: offset.column + column - 1)
    }

    private static func problem(for error: any Error, in source: SourceText, at offset: Location) -> Problem {
        switch error {
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            source.problem(
                "not YAML: \(problem)", at: location(line: mark.line, column: mark.column, from: offset),
                fix: "put a text that holds ':' or '#' in quotes")
        case YamlError.duplicatedKeysInMapping(let keys, let context):
            source.problem(
                "\(keys.joined(separator: ", ")) is set twice",
                at: location(line: context.mark.line, column: context.mark.column, from: offset),
                fix: "keep one of them")
        default:
            source.problem("not YAML: \(error)", at: offset)
        }
    }
}
