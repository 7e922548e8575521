/// A number with the name of what has it: "least squares", "weight 0.1 to 0.3".
struct NamedValue {
    let name: String
    /// What the number is, as it stands inside a sentence.
    let label: String
    let value: Double

    /// Which of several is largest and which is smallest; nothing where there are none.
    static func extremes(of values: [NamedValue], each: String) -> [String] {
        guard var most = values.first, var least = values.first else { return [] }
        for value in values {
            if value.value > most.value { most = value }
            if value.value < least.value { least = value }
        }
        let number = NumberText.people(most.value)
        guard most.value > least.value else {
            return ["\(most.label) is \(number) for \(values.count == 1 ? most.name : "every \(each)")"]
        }
        return [
            "\(most.label) is largest, \(number), for \(most.name)"
                + " and smallest, \(NumberText.people(least.value)), for \(least.name)"
        ]
    }
}
