import Model
import Testing

/// Words as terms of a search.
private func word(_ text: String) -> Query { .text(TextTerm(text, .word)) }
private func phrase(_ text: String) -> Query { .text(TextTerm(text, .phrase)) }
private func company(_ text: String) -> Query { .company(text, atLeast: .passing) }

@Suite struct QueryParserTests {
    @Test(arguments: ["", "  ", "\t\n", "*", "* *"])
    func `an empty text or a star is everything`(text: String) throws {
        #expect(try Query.parse(text) == .everything)
    }

    @Test func `the example of the documentation is read as it says`() throws {
        #expect(
            try Query.parse("company:openai is:unread -oracle")
                == .all([company("openai"), .state(.unread), .not(word("oracle"))]))
        #expect(
            try Query.parse("company:\"Banco BPM\" -is:read oggi")
                == .all([company("Banco BPM"), .not(.state(.read)), .since(.daysAgo(0))]))
    }

    @Test func `words are joined by AND, which binds closer than OR`() throws {
        let expected = Query.any([.all([word("a"), word("b")]), word("c"), .all([word("d"), word("e")])])
        #expect(try Query.parse("a b OR c OR d AND e") == expected)
        #expect(try Query.parse("a (b OR c)") == .all([word("a"), .any([word("b"), word("c")])]))
        #expect(try Query.parse("or and not") == .all([word("or"), word("and"), word("not")]))
    }

    @Test func `parentheses that change nothing leave no trace`() throws {
        #expect(try Query.parse("((a) ((b c)))") == .all([word("a"), word("b"), word("c")]))
        #expect(try Query.parse("a OR (b OR c)") == .any([word("a"), word("b"), word("c")]))
    }

    @Test(arguments: ["\"banca centrale\"", "“banca centrale”", "«banca centrale»", "„banca centrale“"])
    func `a phrase stands in any quotation marks`(text: String) throws {
        #expect(try Query.parse(text) == phrase("banca centrale"))
    }

    @Test func `operators in quotes are words`() throws {
        #expect(
            try Query.parse("\"OR\" \"-\" \"company:x\"") == .all([phrase("OR"), phrase("-"), phrase("company:x")]))
    }

    @Test func `a star ends a prefix`() throws {
        #expect(try Query.parse("intelligen*") == .text(TextTerm("intelligen", .prefix)))
        #expect(try Query.parse("title:\"banca cen\"*") == .text(TextTerm("banca cen", .prefix, inTitle: true)))
    }

    @Test func `minus and NOT leave out a part or a group`() throws {
        #expect(try Query.parse("-a NOT b") == .all([.not(word("a")), .not(word("b"))]))
        #expect(try Query.parse("-(a OR b)") == .not(.any([word("a"), word("b")])))
        #expect(try Query.parse("Coca-Cola") == word("Coca-Cola"))
    }

    @Test func `fields are read in any case`() throws {
        #expect(try Query.parse("Company:Enel") == company("Enel"))
        #expect(try Query.parse("about:enel") == .company("enel", atLeast: .about))
        #expect(try Query.parse("title:utili") == .text(TextTerm("utili", .word, inTitle: true)))
        #expect(try Query.parse("source:\"Il Telaio\"") == .source("Il Telaio"))
        #expect(try Query.parse("lang:it-IT") == .language(.italian))
        #expect(try Query.parse("is:STARRED") == .state(.starred))
    }

    @Test func `days are dates, distances or names`() throws {
        let date = try #require(CivilDate(year: 2026, month: 1, day: 31))
        let next = try #require(CivilDate(year: 2026, month: 2, day: 1))
        #expect(try Query.parse("since:2026-01-31") == .since(.date(date)))
        #expect(try Query.parse("before:2w") == .before(.daysAgo(14)))
        #expect(try Query.parse("since:3m") == .since(.daysAgo(90)))
        #expect(try Query.parse("since:Oggi") == .since(.daysAgo(0)))
        #expect(try Query.parse("on:2026-01-31") == .all([.since(.date(date)), .before(.date(next))]))
        #expect(try Query.parse("ieri") == .all([.since(.daysAgo(1)), .before(.daysAgo(0))]))
        #expect(try Query.parse("\"ieri\"") == phrase("ieri"))
    }

    @Test(arguments: [
        "10:30", "http://x.it/a", "https://x.it", "OpenAI:", "a1:b", "dell'Enel", "l’OpenAI", "AT&T", "👍",
    ])
    func `what only looks like a field is a word`(text: String) throws {
        #expect(try Query.parse(text) == word(text))
    }

    @Test(arguments: [
        ("company:", 9, ""), ("a company: b", 11, " "), ("compani:eni", 1, "compani:"), ("is:red", 4, "red"),
        ("(a", 1, "("), ("a)", 2, ")"), ("()", 2, ")"), ("(", 2, ""), ("a OR", 5, ""), ("OR a", 1, "OR"),
        ("a AND OR b", 7, "OR"), ("a -", 4, ""), ("- a", 2, " "), ("NOT", 4, ""), ("a \"b c", 3, "\"b c"),
        ("\"\"", 1, "\"\""), ("« »", 1, "« »"), ("since:2026-02-30", 7, "2026-02-30"), ("since:7", 7, "7"),
        ("before:99999999999999999d", 8, "99999999999999999d"), ("lang:italian", 6, "italian"), ("é 👨‍👩‍👧 is:x", 8, "x"),
        ("since:+7d", 7, "+7d"), ("title:)", 7, ")"), ("source:(a)", 8, "("),
    ])
    func `an error names its column and what was found`(text: String, column: Int, found: String) {
        let error = #expect(throws: QueryError.self) { try Query.parse(text) }
        #expect(error?.column == column)
        #expect(error?.found == found)
        #expect(error?.description.hasPrefix("Column \(column): found ") == true)
    }

    @Test func `an error is one plain sentence`() {
        let error = #expect(throws: QueryError.self) { try Query.parse("company:openai is:red") }
        let wanted = "unread, read, starred, updated or muted after is:"
        #expect(error?.description == "Column 19: found “red”, expected \(wanted).")
    }

    @Test(arguments: ["2026-13", "2026-02-30", "a 2026-12..2026-10", "2026-01-32..", "-2026-00", "2027..2026"])
    func `a date that there is not is no word`(text: String) {
        let error = #expect(throws: QueryError.self) { try Query.parse(text) }
        #expect(error?.expected.hasPrefix("a day or month that there is") == true)
    }

    @Test func `years make an interval, and anything else with figures is a word`() throws {
        #expect(try Query.parse("2025..2026") == Query.parse("on:2025..2026"))
        #expect(try Query.parse("2027..") == Query.parse("since:2027"))
        #expect(throws: QueryError.self) { try Query.parse("on:2026-11-20..2026-11-01") }
        for text in ["2026", "12-13", "2026-1", "5G-2026-13"] { #expect(try Query.parse(text).description == text) }
    }

    @Test func `endless nesting and endless lists are refused, not fatal`() {
        #expect(throws: QueryError.self) { try Query.parse(String(repeating: "(", count: 100_000)) }
        #expect(throws: QueryError.self) { try Query.parse(String(repeating: "-", count: 100_000) + "a") }
        #expect(throws: QueryError.self) { try Query.parse(String(repeating: "a ", count: 100_000)) }
    }
}
