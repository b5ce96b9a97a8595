import Foundation
import Library
import Model

/// Stores generated articles as the items of feeds, a hundred a feed and transaction, and reports how long the library
/// took by itself: first all of them, then the same again, as a visit does that finds nothing new.
func measureStoringAlone(_ count: Int, path: String) throws {
    let corpus = try Corpus()
    let library = try Library(path: path, now: { Timestamp(seconds: 1_795_000_000) })
    let perFeed = 100
    var (first, again, slowest, size) = (0.0, 0.0, 0.0, 0)
    for start in stride(from: 0, to: count, by: perFeed) {
        let address = "https://feed\(start / perFeed).example/rss"
        let id = try library.addSource(Source(kind: .feed, address: address)).source.id
        let items = (start..<min(count, start + perFeed)).map { corpus.article($0).item(of: address) }
        size += items.reduce(0) { $0 + $1.0.text.utf8.count }
        let time = try seconds { _ = try library.store(items, knowledge: 1, from: id) }
        first += time
        slowest = max(slowest, time)
        again += try seconds { _ = try library.store(items, knowledge: 1, from: id) }
    }
    report(
        "storing \(count) articles of feeds", "\((Double(count) / first).short) articles/s", "\(size / 1000) kB of text"
    )
    report("- the slowest transaction", "\((slowest * 1000).short) ms")
    report("- the same again", "\((Double(count) / again).short) articles/s")
    let bytes = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    report("- its size", "\((Double(bytes) / Double(size)).short) times", "the text")
}

extension GeneratedArticle {
    /// The article as an item of a feed, with what a recogniser might find in it.
    fileprivate func item(of feed: String) -> (ParsedArticle, Annotation) {
        var (text, blocks, mentions): (String, [Block], [Mention]) = ("", [], [])
        for paragraph in paragraphs {
            if !text.isEmpty { text += "\n\n" }
            let start = text.utf8.count
            text += paragraph
            blocks.append(Block(start..<text.utf8.count, .paragraph))
            mentions.append(
                Mention(
                    start..<(start + 5), .company, company: "Firm \(number % 500)", evidence: .name, confidence: 0.9))
        }
        var dice = Dice(seed: UInt64(number))
        let companies = (0..<6).map { _ in dice.roll(dice.roll(3000) + 1) }
        let address = "https://feed\(number / 100).example/2026/11/article-\(number)?utm_source=rss"
        let article = ParsedArticle(
            file: feed, index: number, identifier: "https://feed.example/?p=\(number)", title: title, url: address,
            published: published, language: Language(language), outlet: outlet, text: text, blocks: blocks)
        let appearances = Set(companies).sorted().map {
            Appearance(company: "Firm \($0)", salience: .mentioned, mentions: 2)
        }
        return (article, Annotation(mentions: mentions, companies: appearances))
    }
}

/// Reports how long it takes to compare two articles of fifty thousand words: nearly the same, and of one vocabulary only.
func measureDifference() {
    var dice = Dice(seed: 1)
    let words = (0..<50_000).map { _ in dice.word() }
    let other = (0..<50_000).map { _ in dice.word() }.joined(separator: " ")
    let edited = words.map { dice.roll(20) == 0 ? dice.word() : $0 }.joined(separator: " ")
    let text = words.joined(separator: " ")
    for (name, changed) in [("one word in twenty changed", edited), ("nothing in common but the vocabulary", other)] {
        var runs = 0
        let time = bestSeconds(of: 5) { runs = WordDifference(from: text, to: changed).runs.count }
        report("comparing 50,000 words, \(name)", "\((time * 1000).short) ms", "\(runs) runs")
    }
}
