import Library
import Model
import Testing

@Suite struct TagTests {
    private func library() throws -> Library {
        let library = try makeLibrary()
        try library.store((1...4).map { item("n\($0)", age: Int64($0)) })
        return library
    }

    @Test func `tags are given and taken away, and both are undone`() throws {
        let library = try library()
        let change = try library.tag([1, 2, 2, 99], " da  leggere ")
        #expect(change == Change(id: 1, action: .tagged, count: 2, subject: "da leggere"))
        #expect(try library.tag([1, 2], "da leggere") == nil)
        #expect(try library.tag([1, 2, 3], "da leggere")?.count == 1)
        #expect(try library.tag(matching: Query.parse("n1 OR n4"), "da leggere", false)?.count == 1)
        #expect(try library.titles("tag:\"da leggere\"") == ["n2", "n3"])
        #expect(try library.undo()?.action == .untagged)
        #expect(try library.tags(of: 1) == ["da leggere"])
        #expect(try library.undo()?.count == 1)
        #expect(try library.undo()?.count == 2)
        #expect(try library.tags() == [])
        #expect(try library.redo()?.count == 2)
        #expect(try library.tags() == ["da leggere"])
        #expect(try library.tag([4], "  ") == nil)
        #expect(try library.check() == [])
    }

    @Test func `rows and articles say their tags in order of name`() throws {
        let library = try library()
        for tag in ["zeta", "alfa", "Beta"] { try library.tag([2], tag) }
        #expect(try library.page(PageRequest(limit: 9)).rows.map(\.tags) == [[], ["alfa", "Beta", "zeta"], [], []])
        #expect(try library.article(2)?.row.tags.count == 3)
    }

    @Test func `several tags are one step of undo, and of redo`() throws {
        let library = try library()
        try library.tag([1], "carbone")
        let (changes, articles) = try library.tag(
            [1, 2], [TagChange("gas"), TagChange("sole"), TagChange("carbone", false), TagChange("nulla", false)])
        #expect(articles == 2)
        #expect(changes.map(\.count) == [2, 2, 1])
        let whole = try library.undo()
        #expect(whole?.count == 2)
        #expect(whole?.subject == "gas, sole; no longer tagged carbone")
        #expect(try library.tags(of: 1) == ["carbone"])
        #expect(try library.tags(of: 2) == [])
        #expect(try library.redo()?.count == 2)
        #expect(try library.tags(of: 1) == ["gas", "sole"])
        try library.undo()
        #expect(try library.undo()?.subject == "carbone")
        #expect(try library.tags() == [])
        #expect(try library.undo() == nil)
        #expect(try library.check() == [])
    }

    @Test func `a tag has no control characters`() throws {
        let library = try library()
        #expect(try library.tag([1], "ga\u{1B}[31ms\u{7F}")?.subject == "ga[31ms")
    }
}
