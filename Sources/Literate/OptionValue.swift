/// What the value of an option may be, and how its text is read.
struct OptionValue<Value: Sendable>: Sendable {
    /// What is expected, as a message goes on after "is to be".
    let expected: String
    /// The words that it may be; a misspelt one is compared with them.
    var words: [String] = []
    /// The value that a text stands for; nil where it is none.
    let parse: @Sendable (String) -> Value?
}

extension OptionValue {
    /// One of several words.
    static func oneOf(_ values: [(word: String, value: Value)]) -> OptionValue {
        let words = values.map(\.word)
        return OptionValue(
            expected: words.dropLast().joined(separator: ", ") + " or " + (words.last ?? ""), words: words
        ) { text in
            values.first { $0.word == text.lowercased() }?.value
        }
    }
}

extension OptionValue<Bool> {
    static var flag: Self { .oneOf([("true", true), ("false", false)]) }
}

extension OptionValue<String> {
    /// A text that says something.
    static var text: Self {
        OptionValue(expected: "a text") { $0.isEmpty ? nil : $0 }
    }

    /// What can stand in an address behind `#`, and be typed.
    static var label: Self {
        OptionValue(expected: "made of letters, digits, '-' and '_'") { text in
            text.wholeMatch(of: #/[A-Za-z0-9_-]+/#).map { _ in text }
        }
    }
}

extension OptionValue<Int> {
    /// A whole number.
    static func count(_ range: ClosedRange<Int>) -> Self {
        OptionValue(expected: "a whole number from \(range.lowerBound) to \(range.upperBound)") { text in
            Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    /// An amount of memory, in bytes. As everywhere with memory, a KB has 1024 of them.
    static var memory: Self {
        OptionValue(expected: "an amount of memory from 1 MB to 1024 GB, such as 512 MB or 2 GB") { text in
            guard let match = text.uppercased().wholeMatch(of: #/(\d{1,7}(?:\.\d{1,3})?) ?([MG])I?B/#),
                let number = Double(match.1)
            else { return nil }
            let bytes = number * Double(match.2 == "M" ? 1 << 20 : 1 << 30)
            return (Double(1 << 20)...Double(1 << 40)).contains(bytes) ? Int(bytes) : nil
        }
    }
}

extension OptionValue<Duration> {
    /// A length of time; a number alone is one of seconds.
    static var duration: Self {
        OptionValue(expected: "a time above 0 and of a day at most, such as 90 (seconds), 90s or 5m") { text in
            guard let match = text.wholeMatch(of: #/(\d{1,7}(?:\.\d{1,3})?) ?(s|m|h)?/#),
                let number = Double(match.1)
            else { return nil }
            let factors: [Substring: Double] = ["s": 1, "m": 60, "h": 3600]
            let seconds = number * (match.2.flatMap { factors[$0] } ?? 1)
            return seconds > 0 && seconds <= 86400 ? .seconds(seconds) : nil
        }
    }
}
