import Yams

/// Reads a YAML mapping whose keys are known, and tells exactly where an unknown key or a wrong value stands.
///
/// Used for front matter, cell options and `site.yml`: each gives the text, the file and line where the text begins,
/// and the keys it knows.
public struct YAMLReader {
    private let source: SourceText
    private let places: YAMLPlaces
    private let pairs: [(key: Node, value: Node)]
    public private(set) var problems: [Problem] = []

    /// Reads `yaml`, which begins at `offset` of `source`.
    /// - Parameter what: what a key is called in messages, such as "front matter key".
    public init(_ yaml: String, in source: SourceText, at offset: Location, known: [String], what: String) {
        self.source = source
        self.places = YAMLPlaces(yaml, at: offset)
        do {
            let root = try Yams.compose(yaml: yaml)
            pairs = root?.mapping.map { Array($0) }?.map { (key: $0.key, value: $0.value) } ?? []
            if let root, root.mapping == nil, root.null == nil {
                report("expected lines of the form 'key: value'", at: root)
            }
        } catch {
            pairs = []
            problems.append(Self.problem(for: error, in: source, places: places))
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

    /// The value of `key`, which is to be of this kind; nil where there is none.
    mutating func value<Value>(_ key: String, as kind: OptionValue<Value>) -> Value? {
        guard let node = node(key) else { return nil }
        let text = node.scalar?.string
        if let value = text.flatMap(kind.parse) { return value }
        var message = "'\(key)' is to be \(kind.expected), not '\(text ?? "…")'"
        if let nearest = text.flatMap({ Nearest.nearest(to: $0.lowercased(), among: kind.words) }) {
            message += ": did you mean '\(nearest)'?"
        }
        report(message, at: node)
        return nil
    }

    /// The captions that `key` sets: a list of texts, or a single one.
    mutating func captions(_ key: String, allowsClaims: Bool) -> [Caption] {
        guard let node = node(key) else { return [] }
        let texts = node.sequence.map { Array($0) } ?? [node]
        return texts.compactMap { text in
            guard let string = text.scalar?.string, !string.isEmpty, let location = location(of: text) else {
                report("'\(key)' is to be a text, or a list of texts", at: text)
                return nil
            }
            let (caption, found) = Caption.read(string, in: source, at: location)
            let claims = allowsClaims ? [] : caption.expressions.filter { $0.role == .claim }
            problems += found
            problems += claims.map {
                source.problem("a claim can't stand in '\(key)', which is only text", at: $0.location)
            }
            return caption
        }
    }

    /// The value of `key`, which is to be one of the words that are the raw values of `words`; nil where there is none.
    public mutating func word<Word: CaseIterable & RawRepresentable & Sendable>(
        _ key: String, among words: Word.Type
    ) -> Word? where Word.RawValue == String {
        value(key, as: .oneOf(Word.allCases.map { (word: $0.rawValue, value: $0) }))
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
        node.mark.map { places.location(line: $0.line, column: $0.column) }
    }

    private mutating func report(_ message: String, at node: Node) {
        problems.append(source.problem(message, at: location(of: node)))
    }

    private static func problem(for error: any Error, in source: SourceText, places: YAMLPlaces) -> Problem {
        switch error {
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            return source.problem(
                "not YAML: \(problem)", at: places.location(line: mark.line, column: mark.column),
                fix: "put a text in quotes that holds ':' or '#', or begins with '`', '*', '@', '[' or '{'")
        case YamlError.duplicatedKeysInMapping(let keys, let context):
            let (line, column) = (context.mark.line, context.mark.column)
            let first = places.location(line: line, column: column)
            let second = keys.first.flatMap { places.repetition(of: $0, line: line, column: column) }
            return source.problem(
                "'\(keys.first ?? "a key")' is set twice: first on line \(first.line)", at: second ?? first,
                fix: "keep one of them")
        default:
            return source.problem("not YAML: \(error)", at: places.location(line: 1, column: 1))
        }
    }
}
