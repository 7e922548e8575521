/// What an exception of KaTeX's says of a formula.
///
/// A `ParseError` comes as its position, a line break and its message, which ends in the text around the position:
///
///     KaTeX parse error: Double superscript at position 4: x^2^̲3
///
/// The position is one in the text that the wrong token came from. That is the formula, or a macro's text.
struct ExceptionReading {
    private let tex: String
    private let macros: Macros
    private let position: Int?
    private let message: String
    /// The text around the position.
    private let context: String?

    private static let prefix = "KaTeX parse error: "

    init(_ exception: JavaScriptException, of tex: String, macros: Macros) {
        self.tex = tex
        self.macros = macros
        let parts = exception.value.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].hasPrefix(Self.prefix) else {
            position = nil
            message = Self.failure(exception.value)
            context = nil
            return
        }
        let text = parts[1].dropFirst(Self.prefix.count)
        position = Int(parts[0])
        let place = position.flatMap {
            text.firstRange(of: " at position \($0 + 1): ") ?? text.firstRange(of: " at end of input: ")
        }
        message = Self.message(String(text[..<(place?.lowerBound ?? text.endIndex)]))
        context = place.map { String(text[$0.upperBound...]) }
    }

    var error: MathError {
        let fix = LikelyFix.fix(for: message)
        guard let position, let context else {
            return MathError(message: message, offset: firstCommand, fix: fix)
        }
        // KaTeX underlines each character of the token.
        let around = Self.plain(context.unicodeScalars)
        if stands(around, at: position, of: tex) {
            return MathError(message: message, offset: Self.offset(position, of: tex), fix: fix)
        }
        if let (name, text) = macros.all.first(where: { stands(around, at: position, of: $1) }) {
            return MathError(message: message, offset: Self.offset(position, of: text), macro: name, fix: fix)
        }
        return MathError(message: message, offset: firstCommand, fix: fix)
    }
}

extension ExceptionReading {
    /// Whether `text` has what an error shows around `position`: up to 15 characters before it, and then the token.
    private func stands(_ around: [Unicode.Scalar], at position: Int, of text: String) -> Bool {
        let start = text.utf16.index(text.startIndex, offsetBy: max(0, position - 15), limitedBy: text.endIndex)
        guard let start, position <= text.utf16.count else { return false }
        return Self.plain(text.unicodeScalars[start...]).starts(with: around)
    }

    /// The scalars that are neither the marks that KaTeX adds nor like them.
    private static func plain(_ scalars: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
        scalars.filter { $0 != "\u{332}" && $0 != "…" }
    }

    /// JavaScript counts UTF-16 units; the chapter's places count bytes.
    private static func offset(_ position: Int, of text: String) -> Int {
        String(decoding: text.utf16.prefix(position), as: UTF16.self).utf8.count
    }

    /// Where the command that the message names first stands in the formula.
    private var firstCommand: Int? {
        guard let command = message.firstMatch(of: #/\\[a-zA-Z]+/#)?.output,
            let range = tex.firstRange(of: command)
        else { return nil }
        return tex.utf8.distance(from: tex.startIndex, to: range.lowerBound)
    }

    /// KaTeX's message without what it says of settings that authors don't have.
    private static func message(_ text: String) -> String {
        let strict = #/LaTeX-incompatible input and strict mode is set to 'error': (?<what>.*) \[\w+\]/#
        if let what = text.wholeMatch(of: strict.dotMatchesNewlines())?.what { return String(what) }
        let shown = text.unicodeScalars.map { $0.value < 0x20 ? "U+\(String($0.value, radix: 16))" : String($0) }
            .joined()
        return shown.replacing(" or need to increase maxExpand setting", with: "")
    }

    /// What an exception means that isn't KaTeX's.
    private static func failure(_ exception: String) -> String {
        let limits = ["RangeError", "DoubleError", "Error: alloc failed"]
        guard limits.contains(where: exception.hasPrefix) else { return "KaTeX failed: \(exception)" }
        return "the formula is too much work: it is too long, nested too deeply, or its macros grow too large"
    }
}
