import CommonMark

/// Reads what stands between braces: `#id`, `.class`, `key=value` and `key="a value"`, with blanks between.
///
///     #fig-x .wide fig-alt="Two lines"   →   id fig-x, class wide, fig-alt: Two lines
struct AttributeReader {
    private var rest: Substring
    private var attributes = Attributes()

    /// The attributes that `text` says, without its braces.
    /// - Throws: `Malformed` for what says none.
    static func read(_ text: some StringProtocol) throws(Malformed) -> Attributes {
        var reader = AttributeReader(rest: Substring(text))
        while try reader.readOne() {}
        return reader.attributes
    }

    /// What is wrong with a piece of attributes.
    struct Malformed: Error {
        var message: String
    }

    private init(rest: Substring) {
        self.rest = rest
    }

    /// Reads the next attribute, if there is one.
    private mutating func readOne() throws(Malformed) -> Bool {
        rest = rest.drop(while: \.isWhitespace)
        guard let first = rest.first else { return false }
        switch first {
        case "#":
            let id = try name(behind: "#")
            guard attributes.id == nil else { throw Malformed(message: "a second id '#\(id)'") }
            attributes.id = id
        case ".": attributes.classes.append(try name(behind: "."))
        default: attributes.pairs.append(try pair())
        }
        return true
    }

    private mutating func name(behind mark: Character) throws(Malformed) -> String {
        rest = rest.dropFirst()
        let name = rest.prefix(while: Self.isNameCharacter)
        rest = rest.dropFirst(name.count)
        guard !name.isEmpty, rest.first?.isWhitespace ?? true else {
            throw Malformed(
                message: "'\(mark)\(name)\(rest.prefix { !$0.isWhitespace })' is not a name of ASCII letters, "
                    + "digits, '-' and '_'")
        }
        return String(name)
    }

    private mutating func pair() throws(Malformed) -> Attributes.Pair {
        let key = rest.prefix(while: Self.isNameCharacter)
        let behind = rest.dropFirst(key.count)
        guard !key.isEmpty, behind.first == "=" else {
            throw Malformed(
                message: "'\(rest.prefix { !$0.isWhitespace })' is neither '#id', '.class' nor 'key=\"value\"'")
        }
        rest = behind.dropFirst()
        return Attributes.Pair(key: String(key), value: try value(of: key))
    }

    private mutating func value(of key: Substring) throws(Malformed) -> String {
        guard let quote = rest.first, quote == "\"" || quote == "'" else {
            let value = rest.prefix { !$0.isWhitespace }
            rest = rest.dropFirst(value.count)
            return String(value)
        }
        rest = rest.dropFirst()
        var value = ""
        while let character = rest.popFirst() {
            if character == quote { return value }
            let isEscape = character == "\\" && (rest.first == quote || rest.first == "\\")
            value.append(isEscape ? rest.removeFirst() : character)
        }
        throw Malformed(message: "the value of '\(key)' has no closing quote")
    }

    private static func isNameCharacter(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || character == "-" || character == "_")
    }
}
