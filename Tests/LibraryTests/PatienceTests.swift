import Foundation
import Library
import Model
import Testing

@Suite struct PatienceTests {
    private func library() throws -> Library {
        let library = try makeLibrary()
        for start in stride(from: Int64(0), to: 3000, by: 500) {
            let text = String(repeating: "banca e rete ", count: 40)
            try library.store(
                (start..<start + 500).map { item("Testo \($0) " + text, title: "Numero \($0)", age: $0) })
        }
        return library
    }

    @Test func `what nobody waits for is broken off, and the next is read whole`() throws {
        let library = try library()
        let query = try Query.parse("/zz+y/")
        let patience = Patience(within: nil, for: .milliseconds(1))
        #expect(throws: LibraryError.brokenOff) { try library.count(query, patience: patience) }
        #expect(throws: LibraryError.brokenOff) {
            try library.page(PageRequest(query: query, limit: 10), patience: patience)
        }
        #expect(try library.count(query, patience: Patience()).total == 0)
        #expect(try library.count(.everything).total == 3000)
    }

    @Test func `patience that is ended by another thread ends what is being read`() throws {
        let library = try library()
        let patience = Patience()
        let query = try Query.parse("/(a|b|c)+zz+y/")
        // A thread of its own: tasks may have to wait while tests keep every core busy.
        Thread.detachNewThread {
            usleep(5000)
            patience.end()
        }
        let clock = ContinuousClock()
        let start = clock.now
        #expect(throws: LibraryError.brokenOff) {
            while clock.now - start < .seconds(60) { _ = try library.count(query, patience: patience, isSlow: true) }
        }
    }

    @Test func `patience within another one ends with it`() {
        let outer = Patience()
        let inner = Patience(within: outer, for: .seconds(60))
        #expect(!inner.isOver)
        outer.end()
        #expect(inner.isOver)
    }

    @Test func `the meaning of a query names its companies and those that lead nowhere`() throws {
        let library = try makeLibrary(resolve: { $0 == "alphabet" ? ["Alphabet", "Google"] : [$0] })
        try library.store([item("Google cresce", title: "G", age: 1, companies: [named("Google")])])
        let meaning = try library.meaning(of: Query.parse("company:alphabet OR about:nobody"))
        #expect(meaning.companies == ["alphabet": ["Google"], "nobody": []])
        #expect(meaning.unknown == ["nobody"])
    }
}
