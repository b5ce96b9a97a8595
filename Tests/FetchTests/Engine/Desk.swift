import Fetch
import Foundation
import Ingest
import Library
import Model

@testable import rassegna

/// A library in memory with all that refreshes it; a feed in these tests is a line `title | address | text` for each article,
/// after a line `feed`, and everything else is a page.
final class RefreshDesk: Sendable {
    let library: Library
    let knowledge = Knowledge()
    let folder: String
    let keyring: Keyring
    static let moment = Timestamp(seconds: 1_800_000_000)

    init() throws {
        library = try Library.inMemory(now: { RefreshDesk.moment }, zone: Zone.utc, resolve: { _ in [] })
        folder = "/tmp/rassegna-\(UUID().uuidString.prefix(13))"
        keyring = Keyring(dataFolder: folder + "/data", settingsFolder: folder + "/settings")
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    func refreshing(at moment: Timestamp = moment, _ change: (inout Limits) -> Void = { _ in }) -> Refreshing {
        Refreshing(
            library: library, knowledge: knowledge, fetcher: fetcher(change), keyring: keyring,
            reader: RefreshDesk.reader, now: { moment })
    }

    func adding() -> AddressAdding {
        AddressAdding(
            library: library, knowledge: knowledge, fetcher: fetcher(), keyring: keyring, reader: RefreshDesk.reader,
            now: { RefreshDesk.moment })
    }

    /// Adds a source for an address.
    @discardableResult
    func source(_ address: String, fetchesPages: Bool = false, visits: Visits = Visits()) throws -> Source {
        try library.addSource(
            Source(kind: .feed, address: address, fetchesPages: fetchesPages, visits: visits)
        ).source
    }

    /// Refreshes on a thread of its own, as the program does it.
    @discardableResult
    func refresh(
        _ urgency: Urgency = .routine, at moment: Timestamp = moment, _ change: (inout Limits) -> Void = { _ in }
    ) async throws -> [RefreshReport] {
        let refreshing = refreshing(at: moment, change)
        let sources = try library.sources()
        return try await aside { try refreshing.run(sources, urgency) }
    }

    /// The titles in the library.
    var titles: [String] {
        get throws {
            try library.page(PageRequest(query: .everything, anchor: .newest, limit: 100)).rows.map(\.title)
        }
    }

    private static let reader = WebReader { response in
        let lines = String(decoding: response.body, as: UTF8.self).split(separator: "\n").map(String.init)
        guard lines.first == "feed" else { return try WebReader.standard.read(response) }
        let articles = lines.dropFirst().enumerated().map { index, line in
            let parts = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            let text = parts[0] + "\n\n" + parts[2]
            let head = parts[0].utf8.count
            return ParsedArticle(
                file: response.address.description, index: index, identifier: parts[1], title: parts[0], url: parts[1],
                published: moment, outlet: "Il Telaio", text: text,
                blocks: [Block(0..<head, .title), Block((head + 2)..<text.utf8.count, .paragraph)],
                isSummary: parts[2].hasSuffix("..."))
        }
        return .feed(ParsedFeed(title: "Il Telaio", site: "https://telaio.example/", articles: Array(articles)))
    }
}

/// Does what waits for others on a thread of its own.
func aside<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
    }
}
