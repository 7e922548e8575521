/// KaTeX in a JavaScript engine.
final class KaTeX {
    private let engine = JavaScriptEngine()
    private let script: String
    private let macros: Macros
    private lazy var commands = script.matches(of: #/"\\(\\[a-zA-Z]+)"/#).map { String($0.1) } + macros.names
    private lazy var environments = script.matches(of: #/names:\[((?:"[a-zA-Z*]+",?)+)\]/#)
        .flatMap { $0.1.split { $0 == "," || $0 == "\"" } }.map(String.init)

    init(_ package: KaTeXPackage, macros: Macros) throws(MathSetupError) {
        script = package.script
        self.macros = macros
        do throws(JavaScriptException) {
            try engine.run(TypesettingScript.before)
            try engine.run(package.script)
            try engine.run(TypesettingScript.after)
        } catch {
            throw .unusable(reason: error.value)
        }
    }

    /// The HTML of a formula.
    func html(_ tex: String, display: Bool) throws(MathError) -> String {
        guard tex.utf8.count <= Self.longest else {
            throw MathError(message: "the formula has \(tex.utf8.count) bytes, and may have \(Self.longest)")
        }
        let html = try call("html", tex, display: display)
        // Half of a surrogate pair, which `\char` can ask for, is a character that no text can hold.
        guard !html.contains("\u{FFFD}") else { throw MathError(message: "the formula has a character that is none") }
        return html
    }

    /// Throws what `html` would of errors in the formula's form.
    func check(_ tex: String) throws(MathError) {
        _ = try call("check", tex, display: true)
    }

    private func call(_ function: String, _ tex: String, display: Bool) throws(MathError) -> String {
        do throws(JavaScriptException) {
            return try engine.call(function, [tex, display ? "display" : "text", macros.json])
        } catch {
            var reading = ExceptionReading(error, of: tex, macros: macros).error
            reading.fix = reading.fix ?? suggestion(for: reading.message)
            throw reading
        }
    }

    /// How many bytes a formula may have. People's have a hundred; a table of 400 numbers has 5,000.
    private static let longest = 20_000
}

extension KaTeX {
    /// The nearest name that KaTeX knows to the one that `message` calls unknown.
    private func suggestion(for message: String) -> String? {
        if let command = message.wholeMatch(of: #/Undefined control sequence: (\\.+)/#)?.1 {
            return nearest(to: String(command), among: commands) { $0 }.map { "did you mean '\($0)'?" }
                ?? "KaTeX has no such command; a macro can define it"
        }
        if let name = message.wholeMatch(of: #/No such environment: (.+)/#)?.1 {
            return nearest(to: String(name), among: environments) { "\\begin{\($0)}" }.map { "did you mean '\($0)'?" }
        }
        return nil
    }

    /// The one of `names` that `word` is the fewest letters away from: two at most, and fewer than half of its own.
    /// - Parameter tex: what to ask KaTeX, for not all names that stand in its script can be used.
    private func nearest(to word: String, among names: [String], tex: (String) -> String) -> String? {
        let letters = Array(word)
        let near = Set(names).map { (name: $0, distance: Array($0).difference(from: letters).count) }
            .filter { $0.distance <= 2 && $0.distance * 2 < letters.count }.sorted {
                ($0.distance, $0.name) < ($1.distance, $1.name)
            }
        return near.first { isKnown(tex($0.name)) }?.name
    }

    private func isKnown(_ tex: String) -> Bool {
        do throws(JavaScriptException) {
            _ = try engine.call("check", [tex, "display", macros.json])
            return true
        } catch {
            return error.value.firstMatch(of: #/Undefined control sequence|No such environment/#) == nil
        }
    }
}
