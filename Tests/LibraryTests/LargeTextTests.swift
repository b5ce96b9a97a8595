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
