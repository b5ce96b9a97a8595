import Ingest
import Model
import Testing

/// Which parts of a page are its article's text.
@Suite struct PageTextTests {
    private func text(_ page: String) throws -> [String] {
        let article = try article(page, .html)
        let bytes = Array(article.text.utf8)
        return article.blocks.filter { $0.kind != .furniture && $0.kind != .title }.map { block in
            String(decoding: bytes[block.range], as: UTF8.self)
        }
    }

    @Test func `a lead between title and text is the article's`() throws {
        let lead = "Quattro linee di tessuti, una sola fabbrica e un accordo che vale il doppio del previsto."
        let page = """
            <main><header><h1>Un titolo lungo</h1><p>\(lead)</p></header>
            <div itemprop=articleBody><p>\(prose)</p><p>\(prose)</p></div></main>
            """
        #expect(try text(page) == [lead, prose, prose])
    }

    @Test func `the section under a heading of related articles is furniture`() throws {
        let page = """
            <article><h1>Uno due tre</h1><p>\(prose)</p><p>\(prose)</p><p>\(prose)</p>
            <h3>Related articles</h3><p>\(prose) Altro.</p></article>
            """
        #expect(try text(page) == [prose, prose, prose])
    }

    @Test func `comments are furniture, also where they outweigh the article`() throws {
        let long = Array(repeating: prose, count: 8).map { "<p>\($0)</p>" }.joined()
        let page = "<article><h1>Uno due tre</h1>\(long)</article><div class=comments>\(long)\(long)\(long)</div>"
        #expect(try text(page).count == 8)
    }

    @Test func `what is hidden from listeners is left out, but not a part that opens`() throws {
        let closed = "Una risposta che si apre quando qualcuno la chiede, con parole sue."
        let page = """
            <article><h1>Uno due tre</h1><p>\(prose)</p><div aria-hidden=true><p>\(prose) Copia.</p></div>
            <div class='accordion-panel' aria-hidden=true><p>\(closed)</p></div><p>\(prose)</p></article>
            """
        #expect(try text(page) == [prose, closed, prose])
    }

    @Test func `a text that the page keeps hidden until its scripts have run is the article`() throws {
        let hidden = Array(repeating: prose, count: 9).map { "<p>\($0)</p>" }.joined()
        let page = """
            <h1>Uno due tre</h1>
            <div itemprop=articleBody><p>\(prose)</p><div style='display: none'>\(hidden)</div></div>
            """
        #expect(try text(page).count == 10)
    }

    @Test func `names that programs make, and what a page is about, say nothing of furniture`() throws {
        let page = """
            <article class='post tag-newsletter category-social has-sidebar no-comments'><h1>Uno due tre</h1>
            <div class='css-1ad9f'><p>\(prose)</p></div><p>\(prose)</p></article>
            """
        #expect(try text(page) == [prose, prose])
    }

    @Test func `a page of nothing but links is what it lists`() throws {
        let page = "<ul><li><a href='/a'>Uno</a></li><li><a href='/b'>Due</a></li></ul>"
        #expect(try text(page) == ["Uno", "Due"])
    }

    @Test func `the article of a page that scripts would build is taken from its linked data`() throws {
        let body = (1...6).map { number in prose.replacing(" ", with: "\(number) ") }.joined(separator: "\\n")
        let page = """
            <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Uno due tre", "articleBody": "\(body)"}</script>
            <div id=app>Caricamento</div>
            """
        #expect(try text(page).count == 6)
    }
}
