extension Metric {
    /// What is measured, in words, whatever it is measured on: `val_mean_squared_error` is "Mean squared error".
    var title: String {
        let words = (isOnValidation ? String(name.dropFirst(4)) : name).split(separator: "_").joined(separator: " ")
        return Letters.capital(String(words.prefix(1))) + words.dropFirst()
    }

    /// What it is measured on.
    var data: String { isOnValidation ? "validation" : "training" }

    /// This metric and the same on validation data, where they were measured.
    func pair(among measured: [Metric]) -> [Metric] {
        let pair = isOnValidation ? [self] : [self, onValidation]
        let found = pair.filter(measured.contains)
        guard found.isEmpty, !measured.isEmpty else { return found }
        let names = measured.map { $0.name }.joined(separator: ", ")
        fatalError("'\(name)' was not measured; what was: \(names). Compile the model with metrics: […]")
    }

    private var isOnValidation: Bool { name.hasPrefix("val_") }
}
