/// A number of things in words: "1 chapter", "12 chapters".
struct Count: CustomStringConvertible {
    private let number: Int
    private let noun: String

    init(_ number: Int, _ noun: String) {
        self.number = number
        self.noun = noun
    }

    var description: String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
