import Entities
import Ingest
import Model

/// Reports how fast texts are read and names recognised, beside the least that any program must do.
func measureText() throws {
    let corpus = try Corpus()
    let articles = (0..<3000).map { corpus.article($0) }
    try reportParsing(articles)
    try reportRecognising(articles)
}

private func reportParsing(_ articles: [GeneratedArticle]) throws {
    let reader = Reader()
    for format in Format.allCases {
        let files = articles.map { (name: $0.fileName(format), bytes: $0.bytes(as: format)) }
        let size = files.reduce(0) { $0 + $1.bytes.count }
        let time = try medianSeconds(of: 5) {
            for file in files { _ = try reader.articles(in: file.bytes, named: file.name) }
        }
        report("parsing \(format.rawValue)", "\(speed(size, time).short) MB/s", "one core")
    }
}

private func reportRecognising(_ articles: [GeneratedArticle]) throws {
    let reader = Reader()
    let texts = try articles.flatMap { try reader.articles(in: $0.bytes(as: .markdown), named: "a.md") }
    let size = texts.reduce(0) { $0 + $1.text.utf8.count }
    let loading = try medianSeconds(of: 7) {
        _ = Annotator(try Catalogue(parsing: catalogueText), model: try builtInModel())
    }
    let catalogue = try Catalogue(parsing: catalogueText)
    let (matching, _) = annotating(texts, Annotator(catalogue))
    let (recognising, found) = annotating(texts, Annotator(catalogue, model: try builtInModel()))
    var check = 0
    let counting = medianSeconds(of: 5) { check ^= texts.reduce(0) { $0 + bytes(of: 0x20, in: $1.text) } }
    let hashing = medianSeconds(of: 5) { check ^= texts.reduce(0) { $0 ^ wordHash(of: $1.text) } }
    let count = Double(texts.reduce(0) { $0 + words(of: $1.text) })
    report(
        "loading catalogue and model", "\((loading * 1000).short) ms", "\(catalogueText().count / 1000) kB of records")
    report("matching names of the catalogue", "\(speed(size, matching).short) MB/s", "\(size / 1_000_000) MB")
    report(
        "recognising names, all together", "\((count / recognising / 1_000_000).short) million words and signs/s",
        "\(speed(size, recognising).short) MB/s, \(found) mentions")
    report("- floor: words found and hashed", "\(speed(size, hashing).short) MB/s")
    report("- floor: bytes compared", "\(speed(size, counting).short) MB/s", "checksum \(check & 0xFFFF)")
}

/// Seconds that annotating all texts takes on one core, and the mentions found.
private func annotating(_ texts: [ParsedArticle], _ annotator: Annotator) -> (seconds: Double, mentions: Int) {
    var found = 0
    let seconds = medianSeconds(of: 5) {
        found = texts.reduce(0) {
            $0 + annotator.annotate(text: $1.text, blocks: $1.blocks, language: $1.language).mentions.count
        }
    }
    return (seconds, found)
}

/// Words and signs, counted as tokenizers do: runs of letters and digits, and each sign by itself.
private func words(of text: String) -> Int {
    var count = 0
    var isInside = false
    for byte in text.utf8 {
        let isLetter = byte >= 0x80 || byte &- 48 < 10 || (byte | 0x20) &- 97 < 26
        if byte > 32, !isLetter || !isInside { count += 1 }
        isInside = isLetter
    }
    return count
}

/// Millions of bytes a second.
private func speed(_ bytes: Int, _ seconds: Double) -> Double {
    Double(bytes) / seconds / 1_000_000
}

/// How often a byte stands in a text.
private func bytes(of byte: UInt8, in text: String) -> Int {
    var text = text
    return text.withUTF8 { bytes in bytes.reduce(0) { $0 + ($1 == byte ? 1 : 0) } }
}

/// Every word's hash (FNV-1a), folded into one number: the least that a search for words costs.
private func wordHash(of text: String) -> Int {
    var text = text
    return text.withUTF8 { bytes in
        var all: UInt64 = 0
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes {
            if byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A || byte >= 0x80 {
                hash = (hash ^ UInt64(byte | 0x20)) &* 0x100_0000_01B3
            } else {
                all ^= hash
                hash = 0xCBF2_9CE4_8422_2325
            }
        }
        return Int(truncatingIfNeeded: all ^ hash)
    }
}
