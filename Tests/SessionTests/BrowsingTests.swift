import Controller
import Library
import Model
import Terminal
import TestSupport
import Testing
import Views

@testable import rassegna

struct BrowsingTests {
    @Test func `the first screen lists the newest articles and shows the first one`() throws {
        let reader = try SampleReader()
        #expect(reader.rows[0].contains("28 unread of 28"))
        #expect(reader.screen.articles.rows.count == 28)
        #expect(reader.screen.reader?.article.row.id == reader.screen.articles.rows[0].id)
    }

    @Test func `the count shown equals the rows shown, whatever filter is on`() throws {
        var reader = try SampleReader()
        for script in ["fu", "fi", "fx", "/company:google<Enter>", "<Esc>/tpu<Enter>", "<Esc>fs"] {
            try reader.type(script)
            let list = reader.screen.articles
            #expect(list.count?.total == list.rows.count, "after \(script)")
            #expect(list.count?.unread == list.rows.count { !$0.isRead }, "after \(script)")
        }
    }

    @Test func `an article read in a filtered list stays until the list is rebuilt`() throws {
        var reader = try SampleReader()
        try reader.type("fu")
        let before = reader.screen.articles.rows.map(\.id)
        try reader.type("jjm")
        #expect(reader.screen.articles.rows.map(\.id) == before)
        #expect(reader.screen.articles.cursor == 2)
        reader.take(.libraryChanged)
        #expect(reader.screen.articles.rows.map(\.id) == before)
        #expect(reader.screen.articles.rows[2].isRead)
        try reader.type("<Esc>fu")
        #expect(reader.screen.articles.rows.count == before.count - 1)
    }

    @Test func `an article read in one list is read in every other, at once`() throws {
        var reader = try SampleReader()
        try reader.type("jjj")
        let id = try #require(reader.screen.articles.selected?.id)
        try reader.type("*")
        let place = try #require(reader.screen.articles.rows.firstIndex { $0.id == id })
        try reader.type(String(repeating: "j", count: place) + "m")
        #expect(reader.screen.articles.selected?.id == id)
        try reader.type("<Esc>")
        #expect(reader.screen.articles.selected?.id == id)
        #expect(reader.screen.articles.selected?.isRead == true)
        #expect(try reader.library.article(id)?.row.isRead == true)
    }

    @Test func `reading through a company's list opens its articles only`() throws {
        var reader = try SampleReader()
        try reader.type("cferrari<Enter>")
        let list = reader.screen.articles.rows.map(\.id)
        #expect(list.count >= 3)
        try reader.type("<Enter>")
        var opened: [ArticleID] = []
        for _ in list {
            opened.append(try #require(reader.screen.reader?.article.row.id))
            try reader.type("J")
        }
        #expect(opened == list)
    }

    @Test func `Space reads the whole archive to the end`() throws {
        var reader = try SampleReader()
        try reader.type("<Enter>")
        for _ in 0..<400 where reader.screen.articles.rows.contains(where: { !$0.isRead }) {
            try reader.type("<Space>")
        }
        #expect(reader.screen.articles.rows.allSatisfy { $0.isRead })
        #expect(try reader.library.count(.state(.unread)).total == 0)
    }

    @Test func `A marks the view, u takes it back and U does it again`() throws {
        var reader = try SampleReader()
        try reader.type("/company:openai<Enter>")
        let total = reader.screen.articles.rows.count
        try reader.type("jmA")
        #expect(reader.screen.notice?.text == "\(total - 1) articles marked read. u undoes.")
        #expect(reader.screen.articles.count?.unread == 0)
        try reader.type("u")
        #expect(reader.screen.articles.count?.unread == total - 1)
        #expect(reader.screen.articles.rows[1].isRead)
        try reader.type("U")
        #expect(reader.screen.articles.count?.unread == 0)
        try reader.type("uuuu")
        #expect(reader.screen.notice?.text == "Nothing to undo.")
        #expect(reader.screen.articles.count?.unread == total)
    }

    @Test func `the entity walk explains Redmond and lists Microsoft's articles`() throws {
        var reader = try SampleReader()
        try reader.type("/Redmond<Enter><Enter>")
        for _ in 0..<200 {
            try reader.type("]")
            if reader.rows.last?.contains("Redmond → Microsoft · headquarters") == true { break }
        }
        #expect(reader.rows.last?.contains("Redmond → Microsoft · headquarters") == true)
        try reader.type("*")
        #expect(reader.screen.articles.queryText == "company:Microsoft")
        #expect(reader.screen.articles.rows.count > 2)
    }

    @Test func `following a company puts it first and stars it`() throws {
        var reader = try SampleReader()
        try reader.type("cferrari<Enter>w")
        #expect(reader.screen.notice?.text == "Following Ferrari. u undoes.")
        let first = try #require(reader.screen.companies.companies.first)
        #expect(first.name == "Ferrari" && first.isFollowed)
        #expect(reader.rows.contains { $0.contains("★ \(first.name)") })
    }

    @Test func `every size shows the chosen row`() throws {
        var reader = try SampleReader()
        try reader.type("jjjjjjjjjj")
        let title = try #require(reader.screen.articles.selected?.title.prefix(12))
        for (width, height) in [(80, 24), (20, 5), (200, 50), (100, 12), (40, 9)] {
            reader.take(.terminal(.resize(Size(width: width, height: height))))
            #expect(reader.text.contains(title), "\(width)x\(height)")
        }
    }

    @Test func `every key of the key map can be pressed anywhere`() throws {
        let scripts = KeyMap.standard.bindings.filter { $0.action != .quit }.map(\.keys)
        for (width, height) in [(160, 40), (80, 24), (20, 5)] {
            for focus in ["", "<Enter>", "h"] {
                for keys in scripts {
                    var reader = SampleReader(library: Self.library, width: width, height: height)
                    try reader.type(focus)
                    for key in keys { reader.take(.terminal(.key(key))) }
                    #expect(reader.frame.size == Size(width: width, height: height))
                }
            }
        }
    }

    /// A library that tests may leave in any state.
    private static let library: Library = {
        do {
            return try SampleReader.library()
        } catch {
            preconditionFailure("the samples can be stored: \(error)")
        }
    }()
}
