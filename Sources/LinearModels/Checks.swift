/// The checks of arguments that several entry points share.
enum Checks {
    /// That `x` `[rows, features]` and `y` `[rows]` are finite, not empty and belong together.
    static func data(_ x: DesignMatrix, _ y: [Double]) throws(LinearModelError) {
        guard x.rows > 0 else { throw .empty(argument: "x") }
        guard x.rows == y.count else {
            throw .length(argument: "y", count: y.count, expected: x.rows, of: "x")
        }
        try finite(x)
        try finite(y, "y")
    }

    static func finite(_ x: DesignMatrix) throws(LinearModelError) {
        for (index, value) in x.elements.enumerated() where !value.isFinite {
            throw .notFinite(argument: "x", row: index / x.columns, column: index % x.columns)
        }
    }

    static func finite(_ values: [Double], _ argument: String) throws(LinearModelError) {
        for (index, value) in values.enumerated() where !value.isFinite {
            throw .notFinite(argument: argument, row: index, column: nil)
        }
    }

    static func penalty(_ lambda: Double) throws(LinearModelError) {
        guard lambda >= 0, lambda.isFinite else {
            throw .setting(name: "lambda", value: lambda, allowed: "a penalty is 0 or more, and finite")
        }
    }

    /// That the penalties are some, and each allowed.
    static func penalties(_ lambdas: [Double]) throws(LinearModelError) {
        guard !lambdas.isEmpty else { throw .empty(argument: "lambdas") }
        for lambda in lambdas { try penalty(lambda) }
    }

    static func count(_ value: Int, _ name: String, atLeast minimum: Int) throws(LinearModelError) {
        guard value >= minimum else {
            throw .setting(name: name, value: Double(value), allowed: "\(minimum) or more")
        }
    }
}
