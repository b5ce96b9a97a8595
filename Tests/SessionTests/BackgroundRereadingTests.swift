import Controller
import Dispatch
import Foundation
import Library
import Model
import Synchronization
import Testing
import Views

@testable import rassegna

/// The library read again in the background.
struct BackgroundRereadingTests {
    /// A library whose articles are all stale.
    private func library() throws -> Library {
        let library = try SampleReader.library()
        // No text index holds it, so every article counts as reached.
        try library.correct([Correction("?", .notAName), Correction("Nvidia", .means("Oracle"))])
        return library
    }

    private func stale(_ library: Library) throws -> Int {
        try library.staleCount(knowledge: Knowledge.shared.recogniser(library.correctionsInForce()).knowledge)
    }

    @Test func `it does nothing while others are at work, and stops at once`() throws {
        let library = try library()
        let background = LibraryRereading(
            Rereading(library: library, knowledge: .shared), isFree: { false }, deliver: { _ in })
        background.begin()
        // It has begun and gives way when it is stopped.
        Thread.sleep(forTimeInterval: 0.05)
        background.stop()
        #expect(try stale(library) == 28)
        background.begin()
        background.stop()
        #expect(try stale(library) == 28)
    }

    @Test func `it goes on to the end and names every article that has changed`() throws {
        let library = try library()
        let answers = Mutex<[Answer]>([])
        let end = DispatchSemaphore(value: 0)
        let nvidia = try library.page(PageRequest(query: Query.parse("company:nvidia nvidia"), limit: 99)).rows.map(
            \.id)
        let background = LibraryRereading(
            Rereading(library: library, knowledge: .shared), isFree: { true },
            deliver: { answer in
                answers.withLock { $0.append(answer) }
                if case .rereading(nil, _) = answer { end.signal() }
            })
        background.begin()
        try #require(end.wait(timeout: .now() + 20) == .success)
        #expect(try stale(library) == 0)
        let changed = answers.withLock { $0 }.reduce(into: Set<ArticleID>()) { changed, answer in
            if case .rereading(_, let ids) = answer { changed.formUnion(ids) }
        }
        #expect(!nvidia.isEmpty && changed.isSuperset(of: nvidia))
        #expect(try library.check() == [])
        // With nothing left to do nobody is told anything.
        let count = answers.withLock { $0.count }
        background.begin()
        background.begin(ifCorrected: true)
        background.stop()
        #expect(answers.withLock { $0.count } == count)
    }
}
