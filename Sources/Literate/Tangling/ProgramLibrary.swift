/// The library that a chapter's program uses, as a package declares it that holds the library's sources itself.
public enum ProgramLibrary {
    /// A target of Weft's own package: `Package.swift` says the same of it.
    public struct Module: Equatable, Sendable {
        public var name: String
        public var dependencies: [String] = []
        /// What a library of the system is called, and the packages that have it: pkg-config's, apt's and brew's. Nil for a
        /// target with code.
        var system: (config: String, apt: String, brew: String)?

        public static func == (first: Module, second: Module) -> Bool {
            first.name == second.name && first.dependencies == second.dependencies
        }
    }

    public static let modules = [
        Module(name: "NeuralKernels"),
        Module(name: "NeuralNetworks", dependencies: ["NeuralKernels"]),
        Module(name: "LinearModels"),
        Module(name: "Datasets", dependencies: ["Hashing", "NeuralNetworks", "CZlib"]),
        Module(name: "Hashing", dependencies: ["CCrypto"]),
        Module(name: "SVGCharts"),
        Module(name: "NotebookEvents"),
        Module(name: "NotebookRuntime", dependencies: ["NotebookEvents"]),
        Module(
            name: "Prelude",
            dependencies: ["NeuralNetworks", "LinearModels", "Datasets", "SVGCharts", "NotebookRuntime"]),
        Module(name: "CZlib", system: ("zlib", "zlib1g-dev", "zlib")),
        Module(name: "CCrypto", system: ("libcrypto", "libssl-dev", "openssl@3")),
    ]

    /// The folder of the modules' sources in a package.
    public static let folder = "Weft"

    /// The modules' declarations in a package's manifest.
    static var targets: String { modules.map(target).joined(separator: ",\n") }

    private static func target(_ module: Module) -> String {
        let path = "path: \"\(folder)/\(module.name)\""
        if let (config, apt, brew) = module.system {
            return """
                        .systemLibrary(
                            name: "\(module.name)", \(path), pkgConfig: "\(config)",
                            providers: [.apt(["\(apt)"]), .brew(["\(brew)"])])
                """
        }
        let names = module.dependencies.map { "\"\($0)\"" }.joined(separator: ", ")
        return """
                    .target(
                        name: "\(module.name)", dependencies: [\(names)], \(path), swiftSettings: strict,
                        linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))])
            """
    }
}
