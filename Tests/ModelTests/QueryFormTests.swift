import Model
import Testing

/// Every form of the language, as the tree that it is.
@Suite struct QueryFormTests {
    private static func date(_ year: Int, _ month: Int, _ day: Int) -> QueryDay {
        CivilDate(year: year, month: month, day: day).map(QueryDay.date) ?? .daysAgo(0)
    }
    private static func money(_ bounds: AmountTest.Bounds, _ currency: String? = nil) -> Query {
        .amount(AmountTest(bounds, .money(currency: currency)))
    }
    private static func word(_ text: String) -> Query { .text(TextTerm(text, .word)) }

    @Test(arguments: [
        ("/eni(live)?/", Query.pattern(TextPattern("eni(live)?"))),
        ("/a b/i", .pattern(TextPattern("a b", ignoresCase: true))),
        ("/1\\/2/", .pattern(TextPattern("1\\/2"))), ("body:gas", .text(TextTerm("gas", .word, in: .body))),
        ("near:\"eni trimestre\"", .text(TextTerm("eni trimestre", .near))), ("is:updated", .state(.updated)),
        ("author:\"Mario Rossi\"", .author(TextTerm("Mario Rossi", .phrase))),
        ("tag:finance/banks", .tag("finance/banks")),
        ("product:iphone", .named(.product, TextTerm("iphone", .word))),
        ("person:drag*", .named(.person, TextTerm("drag", .prefix))),
        ("place:\"New York\"", .named(.place, TextTerm("New York", .phrase))),
        ("search:\"chips and cloud\"", .saved("chips and cloud")),
        ("company:eni>=3", .often("eni", times: 3)), ("company:\"Banco BPM\">2", .often("Banco BPM", times: 3)),
        ("about:eni>=2", .all([.company("eni", atLeast: .about), .often("eni", times: 2)])),
        ("company:eni with:enel", .all([.company("eni", atLeast: .passing), .with("enel")])),
        ("sort:rank", .sorted(.rank)), ("sort:date a", .all([word("a"), .sorted(.date)])),
        ("a OR b sort:source", .all([.any([word("a"), word("b")]), .sorted(.source)])),
    ])
    func `a form is read as its tree and printed again as itself`(text: String, tree: Query) throws {
        let query = try Query.parse(text)
        #expect(query == tree)
        #expect(try Query.parse(query.description) == tree, "\(query)")
    }

    @Test(arguments: [
        ("amount:>500m EUR", money(.above(5e8), "EUR"), "amount:>500m EUR"),
        ("amount:>=1,5mld", money(.atLeast(1.5e9)), "amount:>=1.5bn"),
        ("amount:<€2k", money(.below(2000), "EUR"), "amount:<2k EUR"),
        ("amount:<=12", money(.atMost(12)), "amount:<=12"),
        ("amount:100m..2bn", money(.between(1e8, 2e9)), "amount:100m..2bn"),
        ("amount:1..2bn USD", money(.between(1e9, 2e9), "USD"), "amount:1bn..2bn USD"),
        ("amount:500meur", money(.between(5e8, 5e8), "EUR"), "amount:500m EUR"),
        ("amount:\">5 mln $\"", money(.above(5e6), "USD"), "amount:>5m USD"),
        ("amount:>5%", .amount(AmountTest(.above(5), .percent)), "amount:>5%"),
        ("amount:0.1", money(.between(0.1, 0.1)), "amount:0.1"),
        ("amount:>5m enel", .all([money(.above(5e6)), word("enel")]), "amount:>5m enel"),
        ("amount:>5m AND EUR", .all([money(.above(5e6)), word("EUR")]), "amount:>5m AND EUR"),
    ])
    func `sums are read with scale and currency`(text: String, tree: Query, canonical: String) throws {
        #expect(try Query.parse(text) == tree)
        #expect(tree.description == canonical)
        #expect(try Query.parse(canonical) == tree)
    }

    @Test(arguments: [
        ("2026-01..2026-03", Query.all([.since(date(2026, 1, 1)), .before(date(2026, 4, 1))])),
        ("2026-01-31", .all([.since(date(2026, 1, 31)), .before(date(2026, 2, 1))])),
        ("2026-12", .all([.since(date(2026, 12, 1)), .before(date(2027, 1, 1))])),
        ("2026-03..", .since(date(2026, 3, 1))),
        ("..ieri", .before(.daysAgo(0))), ("on:2026", .all([.since(date(2026, 1, 1)), .before(date(2027, 1, 1))])),
        ("since:2026-02", .since(date(2026, 2, 1))),
        ("on:30d..7d", .all([.since(.daysAgo(30)), .before(.daysAgo(6))])),
        ("last week", .all([.since(.start(.lastWeek)), .before(.start(.thisWeek))])),
        ("settimana scorsa", .all([.since(.start(.lastWeek)), .before(.start(.thisWeek))])),
        ("This Month", .since(.start(.thisMonth))), ("since:last month", .since(.start(.lastMonth))),
        ("-(on:\"last month\")", .not(.all([.since(.start(.lastMonth)), .before(.start(.thisMonth))]))),
        ("last AND week", .all([word("last"), word("week")])),
        ("\"last\" week", .all([.text(TextTerm("last", .phrase)), word("week")])),
        ("2026", word("2026")), ("7d", word("7d")), ("a..b", word("a..b")),
    ])
    func `periods are read and printed as first day and day after the last`(text: String, tree: Query) throws {
        #expect(try Query.parse(text) == tree)
        #expect(try Query.parse(tree.description) == tree, "\(tree)")
    }

    @Test func `weeks begin on Monday and months on their first day`() {
        // 21 November 2026 is a Saturday.
        let now = Timestamp(iso8601: "2026-11-21T12:00:00Z") ?? Timestamp(seconds: 0)
        let starts = QueryDay.Span.allCases.map { QueryDay.start($0).start(now: now, zone: .utc).iso8601.prefix(10) }
        #expect(starts == ["2026-11-16", "2026-11-09", "2026-11-01", "2026-10-01"])
        let monday = Timestamp(iso8601: "2026-11-16T00:00:00Z") ?? now
        #expect(QueryDay.start(.thisWeek).start(now: monday, zone: .utc) == monday)
    }

    @Test(arguments: [
        ("/", 1, "/"), ("/abc", 1, "/abc"), ("a //", 3, "//"), ("/a(b/", 3, "("), ("/a/x", 4, "x"), ("/[b-a]/", 5, "a"),
        ("/a**/", 4, "*"), ("/(?=a)/", 4, "="), ("/\\q/", 3, "q"), ("near:eni", 6, "eni"), ("amount:much", 8, "much"),
        ("amount:1..x", 8, "1..x"), ("with:enel", 1, "with:"), ("company:eni OR with:enel", 16, "with:"),
        ("company:\"x\">y", 12, ">y"), ("(a sort:rank)", 4, "sort:"), ("-sort:rank", 2, "sort:"),
        ("sort:size", 6, "size"),
        ("on:2026-02..x", 4, "2026-02..x"), ("on:..", 4, ".."), ("search:", 8, ""),
        ("a company:eni with:enel)", 24, ")"),
    ])
    func `an error names its column and what was found`(text: String, column: Int, found: String) {
        let error = #expect(throws: QueryError.self) { try Query.parse(text) }
        #expect(error?.column == column)
        #expect(error?.found == found)
        #expect(error?.expected.isEmpty == false)
    }

    @Test func `saved searches are put in place of their names, once around a circle`() throws {
        let saved = ["a": try Query.parse("x sort:rank"), "b": try Query.parse("search:a OR search:b")]
        let (query, missing) = try Query.parse("search:b -search:c").expanded { saved[$0] }
        #expect(missing == ["b", "c"])
        let nothing = Query.not(.everything)
        #expect(query == .all([.any([.all([Self.word("x"), .everything]), nothing]), .not(nothing)]))
    }

    @Test func `an amount passes whatever its sign, and a range where one of its values does`() {
        let test = AmountTest(.above(2e9), .money(currency: nil))
        #expect(test.matches(Amount(value: -3e9, unit: .money(currency: "EUR"))))
        #expect(test.matches(Amount(value: 1e9, upper: 3e9, unit: .money(currency: nil))))
        #expect(!test.matches(Amount(value: 2e9, unit: .money(currency: "EUR"))))
        #expect(!test.matches(Amount(value: 3e9, unit: .percent)))
        #expect(!AmountTest(.between(3, 2), .percent).matches(Amount(value: 2.5, unit: .percent)))
    }

    @Test(arguments: [
        ("company:google<3", 15, "<3"), ("company:google>", 15, ">"), ("about:eni>=x", 10, ">=x"),
        ("company:\"a b\"<3", 14, "<3"),
        ("with:eni>3 company:enel", 9, ">3"), ("source:#x", 8, "#x"), ("source:#", 8, "#"), ("source:#1*", 8, "#1"),
        ("/a{,}/", 5, "}"),
    ])
    func `a form that could only find nothing is an error`(text: String, column: Int, found: String) {
        let error = #expect(throws: QueryError.self) { try Query.parse(text) }
        #expect(error?.column == column)
        #expect(error?.found == found)
    }

    @Test func `the beginning of a company's name is kept, and a number in quotes is a name`() throws {
        for text in ["company:open*", "about:open*", "company:\"banco b*\"", "source:\"#x\"", "company:open*>=2"] {
            let query = try Query.parse(text)
            #expect(try Query.parse(query.description) == query)
        }
        #expect(try Query.parse("company:open*") == .company("open*", atLeast: .passing))
        #expect(try Query.parse("source:\"#x\"") == .source("#x"))
    }
}
