import Foundation
import Glibc
import Library
import Model

/// Now, for the searches: when the newest article of the corpus was published.
private let newest = Timestamp(seconds: 1_795_000_000)

/// Stores articles that are annotated already in a new library, two hundred a transaction, and reports how fast.
func measureStoringAnnotated(_ count: Int, path: String) throws {
    let corpus = try AnnotatedCorpus(count: count)
    let library = try Library(path: path, now: { newest })
    let perTransaction = ProcessInfo.processInfo.environment["BATCH"].flatMap { Int($0) } ?? 200
    var (size, time) = (0, 0.0)
    // The oldest first, as articles come.
    for end in stride(from: count, to: 0, by: -perTransaction) {
        let items = (max(0, end - perTransaction)..<end).reversed().map { corpus.article($0) }
        size += items.reduce(0) { $0 + $1.0.text.utf8.count }
        time += try seconds { _ = try library.store(items) }
    }
    report(
        "storing \(count) annotated articles", "\((Double(count) / time).short) articles/s",
        "one core, \(size / count) bytes of text each")
    _ = try library.count(.everything)
    let bytes = try ["", "-wal"].map { path + $0 }.filter { FileManager.default.fileExists(atPath: $0) }
        .reduce(0) { try $0 + (FileManager.default.attributesOfItem(atPath: $1)[.size] as? Int ?? 0) }
    report("- size of the library", "\((Double(bytes) / Double(size)).short) times", "the text")
}

/// Reports how long searches take in a library of `measureStoringAnnotated`.
func measureQueries(path: String) throws {
    let library = try Library(path: path, now: { newest })
    let count = try library.count(.everything).total
    let rows = try library.companyNames { $0 }.filter { $0.articles > 0 }
    let named = { (share: Double) in
        rows.min {
            abs(Double($0.articles) - share * Double(count)) < abs(Double($1.articles) - share * Double(count))
        }?.name ?? ""
    }
    let (rare, one, often) = (named(0.0005), named(0.01), named(0.2))
    print(
        "\(count) articles; “\(rare)” in \(rows.first { $0.name == rare }?.articles ?? 0), “\(one)” in "
            + "\(rows.first { $0.name == one }?.articles ?? 0), “\(often)” in \(rows.first { $0.name == often }?.articles ?? 0)"
    )
    let queries: [(name: String, text: String, counts: Bool)] = [
        ("all articles", "", false), ("rare word, first page and exact count", "quarzifoglio", true),
        ("word in 75 % of articles", "verdemare", false), ("- its count", "verdemare", true),
        ("company in 1 % of articles", "company:\"\(one)\"", true),
        ("- and a frequent word", "company:\"\(one)\" verdemare", false),
        ("- and a rare word", "company:\"\(one)\" quarzifoglio", false),
        ("rare company and frequent word", "company:\"\(rare)\" verdemare", false),
        ("frequent company and frequent word", "company:\"\(often)\" verdemare", false),
        ("rare word or rare company", "quarzifoglio OR company:\"\(rare)\"", false),
        ("rare word, without a frequent company", "quarzifoglio -company:\"\(often)\"", false),
        ("company, without a frequent word", "company:\"\(one)\" -verdemare", false),
        ("two companies in a paragraph", "company:\"\(often)\" with:\"\(one)\"", false),
        ("about a company, three times", "about:\"\(one)\" company:\"\(one)\">=3", false),
        ("words near each other", "near:\"verdemare quarzifoglio\"", false), ("a phrase", "\"data center\"", false),
        ("a prefix of three letters", "qua*", false), ("a plain word with its forms", "mercato", false),
        ("a person", "person:\"\(people(library))\"", false), ("amount over a limit", "amount:>500m EUR", false),
        ("amount within limits, and a company", "amount:1bn..3bn company:\"\(one)\"", false),
        ("a language and unread", "lang:en is:unread", false),
        ("a pattern beside a rare word", "quarzifoglio /Quarz\\w+\\./", false),
        ("a pattern beside a frequent word", "verdemare /Verdemare\\. [A-Z]/", false),
        ("an interval and a word", "2025-01..2025-03 verdemare", false),
        ("by rank, rare word", "quarzifoglio sort:rank", false),
        ("by rank, frequent word", "verdemare sort:rank", false),
        ("by rank, company and word", "company:\"\(one)\" verdemare sort:rank", false),
        ("by source, frequent word", "verdemare sort:source", false),
    ]
    for query in queries {
        let parsed = try Query.parse(query.text)
        var found = 0
        var first = 0.0
        let times = try (0..<15).map { run in
            let time = try seconds {
                found = try library.page(PageRequest(query: parsed, limit: 50)).rows.count
                if query.counts { found = try library.count(parsed).total }
            }
            if run == 0 { first = time }
            return time
        }
        report(
            query.name, "\((times.median * 1000).short) (\((first * 1000).short)) ms",
            "\(found)\(query.counts ? "" : " rows")")
    }
    try measureTyping(
        ["quarzifoglio", "company:\"\(one)\" verdemare", "verdemare -mercato is:unread", "person:mar amount:>1bn"],
        library)
    report("peak memory", "\((peakMemory() / 1000).short) MB")
}

/// Each key of some queries: the first page of what is typed so far, its last word open as in the reader.
private func measureTyping(_ texts: [String], _ library: Library) throws {
    var (times, slowest): ([Double], (time: Double, text: String)) = ([], (0, ""))
    for text in texts {
        for length in 1...text.count {
            let typed = String(text.prefix(length))
            let word = typed.reversed().prefix { $0.isLetter || $0.isNumber }
            let isOpen = word.count >= 3 && (typed.count == word.count || typed.dropLast(word.count).last == " ")
            guard let query = try? Query.parse(isOpen ? typed + "*" : typed) else { continue }
            let time = try seconds { _ = try library.page(PageRequest(query: query, limit: 50)) }
            if time > slowest.time { slowest = (time, "\(query)") }
            times.append(time)
        }
    }
    report(
        "each key while typing", "\((times.median * 1000).short) ms",
        "p95 \((times.percentile(95) * 1000).short) ms, \(slowest.text): \((slowest.time * 1000).short) ms")
}

/// A person whom some articles name.
private func people(_ library: Library) -> String {
    guard let row = try? library.page(PageRequest(limit: 1)).rows.first, let article = try? library.article(row.id),
        let mention = article.mentions.last(where: { $0.kind == .person })
    else { return "nobody" }
    return String(decoding: Array(article.text.utf8)[mention.range], as: UTF8.self)
}

/// The most memory that the program has had, in kB.
private func peakMemory() -> Double {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return Double(line.split(whereSeparator: { !$0.isNumber }).first ?? "") ?? 0
}
