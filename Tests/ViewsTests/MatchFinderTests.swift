import Model
import TestSupport
import Testing

@Suite struct MatchFinderTests {
    private let article = Article.drawn(
        lines: ["Le banche e AWS", "La banca tratta con Amazon per AWS.", "Vale il 3%, dice Ada Verdi."],
        mentions: [
            ("AWS", .company, "Amazon", .alias), ("Amazon", .company, "Amazon", .name),
            ("Ada Verdi", .person, nil, .name),
        ])

    private func found(_ query: String, companies: [String]? = nil) throws -> [String] {
        let finder = MatchFinder(try Query.parse(query), companies: companies)
        return finder.matches(in: article).map { range in
            String(decoding: Array(article.text.utf8)[range], as: UTF8.self)
        }
    }

    @Test(arguments: [
        ("banca", ["banche", "banca"]), ("title:banca", ["banche"]), ("body:banca", ["banca"]),
        ("\"la banca\"", ["La banca"]), ("ama*", ["Amazon"]), ("/t[a-z]*ta/", ["tratta"]),
        ("person:verdi", ["Ada Verdi"]),
        ("-banca", []), ("banca OR amazon", ["banche", "banca", "Amazon"]), ("is:unread", []),
    ])
    func `what a query asks for is found as it found the article`(query: String, expected: [String]) throws {
        #expect(try found(query) == expected)
    }

    @Test func `a company is found by its mentions, whatever it is called in the query`() throws {
        #expect(try found("company:cloud", companies: ["Amazon"]) == ["AWS", "Amazon", "AWS"])
        #expect(try found("company:cloud", companies: []) == [])
    }

    @Test func `matches that overlap are one`() throws {
        #expect(try found("banca \"banca tratta\"") == ["banche", "banca tratta"])
    }

    @Test func `in a title companies are found as they are written`() {
        let finder = MatchFinder(
            .company("Meta", atLeast: .passing), companies: ["Meta"], names: ["Meta", "Meta Platforms", "ENI"])
        let title = "A meta strada, Meta Platforms ed eni"
        let found = finder.matches(inTitle: title).map { String(decoding: Array(title.utf8)[$0], as: UTF8.self) }
        #expect(found == ["Meta Platforms"])
    }
}
