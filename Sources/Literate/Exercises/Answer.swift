/// What is to be answered to an exercise, as running its expression gave it.
struct Answer: Equatable {
    /// The value's text.
    let text: String
    /// How far from the answer a number may be.
    let tolerance: Double?

    /// The number that the text is, without a percent sign behind it; nil where it is none.
    var number: Double? { Double(text.trimming("%").replacing("−", with: "-")) }

    /// What stands behind the number.
    var unit: String { text.hasSuffix("%") ? "%" : "" }

    /// The answer as readers are told it: a number with as many digits as its tolerance asks for.
    var shown: String {
        guard let number, let tolerance, tolerance > 0 else { return text }
        var scale = 1.0
        while 1 / scale > tolerance * 1.000_001, scale < 1e12 { scale *= 10 }
        let rounded = (number * scale).rounded() / scale
        let digits = "\(rounded)"
        let plain = digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
        return plain.replacing("-", with: "−") + unit
    }
}

extension Answer {
    /// What is wrong with the answer, in words, and a likely fix; nil where readers can give it.
    var fault: (message: String, fix: String)? {
        guard let number, !text.isEmpty else {
            let isTolerant = tolerance != nil
            if text.trimming(" ").isEmpty { return ("the answer is empty", "give an expression with a value") }
            return isTolerant
                ? ("the answer '\(text)' is no number, so that it has no tolerance", "write '{answer}' alone") : nil
        }
        if !number.isFinite {
            return ("the answer is '\(text)', which nobody can give", "change the expression, or ask something else")
        }
        // Nobody types seven digits of a number that has more.
        if tolerance == nil, text.contains("."), text.count(where: \.isNumber) > 6 {
            return ("the answer \(text) has no tolerance", "write '{answer tolerance=0.01}'")
        }
        return nil
    }
}
