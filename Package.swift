// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target is compiled with: an import stays private to its file unless it says `public import`,
/// so that a cell which imports `Prelude` does not pay for loading Foundation.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "weft",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "weft", targets: ["weft"]),
        .library(name: "NeuralNetworks", targets: ["NeuralNetworks"]),
        .library(name: "LinearModels", targets: ["LinearModels"]),
        .library(name: "Datasets", targets: ["Datasets"]),
        .library(name: "SVGCharts", targets: ["SVGCharts"]),
        // All that a cell sees: what packages depend on that `weft tangle` makes.
        .library(name: "Prelude", targets: ["Prelude"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/swiftlang/swift-syntax", from: "603.0.1"),
    ],
    targets: [
        // What a cell can use. These know nothing of notebooks.
        .target(name: "NeuralKernels", linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
        .target(name: "NeuralNetworks", dependencies: ["NeuralKernels"], swiftSettings: strict),
        .target(name: "LinearModels", swiftSettings: strict),
        .target(name: "Datasets", dependencies: ["Hashing", "NeuralNetworks", "CZlib"], swiftSettings: strict),
        .target(name: "Hashing", dependencies: ["CCrypto"], swiftSettings: strict),
        .target(
            name: "SVGCharts", swiftSettings: strict, linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),

        // What a running cell says, and the process that runs it.
        .target(name: "NotebookEvents", swiftSettings: strict),
        .target(name: "NotebookRuntime", dependencies: ["NotebookEvents"], swiftSettings: strict),
        .target(
            name: "Prelude",
            dependencies: ["NeuralNetworks", "LinearModels", "Datasets", "SVGCharts", "NotebookRuntime"],
            swiftSettings: strict),
        .target(name: "CellGuards"),
        .target(
            name: "CellHost",
            dependencies: ["CellGuards", "NeuralNetworks", "NotebookEvents", "NotebookRuntime", "Prelude"],
            swiftSettings: strict),

        // From a chapter to a page, to a site.
        .target(name: "CommonMark", dependencies: ["CCmark"], swiftSettings: strict),
        .target(name: "MathTypesetting", dependencies: ["CDuktape", "CZlib"], swiftSettings: strict),
        .target(
            name: "Literate",
            dependencies: [
                "CommonMark", "NotebookEvents", "Yams",
                .product(name: "SwiftIDEUtils", package: "swift-syntax"),
                .product(name: "SwiftOperators", package: "swift-syntax"),
                .product(name: "SwiftParser", package: "swift-syntax"),
                .product(name: "SwiftSyntax", package: "swift-syntax"),
            ],
            swiftSettings: strict),
        .target(
            name: "Running",
            dependencies: [
                "CLzma", "CZlib", "Hashing", "Literate", "NotebookEvents",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system", condition: .when(platforms: [.linux])),
            ],
            resources: [.copy("system.modulemap")],
            swiftSettings: strict),
        .target(name: "FolderSwap"),
        .target(
            name: "Site",
            dependencies: [
                "CZlib", "FolderSwap", "Hashing", "Literate", "MathTypesetting", "NotebookEvents", "Running",
                "SVGCharts",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [.copy("Starter"), .copy("Theme")],
            swiftSettings: strict),
        .target(
            name: "Serving",
            dependencies: [
                "Literate", "NotebookEvents", "Running", "Site",
                .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ],
            resources: [.copy("Resources")],
            swiftSettings: strict),
        .executableTarget(
            name: "weft",
            dependencies: [
                "CellHost", "Literate", "NotebookRuntime", "Running", "Serving", "Site",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict,
            // Cells are loaded into this process and resolve the prelude's symbols from it, and those that they need where
            // they are not optimized.
            linkerSettings: [
                .unsafeFlags(["-Xlinker", "--export-dynamic"], .when(platforms: [.linux])),
                .linkedLibrary("swiftSwiftOnoneSupport"),
            ]),

        // `swift run -c release benchmarks`: the library against the processor's limit and against its peers.
        .executableTarget(
            name: "benchmarks", dependencies: ["Datasets", "NeuralNetworks"], exclude: ["peers.py"],
            swiftSettings: strict),

        // Tests.
        .target(name: "AllocationCounter", path: "Tests/AllocationCounter"),
        .testTarget(
            name: "NeuralNetworksTests",
            dependencies: ["AllocationCounter", "NeuralNetworks"],
            exclude: ["References", "Embedded/exports.swift", "Embedded/compare.mjs", "Embedded/expected.json"],
            swiftSettings: strict),
        .target(
            name: "TestSupport", dependencies: ["Literate", "Running"], path: "Tests/TestSupport",
            swiftSettings: strict),
        .testTarget(
            name: "LinearModelsTests", dependencies: ["LinearModels"], resources: [.copy("References")],
            swiftSettings: strict),
        .testTarget(
            name: "DatasetsTests", dependencies: ["Datasets", "Hashing", "NeuralNetworks"], swiftSettings: strict),
        .testTarget(
            name: "SVGChartsTests", dependencies: ["SVGCharts"], exclude: ["Fixtures", "Scripts"],
            swiftSettings: strict),
        .testTarget(name: "MathTypesettingTests", dependencies: ["MathTypesetting"], swiftSettings: strict),
        .testTarget(
            name: "PreludeTests",
            dependencies: [
                "LinearModels", "NeuralNetworks", "NotebookEvents", "NotebookRuntime", "Prelude", "SVGCharts",
            ],
            swiftSettings: strict),
        .testTarget(name: "CommonMarkTests", dependencies: ["CommonMark"], swiftSettings: strict),
        .testTarget(name: "NotebookEventsTests", dependencies: ["NotebookEvents"], swiftSettings: strict),
        .testTarget(
            name: "LiterateTests", dependencies: ["CommonMark", "LinearModels", "Literate"],
            exclude: ["Prose/Specification"],
            swiftSettings: strict),
        .testTarget(
            name: "RunningTests", dependencies: ["Literate", "NotebookEvents", "Running", "TestSupport", "weft"],
            swiftSettings: strict),
        .testTarget(
            name: "SiteTests",
            dependencies: ["Literate", "NotebookEvents", "Running", "Site", "TestSupport", "weft"],
            exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(
            name: "BrowserTests",
            dependencies: ["CZlib", "LinearModels", "Literate", "Running", "Site", "TestSupport", "weft"],
            exclude: ["Course", "Scripts"], swiftSettings: strict),
        .testTarget(
            name: "WeftTests",
            dependencies: [
                "TestSupport", "weft", .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system", condition: .when(platforms: [.linux])),
            ],
            swiftSettings: strict),

        // System libraries.
        .systemLibrary(
            name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
        .systemLibrary(name: "CDuktape", pkgConfig: "duktape", providers: [.apt(["duktape-dev"]), .brew(["duktape"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .systemLibrary(name: "CLzma", pkgConfig: "liblzma", providers: [.apt(["liblzma-dev"]), .brew(["xz"])]),
        .systemLibrary(
            name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
    ],
    swiftLanguageModes: [.v6]
)
