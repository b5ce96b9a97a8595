import Model
import Testing

struct DateTests {
    @Test(arguments: [
        ("2026-11-20", "2026-11-20T00:00:00Z"), ("2026-11-20T09:30", "2026-11-20T09:30:00Z"),
        ("2026-11-20T09:30:15.123Z", "2026-11-20T09:30:15Z"), ("2026-11-20 09:30:00+01:00", "2026-11-20T08:30:00Z"),
        ("2026-01-01T00:15:00+0530", "2025-12-31T18:45:00Z"), ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
        ("2024-02-29", "2024-02-29T00:00:00Z"), ("0001-01-01", "0001-01-01T00:00:00Z"),
    ])
    func `a moment is read and written in ISO 8601`(text: String, moment: String) {
        #expect(Timestamp(iso8601: text)?.iso8601 == moment)
    }

    @Test(arguments: [
        "", "2026", "2026-13-01", "2026-02-29", "2026-11-20T25:00", "2026-11-20T09:61", "2026-11-20T09:30+1",
        "20-11-2026", "2026-11-20T09:30Zjunk", "２０２６-11-20",
    ])
    func `what is no moment is not read`(text: String) {
        #expect(Timestamp(iso8601: text) == nil)
    }

    @Test func `days since 1970 and dates lead to each other`() {
        for days in stride(from: -800_000, through: 800_000, by: 911) {
            #expect(CivilDate(daysSince1970: days).daysSince1970 == days)
        }
        #expect(CivilDate(daysSince1970: 0).iso8601 == "1970-01-01")
    }

    @Test func `the user's day follows summer time`() throws {
        let spring = try #require(Timestamp(iso8601: "2026-03-29T01:00:00Z"))
        let rome = Zone(changes: [
            .init(from: Timestamp(seconds: 0), offset: 3600), .init(from: spring, offset: 7200),
        ])
        let late = try #require(Timestamp(iso8601: "2026-06-30T22:30:00Z"))
        #expect(rome.date(of: late).iso8601 == "2026-07-01")
        let winter = try #require(Timestamp(iso8601: "2026-01-15T22:30:00Z"))
        #expect(rome.date(of: winter).iso8601 == "2026-01-15")
        #expect(rome.start(of: rome.date(of: late)).iso8601 == "2026-06-30T22:00:00Z")
    }

    @Test func `folding drops case and accents and keeps the rest`() {
        #expect(Folding.fold("Perché L’ORÉAL Œuvre Straße Ştefan") == "perche l'oreal oeuvre strasse stefan")
        #expect(Folding.fold("e\u{301}") == "e")
        #expect(Folding.fold("世界 Ж") == "世界 ж")
    }
}
