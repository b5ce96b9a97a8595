import Library
import Model
import Testing

struct OutletTests {
    @Test func `outlets whose articles all came from sources are left out, whatever the sources are called`() throws {
        let library = try makeLibrary()
        try library.store([item("Da un file.", outlet: "Il Foglio"), item("Da due parti.", outlet: "Telaio")])
        #expect(try library.outletsOfNoSource().map(\.name) == ["Il Foglio", "Telaio"])
        let feed = try library.addSource(Source(kind: .feed, address: "https://a.example/rss", title: "Mio")).source.id
        let entries = (1...20).map { number in
            var (article, annotation) = entry(
                "Titolo \(number)", words(30), at: "https://a.example/\(number)", age: Int64(number))
            article.outlet = number == 1 ? "Altro" : "Canale"
            return (article, annotation)
        }
        try library.store(entries, from: feed)
        // Telaio has an article of the feed too, newer than its own.
        var (article, annotation) = entry("Titolo 30", words(30), at: "https://a.example/30", age: -5)
        article.outlet = "Telaio"
        try library.store([(article, annotation)], from: feed)
        #expect(try library.outletsOfNoSource().map(\.name).sorted() == ["Il Foglio", "Telaio"])
        try library.removeSource(feed)
        #expect(try library.outletsOfNoSource().map(\.name).sorted() == ["Altro", "Canale", "Il Foglio", "Telaio"])
    }

    @Test func `an article names its sources, and a file's has none`() throws {
        let library = try makeLibrary()
        let ids = try ["a", "b"].map { (name: String) in
            try library.addSource(Source(kind: .feed, address: "https://\(name).example/rss", title: name)).source.id
        }
        let news = entry("Una notizia", words(60), at: "https://x.example/1")
        let id = try #require(try library.store([news], from: ids[1]).first?.id)
        try library.store([news], from: ids[0])
        #expect(try library.sources(of: id).map(\.name) == ["a", "b"])
        let file = try #require(try library.store([item("Da un file.")]).first?.id)
        #expect(try library.sources(of: file).isEmpty)
    }
}
