import Testing

/// How far numbers are from the wanted ones, relative to the largest of these.
func distance(_ got: [some BinaryFloatingPoint], _ wanted: [Double]) -> Double {
    guard got.count == wanted.count else { return .infinity }
    let scale = wanted.reduce(1e-30) { max($0, $1.magnitude) }
    return zip(got, wanted).reduce(0) { max($0, $1.0.isNaN ? .infinity : (Double($1.0) - $1.1).magnitude / scale) }
}

/// Expects numbers to lie within `tolerance`, relative to the largest wanted one.
func expectClose(
    _ got: [some BinaryFloatingPoint], _ wanted: [Double], _ tolerance: Double = 1e-6, _ what: String = "",
    at location: SourceLocation = #_sourceLocation
) {
    let distance = distance(got, wanted)
    #expect(
        distance <= tolerance, "\(what): got \(got.prefix(8)), wanted \(wanted.prefix(8))", sourceLocation: location)
}
