import Model

/// The blocks of an article that may be seen to recur in others, by hashes of their words, case and white space aside.
struct BlockPrints {
    /// A block that may recur.
    struct Print {
        /// Its place among the article's blocks.
        var index: Int
        var hash: UInt32
        /// How many words of running text it has: none in a heading.
        var words: Int
        /// Whether it is furniture only before furniture: a heading or a short line, which may well belong to each article.
        var isCompanion: Bool
    }

    let prints: [Print]
    /// How many words of running text the article has, furniture left out.
    let words: Int

    /// Longer blocks are an article's own, in words.
    private static let longest = 120
    /// Shorter blocks say too little to be known by, in words.
    private static let shortest = 4

    init(text: String, blocks: [Block]) {
        var prints: [Print] = []
        var total = 0
        var text = text
        text.withUTF8 { bytes in
            for (index, block) in blocks.enumerated() {
                let isHeading = block.kind == .heading
                guard isHeading || [.paragraph, .item, .quote].contains(block.kind) else { continue }
                let range = block.range.clamped(to: bytes.indices)
                let (hash, words) = TextPrint.piece(UnsafeBufferPointer(rebasing: bytes[range]))
                if !isHeading { total += words }
                guard words > 0, words <= BlockPrints.longest else { continue }
                prints.append(
                    Print(
                        index: index, hash: UInt32(truncatingIfNeeded: hash), words: isHeading ? 0 : words,
                        isCompanion: isHeading || words < BlockPrints.shortest))
            }
        }
        self.prints = prints
        words = total
    }

    init(_ article: ParsedArticle) {
        self.init(text: article.text, blocks: article.blocks)
    }

    /// The hashes, each once.
    var hashes: Set<UInt32> { Set(prints.map(\.hash)) }
}
