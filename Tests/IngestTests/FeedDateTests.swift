import Ingest
import Model
import Testing

@Suite struct FeedDateTests {
    @Test(arguments: [
        ("Fri, 20 Nov 2026 09:30:00 GMT", "2026-11-20T09:30:00Z"),
        ("Mon, 20 Nov 2026 9:30 +0100", "2026-11-20T08:30:00Z"),
        ("20 Nov 26 09:30:00 EST", "2026-11-20T14:30:00Z"), ("Fri,20 Nov 2026 09:30:00 CEST", "2026-11-20T07:30:00Z"),
        ("Fri, 20 Nov 2026 09:30:00 GMT+02:00", "2026-11-20T07:30:00Z"), ("Nov 20 2026", "2026-11-20T00:00:00Z"),
        ("09 Feb 96 23:59:45 +0000", "1996-02-09T23:59:45Z"), ("Fri, 20 Nov 2026 09:30:00 Z", "2026-11-20T09:30:00Z"),
        ("2026-11-20T09:30:00.123456+01:00", "2026-11-20T08:30:00Z"),
        ("2026-11-20 09:30:00 -0500", "2026-11-20T14:30:00Z"),
        ("2026-11-20T09:30Z", "2026-11-20T09:30:00Z"), ("2026-11", "2026-11-01T00:00:00Z"),
        ("2026", "2026-01-01T00:00:00Z"),
        ("2026-324", "2026-11-20T00:00:00Z"), ("20261120T093000Z", "2026-11-20T09:30:00Z"),
        ("20261120", "2026-11-20T00:00:00Z"), ("20261120093000", "2026-11-20T09:30:00Z"),
        ("1795167000", "2026-11-20T09:30:00Z"), ("1795167000123", "2026-11-20T09:30:00Z"),
        ("Fri Nov 20 09:30:00 2026", "2026-11-20T09:30:00Z"),
        ("Fri Nov 20 09:30:00 +0100 2026", "2026-11-20T08:30:00Z"),
        ("20 novembre 2026, 9.30", "2026-11-20T09:30:00Z"), ("mar, 20 gen 2026 09:30:00 +0100", "2026-01-20T08:30:00Z"),
        ("venerdì 20 novembre 2026 ore 9:30", "2026-11-20T09:30:00Z"), ("20. März 2026", "2026-03-20T00:00:00Z"),
        ("11/20/2026 9:30 PM", "2026-11-20T21:30:00Z"), ("20/11/2026", "2026-11-20T00:00:00Z"),
        ("20.11.2026 09:30", "2026-11-20T09:30:00Z"), ("Nov 20, 2026 12:05 a.m.", "2026-11-20T00:05:00Z"),
        ("2004년 05월 28일  01:31:15", "2004-05-27T16:31:15Z"), ("2004-05-25 오후 11:23:17", "2004-05-25T14:23:17Z"),
        ("Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11T17:00:00Z"),
        ("2004-július-13T9:15-05:00", "2004-07-13T14:15:00Z"),
        ("2026年11月20日 09:30:00", "2026-11-20T09:30:00Z"), ("Fri, 2006/09/15 08:19:53 EDT", "2006-09-15T12:19:53Z"),
        ("2003-07-32T15:51:30-05:00", "2003-08-01T20:51:30Z"), ("31 Dec 2026 23:59:60 GMT", "2027-01-01T00:00:00Z"),
        ("Fri,\u{A0}20\u{2009}Nov\u{A0}2026 9:30\u{202F}PM", "2026-11-20T21:30:00Z"),
        ("2026-11-20T093000+01:00", "2026-11-20T08:30:00Z"),
    ])
    func `dates are read in every shape that outlets write`(written: String, read: String) throws {
        #expect(try item("<title>a</title><pubDate>\(written)</pubDate>").published?.iso8601 == read)
    }

    @Test(arguments: ["", "ieri", "0", "99 Nov 2026", "30 Feb 2026", "12", "Fri, GMT", "20 Nov", "25:99:99"])
    func `what is no date gives none`(written: String) throws {
        #expect(try item("<title>a</title><pubDate>\(written)</pubDate>").published == nil)
    }

    @Test func `an article was published when it says, or else when it was changed`() throws {
        let updated = "<updated>2026-11-21T00:00:00Z</updated>"
        #expect(try entry(updated).published?.iso8601 == "2026-11-21T00:00:00Z")
        #expect(
            try entry(updated + "<published>2026-11-20T00:00:00Z</published>").published?.iso8601
                == "2026-11-20T00:00:00Z")
        #expect(
            try item("<dc:date>2026-11-20</dc:date><pubDate>rotta</pubDate>").published?.iso8601
                == "2026-11-20T00:00:00Z")
    }

    @Test(arguments: [
        ("Fri, 20 Nov 2026 09:30:00 +0100", "2026-11-20T08:30:00Z"), ("1795167000", "2026-11-20T09:30:00Z"),
        ("1795167000123", "2026-11-20T09:30:00Z"), ("20261120T093000Z", "2026-11-20T09:30:00Z"),
        ("2026/11/20 09:30", "2026-11-20T09:30:00Z"), ("1° gennaio 2026", "2026-01-01T00:00:00Z"),
        ("Fri Nov 20 2026 09:30:00 GMT+0100 (Central European Standard Time)", "2026-11-20T08:30:00Z"),
        ("3/4/2026", "2026-04-03T00:00:00Z"), ("20 novembre 2026 ore 9:30", "2026-11-20T09:30:00Z"),
    ])
    func `front matter may date in the shapes of feeds, the day before the month`(written: String, read: String) throws
    {
        let text = "---\ntitle: Uno\ndate: \(written)\n---\n\nCiao a tutti."
        #expect(try article(text, .markdown).published?.iso8601 == read)
    }
}
