import Controller
import Library
import Model
import Terminal
import TestSupport
import Testing
import Views

@testable import rassegna

struct FindingTests {
    @Test func `a company is found under its product, ticker and nickname`() throws {
        for (typed, name) in [("chatgpt", "OpenAI"), ("msft", "Microsoft"), ("big g", "Google")] {
            var reader = try SampleReader()
            try reader.type("c" + typed.replacing(" ", with: "<Space>"))
            guard case .picker(let picker) = reader.screen.overlay else {
                Issue.record("no picker for \(typed)")
                continue
            }
            #expect(picker.choices.first?.row.name == name, "\(typed)")
            try reader.type("<Enter>")
            #expect(reader.screen.articles.queryText == "company:\(name)")
            #expect(reader.screen.articles.rows.isEmpty == false)
        }
    }

    @Test func `words fold case, accents and elision`() throws {
        var reader = try SampleReader()
        try reader.type("/enel<Enter>")
        let plain = reader.screen.articles.rows.map(\.id)
        try reader.type("<Esc>/dell'Enel<Enter>")
        let elided = reader.screen.articles.rows.map(\.id)
        #expect(!plain.isEmpty)
        #expect(Set(elided).isSubset(of: Set(plain)))
    }

    @Test func `the words searched for are marked in titles and in the text`() throws {
        var reader = try SampleReader()
        try reader.type("/openai<Enter><Enter>")
        let frame = reader.frame
        let marked = (0..<frame.size.height).reduce(0) { sum, y in
            sum + (0..<frame.size.width).count { frame[$0, y].style.marks.contains(.match) }
        }
        #expect(marked > 20)
        #expect(reader.screen.reader?.matches.isEmpty == false)
    }

    @Test func `a search without an answer says so and Esc brings the list back`() throws {
        var reader = try SampleReader()
        try reader.type("/xyzzyq<Enter>")
        #expect(reader.text.contains("No articles match"))
        try reader.type("<Esc>")
        #expect(reader.screen.articles.rows.count == 28)
    }

    @Test func `a wrong query keeps the rows and names the column`() throws {
        var reader = try SampleReader()
        try reader.type("/openai is:<Space>")
        #expect(!reader.screen.articles.rows.isEmpty)
        #expect(reader.rows.last?.contains("Column") == true)
    }

    @Test func `the bottom line says why a row matches, and a company is marked by its mentions`() throws {
        var reader = try SampleReader()
        try reader.type("c" + "chatgpt<Enter>")
        let why = try #require(reader.screen.why)
        #expect(why.contains("OpenAI") || why.contains("ChatGPT"))
        #expect(reader.rows.last?.contains(why.prefix(20)) == true)
        try reader.type("<Enter>")
        let first = try #require(reader.screen.reader)
        #expect(first.match == 0)
        #expect(first.matches.count > 1)
        try reader.type("n")
        #expect(reader.screen.reader?.match == 1)
    }

    @Test func `every order is a key away, and Ctrl-O brings the list before back with its cursor`() throws {
        var reader = try SampleReader()
        try reader.type("/azienda<Enter>")
        let byDate = reader.screen.articles.rows.map(\.id)
        #expect(byDate.count > 2)
        try reader.type("jO")
        #expect(reader.screen.articles.queryText == "azienda sort:rank")
        #expect(Set(reader.screen.articles.rows.map(\.id)) == Set(byDate))
        #expect(reader.text.contains("best first"))
        try reader.type("j/openai<Enter><C-o>")
        #expect(reader.screen.articles.queryText == "azienda sort:rank")
        #expect(reader.screen.articles.cursor == 1)
    }

    @Test func `an unknown company offers the nearest, and Enter takes it`() throws {
        var reader = try SampleReader()
        try reader.type("/company:micorsoft<Enter>")
        #expect(reader.text.contains("No articles match"))
        #expect(reader.text.contains("1  company:Microsoft"))
        #expect(reader.text.contains("in all texts"))
        try reader.type("<Enter>")
        #expect(reader.screen.articles.queryText == "company:Microsoft")
        #expect(!reader.screen.articles.rows.isEmpty)
    }

    @Test func `the history shows what was changed, undone or not, and redoes it`() throws {
        var reader = try SampleReader()
        try reader.type("msH")
        #expect(reader.text.contains("1 article starred"))
        #expect(reader.text.contains("1 article marked read"))
        try reader.type("u")
        #expect(reader.rows.contains { $0.contains("1 article starred") && $0.contains("undone") })
        #expect(reader.screen.articles.rows[0].isStarred == false)
        try reader.type("U<Esc>")
        #expect(reader.screen.articles.rows[0].isStarred)
    }

    @Test func `every form of the language works at the slash, each with its count`() throws {
        for (query, isFound) in [
            ("openai", true), ("\"data center\"", true), ("micro*", true), ("/Open ?AI/", true),
            ("title:openai", true), ("about:openai", true), ("company:google with:openai", true), ("amount:>1bn", true),
            ("lang:it", true),
            ("is:unread", true), ("source:telaio OR openai", true), ("since:2020", true),
            ("near:\"openai google\"", true),
            ("tag:nothing", false), ("-openai company:google", true),
        ] {
            var reader = try SampleReader()
            try reader.type("/\(query.replacing(" ", with: "<Space>"))<Enter>")
            let list = reader.screen.articles
            #expect(list.rows.isEmpty != isFound, "\(query)")
            #expect(list.count?.total == list.rows.count, "\(query)")
            #expect(reader.screen.prompt == nil, "\(query)")
        }
    }

    @Test func `an empty library offers its samples`() throws {
        var reader = SampleReader(library: try SampleReader.emptyLibrary(), width: 80, height: 24)
        #expect(reader.text.contains("Three ways to begin"))
        try reader.type(":samples<Enter>")
        #expect(reader.screen.articles.rows.count == 28)
        #expect(reader.screen.notice?.text == "28 articles added.")
        try reader.type(":samples<Enter>")
        #expect(reader.screen.notice?.text == "28 already here.")
    }

    @Test func `no sample has a company in its furniture, and every sample has one in its text`() throws {
        let reader = try SampleReader()
        for row in reader.screen.articles.rows {
            let article = try #require(try reader.library.article(row.id))
            #expect(!article.companies.isEmpty, "\(row.title)")
            let furniture = article.blocks.filter { $0.kind == .furniture }
            for mention in article.mentions {
                #expect(!furniture.contains { $0.range.overlaps(mention.range) }, "\(row.title)")
            }
        }
    }

    @Test func `addresses are opened only when they are safe`() {
        #expect(WebAddress("https://example.com/a?b=c#d")?.text == "https://example.com/a?b=c#d")
        for bad in [
            "javascript:alert(1)", "file:///etc/passwd", "https://user@example.com/", "https://example.com/\u{1B}[2J",
            "https://exa\u{202E}mple.com", "https:///path", " https://example.com",
        ] {
            #expect(WebAddress(bad) == nil, "\(bad)")
        }
    }
}
