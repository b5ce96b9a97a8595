import Testing

/// A feed with an item for each title, the first one the newest.
private func feed(_ titles: [String]) -> String {
    let items = titles.enumerated().map { index, title in
        """
        <item><title>\(title)</title><link>https://bottega.example/\(titles.count - index)</link>
        <guid>https://bottega.example/\(titles.count - index)</guid>
        <pubDate>Fri, 20 Nov 2026 \(20 - index):00:00 GMT</pubDate>
        <description>&lt;p&gt;Il testo di \(title), scritto per intero.&lt;/p&gt;</description></item>
        """
    }
    return "<rss version=\"2.0\"><channel><title>La Bottega</title><link>https://bottega.example/</link>"
        + items.joined() + "</channel></rss>"
}

extension InTerminal {
    struct SourceTests {
        @Test func `a feed is added with a, its articles are seen, and R brings what is new`() async throws {
            let server = try LoopbackServer()
            server.serve("/feed.xml", "application/rss+xml", feed(["Seconda notizia", "Prima notizia"]))
            let terminal = try await Terminal.reading(width: 160, height: 40)
            try await terminal.type("a")
            try await terminal.wait(for: "Add:")
            try await terminal.type(server.address("/feed.xml"))
            try await terminal.press("Enter")
            try await terminal.wait(for: "La Bottega added: 2 articles.")
            try await terminal.wait(for: "14 unread of 14")
            try await terminal.wait(for: "Seconda notizia")
            // The cursor stays on the article that it was on.
            try await terminal.wait(forCursorAt: "OpenAI sceglie Milano")
            server.serve(
                "/feed.xml", "application/rss+xml", feed(["Terza notizia", "Seconda notizia", "Prima notizia"]))
            try await terminal.type("R")
            try await terminal.wait(for: "1 new article from 1 source.")
            try await terminal.wait(for: "Terza notizia")
            try await terminal.wait(forCursorAt: "OpenAI sceglie Milano")
            server.stop()
            try await terminal.type("R")
            try await terminal.wait(for: "! La Bottega")
            try await terminal.type("q")
            try await terminal.wait(without: "ARTICLES")
            #expect(server.asked.count { $0 == "/feed.xml" } == 2)
        }

        @Test func `a page of the web is added, and quitting while a server is silent takes no time`() async throws {
            let server = try LoopbackServer()
            let text = String(repeating: "Il testo della pagina, scritto per intero e con calma. ", count: 12)
            server.serve(
                "/pagina", "text/html",
                "<html><head><title>Una pagina</title></head><body><article><h1>Una pagina</h1><p>\(text)</p>"
                    + "</article></body></html>")
            let terminal = try await Terminal.reading()
            try await terminal.type("a")
            try await terminal.type(server.address("/pagina"))
            try await terminal.press("Enter")
            try await terminal.wait(for: "“Una pagina” added")
            let silent = try LoopbackServer(isSilent: true)
            try await terminal.type("a")
            try await terminal.type(silent.address("/"))
            try await terminal.press("Enter")
            try await terminal.wait(for: "Adding http")
            let clock = ContinuousClock()
            let start = clock.now
            try await terminal.press("q")
            try await terminal.wait(without: "ARTICLES")
            #expect(clock.now - start < .seconds(3))
            #expect(try await terminal.home.unread() == 13)
        }

        @Test func `what is saved into a folder that was opened is read while the reader runs`() async throws {
            let home = try Home()
            try home.writeArticles()
            let terminal = try await Terminal(home, width: 120, height: 36)
            try await terminal.command("rassegna articles")
            try await terminal.wait(for: "12 unread of 12")
            try home.write(
                Home.article("Salvato adesso", "2026-11-21", "Il Telaio", "Un testo nuovo."), to: "articles/sub/13.md")
            try await terminal.wait(for: "13 unread of 13")
            try await terminal.wait(for: "Salvato adesso")
            try await terminal.wait(forCursorAt: "OpenAI sceglie Milano")
        }
    }
}
