// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target: warnings are errors, each file names the modules it uses.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A target of arithmetic is optimised in debug builds too: without it the recogniser is fifty times slower, in tests and
/// with `make run`.
let fast: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// A Swift target under `Sources`.
func layer(_ name: String, _ dependencies: [Target.Dependency] = [], _ settings: [SwiftSetting] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict + settings)
}

/// A test target under `Tests`; snapshots and fixtures are read by path, not bundled.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
    name: "rassegna",
    products: [.executable(name: "rassegna", targets: ["rassegna"])],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/LebJe/TOMLKit.git", exact: "0.6.0"),
        .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),  // in tests only
    ],
    targets: [
        // C: a shim over ncursesw, one over libcurl (loaded at first use), and Debian's parsers as they are.
        .target(
            name: "CTerminal",
            linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
        .target(name: "CFetch"),
        // libxml2's headers alone: the library is loaded when the first feed is read, which linking it would do at every start.
        .target(name: "CXML", cSettings: [.unsafeFlags(["-I/usr/include/libxml2"])]),
        .systemLibrary(name: "CGumbo", providers: [.apt(["libgumbo-dev"])]),
        .systemLibrary(name: "CCmark", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .target(
            name: "Resources", path: "Resources", sources: ["resources.c", "model.c", "memory.c"],
            publicHeadersPath: "include"),

        // The layers, lowest first; docs/architecture.md draws the arrows.
        layer("Model"),
        layer("Terminal", ["CTerminal"]),
        layer("Ingest", ["Model", "CGumbo", "CCmark", "CXML"], fast),
        layer("Fetch", ["Model", "CFetch"]),
        layer("Entities", ["Model"], fast),
        layer(
            "Library",
            [
                "Model", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        layer("Views", ["Model", "Terminal"]),
        layer("Controller", ["Model", "Terminal", "Views"]),
        .executableTarget(
            name: "rassegna",
            dependencies: [
                "Controller", "Entities", "Fetch", "Ingest", "Library", "Model", "Resources", "Terminal", "Views",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "TOMLKit", package: "TOMLKit"),
            ],
            swiftSettings: strict),
        .executableTarget(name: "trainer", dependencies: ["Entities", "Model", "Resources"], swiftSettings: strict),
        .executableTarget(
            name: "benchmarks", dependencies: ["Entities", "Ingest", "Library", "Model", "Resources"],
            path: "Benchmarks", exclude: ["feeds", "floor.py", "hostile", "pages", "peers", "run", "scenarios"],
            swiftSettings: strict),

        // The rings of tests.
        .target(
            name: "TestSupport", dependencies: ["Model", "Terminal"],
            path: "Tests/TestSupport", swiftSettings: strict),
        tests("ModelTests", ["Model"]),
        tests("TerminalTests", ["Terminal", "TestSupport"]),
        tests("IngestTests", ["Ingest", "Model", "TestSupport"]),
        tests(
            "FetchTests",
            [
                "rassegna", "Fetch", "Ingest", "Library", "Model", .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ]),
        tests("EntitiesTests", ["Entities", "Ingest", "Model", "TestSupport"]),
        tests("LibraryTests", ["Library", "Model", "TestSupport"]),
        tests("ViewsTests", ["Views", "Model", "Terminal", "TestSupport"], exclude: ["Screens"]),
        tests("ControllerTests", ["Controller", "Model", "Terminal", "Views", "TestSupport"]),
        tests(
            "SessionTests",
            ["rassegna", "Controller", "Entities", "Library", "Model", "Terminal", "Views", "TestSupport"]),
        tests("EndToEndTests", ["rassegna", "Model", "TestSupport"]),
    ],
    cLanguageStandard: .gnu2x
)
