/// A chapter as a Swift package: one program that prints what the chapter's page shows.
public struct ProgramPackage: Equatable, Sendable {
    /// The files by their paths in the package's folder.
    public let files: [(path: String, text: String)]
    /// The texts of the program's string literals, some of which may name files that it reads.
    public let literals: Set<String>

    /// Where the package finds the library that cells use.
    public enum Library: Equatable, Sendable {
        /// In the folder of this path.
        case folder(String)
        /// In the repository at this address, on its branch `main`.
        case repository(String)
    }

    /// - Parameters:
    ///   - parameters: the values of the course's parameters.
    ///   - library: where Weft's own package is.
    public init(_ chapter: Chapter, parameters: [String: String], library: Library) {
        let program = ProgramSource(chapter, parameters: parameters)
        literals = program.literals
        files = [
            ("Package.swift", Self.manifest(of: chapter.slug, library)),
            (
                "README.md",
                "`swift run -c release`, in this folder, runs the cells of the chapter “\(chapter.frontMatter.title)” and "
                    + "prints what its page shows.\n"
            ),
            ("Sources/\(chapter.slug)/main.swift", program.text),
        ]
    }

    public static func == (first: ProgramPackage, second: ProgramPackage) -> Bool {
        first.files.elementsEqual(second.files) { $0 == $1 }
    }

    private static func manifest(of slug: String, _ library: Library) -> String {
        let dependency: String
        let name: String
        switch library {
        case .folder(let path):
            name = "weft"
            dependency = ".package(name: \"weft\", path: \(SwiftLiteral.text(path)))"
        case .repository(let address):
            // Swift calls a package after the last part of its address.
            let last = address.split(separator: "/").last ?? "weft"
            name = last.hasSuffix(".git") ? String(last.dropLast(".git".count)) : String(last)
            dependency = ".package(url: \(SwiftLiteral.text(address)), branch: \"main\")"
        }
        return """
            // swift-tools-version: 6.2
            import PackageDescription

            let package = Package(
                name: "\(slug)",
                platforms: [.macOS(.v15)],
                dependencies: [\(dependency)],
                targets: [
                    .executableTarget(
                        name: "\(slug)",
                        dependencies: [.product(name: "Prelude", package: \(SwiftLiteral.text(name)))],
                        // Cells are written like scripts.
                        swiftSettings: [.swiftLanguageMode(.v5)])
                ]
            )

            """
    }
}
