import NotebookEvents

// What follows asks for the value of an input on the cell's page. While the page is built, it is the default. In a cell
// that is `live`, a reader changes it, and the cell runs again.

/// A slider for a whole number: `control("Degree", 1...15, default: 3)`.
public func control(_ label: String, _ range: ClosedRange<Int>, default initial: Int) -> Int {
    guard range.contains(initial) else {
        fatalError("the default of '\(label)', \(initial), is not in \(range.lowerBound)...\(range.upperBound)")
    }
    let kind = Control.Kind.integer(lower: range.lowerBound, upper: range.upperBound, initial: initial)
    return entered(label, kind).map { max(range.lowerBound, min(range.upperBound, Int($0))) } ?? initial
}

/// A slider for a number: `control("Noise", 0.0...1.0, step: 0.05, default: 0.2)`.
public func control(
    _ label: String, _ range: ClosedRange<Double>, step: Double, default initial: Double
) -> Double {
    guard step > 0, step.isFinite, range.lowerBound.isFinite, range.upperBound.isFinite else {
        fatalError("the steps of '\(label)' are not above 0, or its range has no end")
    }
    guard range.contains(initial) else {
        fatalError("the default of '\(label)', \(initial), is not in \(range.lowerBound)...\(range.upperBound)")
    }
    let kind = Control.Kind.number(lower: range.lowerBound, upper: range.upperBound, step: step, initial: initial)
    return entered(label, kind).map { max(range.lowerBound, min(range.upperBound, $0)) } ?? initial
}

/// A choice of one of several words: `control("Penalty", ["none", "L1", "L2"], default: "L2")`.
public func control(_ label: String, _ options: [String], default initial: String) -> String {
    guard let place = options.firstIndex(of: initial) else {
        fatalError("the default of '\(label)', '\(initial)', is not among its choices")
    }
    let chosen = entered(label, .choice(options: options, initial: place)).map { Int($0) } ?? place
    return options[max(0, min(options.count - 1, chosen))]
}

/// A toggle: `control("Dropout", default: false)`.
public func control(_ label: String, default initial: Bool) -> Bool {
    entered(label, .toggle(initial: initial)).map { $0 != 0 } ?? initial
}

/// A text: `control("Name", default: "Ada")`.
public func control(_ label: String, default initial: String) -> String {
    if case .text(let text) = Notebook.current.value(of: Control(label, .text(initial: initial))) { return text }
    return initial
}

/// A button, and how often it was pressed, which makes a good seed: `button("New sample")`.
public func button(_ label: String) -> Int {
    entered(label, .button).map { max(0, Int($0)) } ?? 0
}

/// The number that a reader has entered; nil where nobody has.
private func entered(_ label: String, _ kind: Control.Kind) -> Double? {
    guard case .number(let number) = Notebook.current.value(of: Control(label, kind)), number.magnitude < 1e15 else {
        return nil
    }
    return number
}
