import Controller
import Library
import Model
import Terminal
import TestSupport
import Testing
import Views

@testable import rassegna

struct TaggingTests {
    @Test func `a tag stands in the row and in the head, is found, and is taken back`() throws {
        var reader = try SampleReader()
        try reader.type("jtda<Space>leggere<Enter>")
        #expect(reader.screen.notice?.text == "1 article tagged da leggere. u undoes.")
        #expect(reader.screen.articles.rows[1].tags == ["da leggere"])
        #expect(reader.screen.reader?.article.row.tags == ["da leggere"])
        #expect(reader.rows.filter { $0.contains("#da leggere") }.count >= 1)
        try reader.type("/tag:\"da<Space>leggere\"<Enter>")
        #expect(reader.screen.articles.rows.count == 1)
        try reader.type("<Esc>u")
        #expect(reader.screen.notice?.text == "Undone: 1 article tagged da leggere.")
        #expect(reader.screen.articles.rows[1].tags == [])
        #expect(reader.screen.reader?.article.row.tags == [])
        #expect(!reader.text.contains("#da leggere"))
    }

    @Test func `tags typed at once are taken back at once`() throws {
        var reader = try SampleReader()
        try reader.type("tuno<Enter>t-uno,<Space>due,<Space>tre<Enter>")
        #expect(reader.screen.notice?.text == "1 article tagged due, tre; no longer tagged uno. u undoes.")
        #expect(reader.screen.articles.rows[0].tags == ["due", "tre"])
        try reader.type("u")
        #expect(reader.screen.articles.rows[0].tags == ["uno"])
    }

    @Test(
        arguments: [
            (["enel", "+a"], ["enel"], ["+a"]), (["enel", "-x", "+a", "-b"], ["enel", "-x"], ["+a", "-b"]),
            (["enel", "-a", "-b"], ["enel"], ["-a", "-b"]), (["enel"], ["enel"], []),
            (["+a", "enel"], ["+a", "enel"], []),
            (["enel", "a"], ["enel", "a"], []), (["enel", "+a,b c", "-d,"], ["enel"], ["+a", "+b c", "-d"]),
        ] as [([String], [String], [String])])
    func `the tags of the command stand at its end`(words: [String], query: [String], tags: [String]) {
        let cut = TagCommand.cut(words)
        #expect(cut.query == query)
        #expect(cut.tags.map { ($0.isSet ? "+" : "-") + $0.tag } == tags)
    }
}
