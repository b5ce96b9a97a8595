import Foundation
import Testing

/// `rassegna import` and `rassegna export`.
struct ExchangeTests {
    private static let list = """
        <opml version="2.0"><head><title>I miei</title></head><body>
        <outline text="Economia"><outline text="Imprese">
        <outline type="rss" text="La Bottega" xmlUrl="https://bottega.example/feed.xml" htmlUrl="https://bottega.example/"/>
        </outline></outline>
        <outline type="rss" text="Ancora La Bottega" xmlUrl="https://Bottega.example/feed.xml" category="/preferiti"/>
        <outline type="rss" text="Senza indirizzo" xmlUrl="gopher://a.example/"/>
        </body></opml>
        """

    @Test func `feeds of an OPML file become sources with their folders as tags, and come out again`() async throws {
        let home = try Home()
        try home.write(ExchangeTests.list, to: "feeds.opml")
        let outcome = try await Program.run(["import", "feeds.opml"], at: home)
        #expect(outcome.lines == ["feeds.opml: 1 source added, 1 named more than once, 1 skipped."])
        #expect(outcome.complaint.contains("“Senza indirizzo” has no address of the web: gopher://a.example/"))
        #expect(outcome.status == 3)
        let first = try await Program.run(["export", "opml"], at: home).text
        #expect(first.contains("<outline text=\"Imprese\""))
        #expect(first.contains("category=\"/preferiti\""))
        let other = try Home()
        try other.write(first, to: "feeds.opml")
        #expect(try await Program.run(["import", "feeds.opml"], at: other).status == 0)
        #expect(try await Program.run(["export", "opml"], at: other).text == first)
        let again = try await Program.run(["import", "feeds.opml"], at: other)
        #expect(again.lines == ["feeds.opml: 0 sources added, 1 already here."])
    }

    @Test(.timeLimit(.minutes(1))) func `pipes and devices named as files are not waited for`() async throws {
        let home = try Home()
        #expect(mkfifo(home.path + "/pipe.opml", 0o600) == 0)
        for name in ["pipe.opml", "/dev/zero"] {
            let outcome = try await Program.run(["import", name], at: home)
            #expect(outcome.status == 3)
            #expect(outcome.complaint.contains("\(name): neither a file nor a folder"))
        }
    }

    @Test func `newsboat's list is taken in, a password in it kept apart`() async throws {
        let home = try Home()
        let list =
            "https://mario:segreto@a.example/f.xml economia \"~Il Foglio\"\n\"query:Tutti:unread = \\\"yes\\\"\"\n"
        let outcome = try await Program.run(["import", "-"], at: home, input: Array(list.utf8))
        #expect(outcome.lines == ["-: 1 source added, 1 skipped."])
        let exported = try await Program.run(["export", "opml"], at: home).text
        #expect(exported.contains("text=\"Il Foglio\""))
        #expect(exported.contains("xmlUrl=\"https://a.example/f.xml\""))
        #expect(!exported.contains("segreto"))
    }

    @Test func `articles go to another library as JSON lines with what was read and starred`() async throws {
        let home = try Home()
        try home.writeArticles()
        _ = try await Program.run(["add", "articles"], at: home)
        _ = try await Program.run(["mark", "read", "forno"], at: home)
        _ = try await Program.run(["mark", "starred", "Redmond"], at: home)
        let exported = try await Program.run(["export", "jsonl"], at: home)
        #expect(exported.lines.count == 12)
        let other = try Home()
        let imported = try await Program.run(["import", "-"], at: other, input: exported.output)
        #expect(imported.lines == ["-: 12 articles added."])
        #expect(try await Program.run(["export", "jsonl", "forno"], at: other).objects.first?["read"] as? Bool == true)
        let (before, after) = (try exported.objects, try await Program.run(["export", "jsonl"], at: other).objects)
        for (before, after) in zip(before, after) {
            // The number is that of its library.
            #expect(before.filter { $0.key != "id" } as NSDictionary == after.filter { $0.key != "id" } as NSDictionary)
        }
        let again = try await Program.run(["import", "-"], at: other, input: exported.output)
        #expect(again.lines == ["-: 0 articles added, 12 already here."])
    }

    @Test func `a line that is no article is named and costs no other`() async throws {
        let home = try Home()
        let lines =
            "{\"title\": \"Prima\", \"text\": \"Un testo.\"}\n{\"title\": 3\n{\"url\": \"https://a.example/\"}\n\n{\"text\": \"Ultima riga\"}"
        let outcome = try await Program.run(["import", "-"], at: home, input: Array(lines.utf8))
        #expect(outcome.lines == ["-: 2 articles added, 2 lines not read."])
        #expect(outcome.complaint.contains("-, line 2 is no JSON object"))
        #expect(outcome.complaint.contains("-, line 3 has neither “title” nor “text”"))
        #expect(outcome.status == 3)
    }

    @Test func `what import cannot take is refused with what to do`() async throws {
        let home = try Home()
        try home.write("# Titolo\n\nTesto.\n", to: "a.md")
        try home.write("<rss version=\"2.0\"><channel><title>A</title></channel></rss>", to: "a.xml")
        try home.write("", to: "empty")
        let outcome = try await Program.run(["import", "a.md", "a.xml", "empty", "none", "/"], at: home)
        #expect(outcome.complaint.contains("a.md: rassegna add takes Markdown"))
        #expect(outcome.complaint.contains("a.xml: XML that is no OPML; lists of feeds are OPML"))
        #expect(outcome.complaint.contains("empty: the file is empty"))
        #expect(outcome.complaint.contains("none: there is no such file"))
        #expect(outcome.complaint.contains("/: is a folder; rassegna add takes folders"))
        #expect(outcome.status == 3)
    }

    @Test func `articles become Markdown files that add reads again, and no file is written over`() async throws {
        let home = try Home()
        try home.writeArticles()
        _ = try await Program.run(["add", "articles"], at: home)
        let outcome = try await Program.run(["export", "markdown", "--to", "out", "OpenAI"], at: home)
        #expect(outcome.lines == ["2 files written to out."])
        let name = "out/2026-11-20-openai-sceglie-milano-1.md"
        let text = try String(contentsOfFile: "\(home.path)/\(name)", encoding: .utf8)
        #expect(text.contains("title: \"OpenAI sceglie Milano\"") && text.contains("43 milioni di euro"))
        try home.write("mio", to: name)
        let again = try await Program.run(["export", "markdown", "--to", "out", "OpenAI"], at: home)
        #expect(again.lines == ["0 files written to out, 1 there already."])
        #expect(again.complaint.contains("is there already and says otherwise; not written"))
        #expect(try String(contentsOfFile: "\(home.path)/\(name)", encoding: .utf8) == "mio")
        let printed = try await Program.run(["export", "markdown", "OpenAI"], at: home).text
        #expect(printed.hasPrefix("# OpenAI sceglie Milano\n\nIl Telaio, 2026-11-20\n"))
        #expect(printed.contains("\n---\n\n# La scommessa di Redmond"))
    }

    @Test func `an export by a saved search that is not there is refused, as a list is`() async throws {
        let home = try Home()
        try home.writeArticles()
        _ = try await Program.run(["add", "articles"], at: home)
        for command in [["list"], ["export", "jsonl"], ["export", "markdown"]] {
            let outcome = try await Program.run(command + ["search:nope"], at: home)
            #expect(outcome.complaint.contains("There is no saved search “nope”"), "\(command)")
            #expect(outcome.status == 2 && outcome.output.isEmpty)
        }
    }

    @Test func `a list of feeds that is added by its name becomes sources, and is no article anywhere else`()
        async throws
    {
        let home = try Home()
        try home.write(
            "<!-- miei --><opml><body><outline xmlUrl=\"HTTPS://A.example/f\" text=\"A\"/></body></opml>",
            to: "n/feeds.opml")
        try home.write("# miei\nHTTPS://B.example/f economia\n", to: "n/urls")
        let added = try await Program.run(["add", "n/feeds.opml", "n/urls"], at: home)
        #expect(
            added.lines == [
                "n/feeds.opml, a list of feeds: 1 source added; rassegna refresh fetches them.",
                "n/urls, a list of feeds: 1 source added; rassegna refresh fetches them.",
            ])
        #expect(added.status == 0)
        let folder = try await Program.run(["add", "n"], at: home)
        #expect(folder.complaint.contains("n/feeds.opml: a list of feeds; rassegna import takes it"))
        #expect(folder.complaint.contains("n/urls: a list of feeds; rassegna import takes it"))
        #expect(folder.status == 3)
        #expect(try await Program.run(["list"], at: home).status == 1)
        #expect(try await Program.run(["export", "opml"], at: home).text.contains("xmlUrl=\"https://b.example/f\""))
    }
}
