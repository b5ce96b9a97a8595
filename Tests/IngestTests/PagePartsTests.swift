import Ingest
import Model
import Testing

/// Parts of a page that are hidden, late, twice there or about its authors.
@Suite struct PagePartsTests {
    private func text(_ page: String) throws -> [String] {
        let article = try article(page, .html)
        let bytes = Array(article.text.utf8)
        return article.blocks.filter { $0.kind != .furniture && $0.kind != .title }.map { block in
            String(decoding: bytes[block.range], as: UTF8.self)
        }
    }

    @Test func `a part that comes late stands where its mark is, and what was shown until then is gone`() throws {
        let page = """
            <main><h1>Uno due tre</h1><p>\(prose)</p>
            <!--$?--><template id="B:0"></template><p>Ancora un momento, la pagina si sta caricando.</p><!--/$-->
            <p>\(prose) Fine.</p></main>
            <div hidden id="S:0"><div><p>\(prose) Primo.</p><template id="P:1"></template></div></div>
            <div hidden id="S:1"><p>\(prose) Secondo.</p></div><script>$RC("B:0","S:0")</script>
            """
        #expect(try text(page) == [prose, prose + " Primo.", prose + " Secondo.", prose + " Fine."])
    }

    @Test func `marks without parts, and parts that are never closed, lose nothing`() throws {
        let page = """
            <main><h1>Uno due tre</h1><p>\(prose)</p><template id="B:7"></template><p>\(prose) Fine.</p></main>
            <div hidden id="S:0"><p>\(prose) Aperto.</p>
            """
        #expect(try text(page) == [prose, prose + " Fine."])
    }

    @Test func `what opens at a button before it is the article's`() throws {
        let answer = "Sì, le linee sono quattro e stanno tutte nello stesso stabilimento, a pochi chilometri dal porto."
        let page = """
            <article><h1>Uno due tre</h1><p>\(prose)</p>
            <div><h3><button aria-expanded=false>Quante linee sono?</button></h3><div hidden><p>\(answer)</p></div></div>
            <div style="display:none" role=region><p>\(answer) Davvero.</p></div><p>\(prose) Fine.</p></article>
            """
        #expect(try text(page).suffix(3) == [answer, answer + " Davvero.", prose + " Fine."])
    }

    @Test func `what was said before in the same words is furniture`() throws {
        let all = (1...6).map { "<p>\(prose) \($0).</p>" }.joined()
        #expect(try text("<article><h1>Uno due tre</h1>\(all)\(all)</article>").count == 6)
    }

    @Test func `a few words on who wrote it are furniture, above and below`() throws {
        let page = """
            <meta name=author content="Ada Neri"><article><h1>Uno due tre</h1>
            <p>Ada Neri covers textiles and the people who make them for this paper since 2019.</p>
            <p>\(prose)</p><p>\(prose) Due.</p><p>\(prose) Tre.</p>
            <p>Bo Li is a freelance journalist in Turin who writes on factories, ports and trains.</p></article>
            """
        #expect(try text(page) == [prose, prose + " Due.", prose + " Tre."])
    }

    @Test func `people are named without the agencies and papers beside them`() throws {
        let page = """
            <script type="application/ld+json">{"@type": "NewsArticle", "author": [{"@type": "Person", "name": "Ada Neri"},
            {"@type": "Person", "name": "The Associated Press"}]}</script><article><h1>Uno due tre</h1><p>\(prose)</p></article>
            """
        #expect(try article(page, .html).author == "Ada Neri")
    }

    @Test func `the line above a title in its heading is no part of it`() throws {
        let page = """
            <meta property="og:title" content="Perforare fino al calore"><article><h1><span>Clima</span>
            Perforare fino al calore</h1><p>\(prose)</p><p>\(prose) Due.</p></article>
            """
        #expect(try article(page, .html).title == "Perforare fino al calore")
        #expect(try text(page) == [prose, prose + " Due."])
    }

    @Test func `the site's name in the first heading is not the title where another heading is`() throws {
        let page = """
            <title>Quattro linee in una fabbrica | Il Telaio</title><h1>Il Telaio</h1>
            <article><h2>Quattro linee in una fabbrica</h2><p>\(prose)</p><p>\(prose) Due.</p></article>
            """
        #expect(try article(page, .html).title == "Quattro linee in una fabbrica")
    }

    @Test func `the date stands in the title, or in what a script is given`() throws {
        let body = "<article><h1>Uno due tre</h1><p>\(prose)</p><p>\(prose) Due.</p></article>"
        let titled = try article("<title>13.11.2026 | Uno due tre</title>" + body, .html)
        #expect(titled.published?.iso8601.hasPrefix("2026-11-13") == true)
        let state = #"<script id=state type="application/json">{"publishedAt": "2026-11-12T06:30:00Z"}</script>"#
        #expect(try article(body + state, .html).published?.iso8601 == "2026-11-12T06:30:00Z")
    }

    @Test func `a text that the page gives its scripts alone is the article`() throws {
        let lines = (1...6).map { number in prose.replacing(" ", with: "\(number) ") }
        let paragraphs = lines.map { #"{"type": "paragraph", "content": [{"type": "text", "value": "\#($0)"}]}"# }
        let page = """
            <article><h1>Uno due tre</h1><p>\(lines[0])</p></article>
            <script type="application/json">{"body": {"content": [\(paragraphs.joined(separator: ","))]}}</script>
            """
        #expect(try text(page).count == 6)
    }

    @Test func `a table of many cells does not outweigh the only paragraph`() throws {
        let page = "<p>\(prose)</p><table><tr>" + String(repeating: "<td>x", count: 20_000) + "</table>"
        #expect(try text(page).first == prose)
    }
}
