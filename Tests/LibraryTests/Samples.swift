import Foundation
import Library
import Model
import Testing

/// A moment of the tests: 2026-11-20 at noon, UTC.
let noon = Timestamp(iso8601: "2026-11-20T12:00:00Z") ?? Timestamp(seconds: 0)

/// A library in memory whose clock stands at noon.
func makeLibrary(
    resolve: @escaping @Sendable (String) -> [String] = { [$0] },
    searches: @escaping @Sendable (String) -> Query? = { _ in nil }
) throws -> Library {
    try Library.inMemory(folder: "/news", now: { noon }, resolve: resolve, searches: searches)
}

/// A library in a file.
func openLibrary(_ path: String) throws -> Library {
    try Library(path: path, folder: "/news", now: { noon })
}

/// An article to be stored, `age` minutes before noon.
func item(
    _ text: String, title: String? = nil, file: String? = nil, age: Int64 = 0, outlet: String? = nil,
    language: String? = nil, companies: [Appearance] = []
) -> (ParsedArticle, Annotation) {
    let article = ParsedArticle(
        file: file ?? "\(text.prefix(40)).txt", title: title ?? text, published: noon.advanced(by: -60 * age),
        language: language.map(Language.init), outlet: outlet, text: text,
        blocks: [Block(0..<text.utf8.count, .paragraph)])
    return (article, Annotation(companies: companies))
}

/// An item of a feed: at an address, with an identifier.
func entry(
    _ title: String, _ text: String = "", at address: String? = nil, id: String? = nil, age: Int64 = 0,
    isSummary: Bool = false, feed: String = "https://a.example/rss"
) -> (ParsedArticle, Annotation) {
    var (article, annotation) = item(text, title: title, file: feed, age: age)
    article.url = address
    article.identifier = id
    article.isSummary = isSummary
    return (article, annotation)
}

/// A text of so many words, another one for each seed.
func words(_ count: Int, seed: UInt64 = 1) -> String {
    var random = Seeded(state: seed)
    return (0..<count).map { _ in String(UInt64.random(in: 0...99_999_999, using: &random), radix: 36) }
        .joined(separator: " ")
}

/// A company in an article.
func named(_ company: String, _ salience: Salience = .mentioned) -> Appearance {
    Appearance(company: company, salience: salience, mentions: 1)
}

extension Library {
    /// The titles of a query's articles, newest first.
    func titles(_ query: String, builtAt: Int64? = nil) throws -> [String] {
        try titles(Query.parse(query), builtAt: builtAt)
    }

    /// The titles of a query's articles, newest first.
    func titles(_ query: Query, builtAt: Int64? = nil) throws -> [String] {
        try page(PageRequest(query: query, limit: 1000, builtAt: builtAt)).rows.map(\.title)
    }
}

/// Runs a test with a folder of its own, removed afterwards.
func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("library-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
}

/// Numbers that look random and are the same in every run (SplitMix64; Steele, Lea and Flood 2014).
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
