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
        /// In the package itself, whose folder `ProgramLibrary.folder` holds its sources.
        case enclosed
    }

    /// - Parameters:
    ///   - solutions: what becomes of the solutions of exercises; where they are omitted, so is the code in them.
    ///   - parameters: the values of the course's parameters.
    ///   - library: where Weft's own package is.
    public init(
        _ chapter: Chapter, _ solutions: Solutions = .folded, parameters: [String: String], library: Library
    ) {
        let program = ProgramSource(chapter, solutions, parameters: parameters)
        literals = program.literals
        files = [
            ("Package.swift", Self.manifest(of: chapter.slug, library)),
            (
                "README.md",
                "`swift run -c release`, in this folder, runs the cells of the chapter “\(chapter.frontMatter.title)” and "
                    + "prints what its page shows." + Self.needs(library) + "\n"
            ),
            ("Sources/\(chapter.slug)/main.swift", program.text),
        ]
    }

    public static func == (first: ProgramPackage, second: ProgramPackage) -> Bool {
        first.files.elementsEqual(second.files) { $0 == $1 }
    }

    private static func manifest(of slug: String, _ library: Library) -> String {
        switch library {
        case .folder(let path):
            return manifest(
                of: slug, dependency: ".package(name: \"weft\", path: \(SwiftLiteral.text(path)))", named: "weft")
        case .repository(let address):
            // Swift calls a package after the last part of its address.
            let last = address.split(separator: "/").last ?? "weft"
            let name = last.hasSuffix(".git") ? String(last.dropLast(".git".count)) : String(last)
            return manifest(
                of: slug, dependency: ".package(url: \(SwiftLiteral.text(address)), branch: \"main\")", named: name)
        case .enclosed: return manifestWithLibrary(of: slug)
        }
    }

    private static func manifest(of slug: String, dependency: String, named name: String) -> String {
        """
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
                    // Cells are written like scripts, with regular expressions between slashes.
                    swiftSettings: [.swiftLanguageMode(.v5), .enableUpcomingFeature("BareSlashRegexLiterals")])
            ]
        )

        """
    }

    private static func manifestWithLibrary(of slug: String) -> String {
        """
        // swift-tools-version: 6.2
        import PackageDescription

        let strict: [SwiftSetting] = [
            .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("InternalImportsByDefault"),
            .enableUpcomingFeature("MemberImportVisibility"),
        ]

        let package = Package(
            name: "\(slug)",
            platforms: [.macOS(.v15)],
            targets: [
                // The chapter. Cells are written like scripts, with regular expressions between slashes.
                .executableTarget(
                    name: "\(slug)", dependencies: ["Prelude"],
                    swiftSettings: [.swiftLanguageMode(.v5), .enableUpcomingFeature("BareSlashRegexLiterals")]),

                // What its cells can use: Weft's libraries.
        \(ProgramLibrary.targets),
            ],
            swiftLanguageModes: [.v6]
        )

        """
    }

    /// What has to be installed, where the package tells nobody else.
    private static func needs(_ library: Library) -> String {
        guard library == .enclosed else { return "" }
        return " It needs Swift 6.3 and, on Debian, `apt-get install pkg-config zlib1g-dev libssl-dev`; "
            + "the libraries that cells use are in the folder `\(ProgramLibrary.folder)`."
    }
}
