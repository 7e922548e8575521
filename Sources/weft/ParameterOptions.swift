import ArgumentParser

/// `-P key:value`, once for each parameter.
struct ParameterOptions: ParsableArguments {
    @Option(
        name: .customShort("P"), help: ArgumentHelp("Set a parameter of the course.", valueName: "key:value"),
        transform: Parameter.init)
    private var parameters: [Parameter] = []

    /// The parameters' values by name; of two for one name, the later.
    var values: [String: String] {
        Dictionary(parameters.map { ($0.key, $0.value) }) { $1 }
    }

    private struct Parameter {
        var key: String
        var value: String

        init(_ argument: String) throws {
            guard let colon = argument.firstIndex(of: ":"), colon != argument.startIndex else {
                throw ValidationError("'\(argument)' is not of the form key:value, such as dataset:mnist")
            }
            key = String(argument[..<colon])
            value = String(argument[argument.index(after: colon)...])
        }
    }
}
