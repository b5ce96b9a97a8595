import Glibc
import Library
import Model
import Testing

@Suite struct LargeTextTests {
    @Test func `a text of 48 MB is stored whole, and memory has it only once afterwards`() throws {
        let library = try makeLibrary()
        let before = try largeAllocations()
        let text = String(repeating: String(repeating: "a", count: 1000) + " ", count: 48_000)
        try library.store([item(text, title: "T", file: "a.txt"), item("b")])
        let held = try largeAllocations() - before
        // The test's own; the library's is in small pages.
        #expect(held < text.utf8.count * 3 / 2, "\(held)")
        #expect(try library.article(1)?.text == text)
        #expect(try library.check() == [])
    }

    @Test func `an article that changes with its date moves whole and keeps its state`() throws {
        let library = try makeLibrary()
        let text = String(repeating: "parola ", count: 200_000)
        try library.store([item(text, title: "T", file: "a.txt"), item("altro", age: 1)])
        try library.mark(.starred, ids: [1])
        #expect(try library.store([item(text + "fine", title: "T", file: "a.txt", age: 5)]) == [.updated(1)])
        let article = try #require(try library.article(1))
        #expect(article.text == text + "fine")
        #expect(article.row.isStarred)
        #expect(try library.versions(of: 1).map(\.text) == [text])
        #expect(try library.count(.text(TextTerm("fine", .word))).total == 1)
        #expect(try library.check() == [])
    }

    @Test func `texts have the same words where only blanks and furniture differ`() throws {
        let library = try makeLibrary()
        let (first, annotation) = item("Eni  vende\n\nCondividi", title: "T", file: "a.txt")
        var article = first
        article.blocks = [Block(0..<10, .paragraph), Block(12..<21, .furniture)]
        try library.store([(article, annotation)])
        article.text = "Eni\u{A0}vende \n\nStampa"
        article.blocks = [Block(0..<12, .paragraph), Block(14..<20, .furniture)]
        try library.store([(article, annotation)])
        #expect(try library.versions(of: 1).isEmpty)
        article.text = "Eni\u{A0}vende tutto\n\nStampa"
        article.blocks = [Block(0..<17, .paragraph), Block(19..<25, .furniture)]
        try library.store([(article, annotation)])
        #expect(try library.versions(of: 1).count == 1)
    }

    /// The bytes of those allocations that are too large for the heap, as the C library counts them.
    private func largeAllocations() throws -> Int {
        typealias Report = @convention(c) (Int32, UnsafeMutablePointer<FILE>) -> Int32
        let report = unsafeBitCast(try #require(dlsym(nil, "malloc_info")), to: Report.self)
        let file = try #require(tmpfile())
        defer { fclose(file) }
        #expect(report(0, file) == 0)
        rewind(file)
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let text = String(decoding: bytes[..<fread(&bytes, 1, bytes.count, file)], as: UTF8.self)
        let last = try #require(text.split(separator: "<").last { $0.hasPrefix("total type=\"mmap\"") })
        return try #require(last.split(separator: "\"").compactMap { Int($0) }.last)
    }
}
