import Foundation
import GRDB
import Model

/// An article in the form in which the tables hold it; two equal ones need no writing.
struct StoredArticle: Equatable {
    var published: Timestamp
    var language: String?
    var outlet: Int64?
    var title: String
    var author: String?
    var url: String?
    var words: Int
    var isSummary: Bool
    var about: Data
    var text: String
    var layout: Data
    var mentions: Data
    /// Which blocks are furniture by what was learned of the outlet (`FoldedBlocks`).
    var folded: Data?
    var appearances: [Int64: Part]

    /// A company's part in the article.
    struct Part: Equatable {
        var salience: Int
        var mentions: Int
    }

    /// What it says, and the pieces of it.
    var content: (text: String, blocks: [Block]) {
        (text, (try? Layout(decoding: layout).blocks) ?? [])
    }

    /// The hashes of what it says.
    var print: TextPrint {
        TextPrint(title: title, text: text, blocks: content.blocks)
    }

    /// Whether an article has the same text in the same pieces as this one is shown: with what was learned folded, as it was
    /// given out.
    func isShown(as article: ParsedArticle) -> Bool {
        guard let folded, text == article.text, let known = try? Layout(decoding: layout) else { return false }
        return (try? FoldedBlocks(decoding: folded).folding(known.blocks)) == article.blocks
            && known.links == article.links
    }

    /// Takes from another state of the article what is not known of this one.
    mutating func complete(from other: StoredArticle) {
        language = language ?? other.language
        outlet = outlet ?? other.outlet
        author = author ?? other.author
        url = url ?? other.url
    }

    /// Takes title, text and what was recognised in it from another state of the article.
    mutating func keepText(of other: StoredArticle) {
        title = other.title
        text = other.text
        layout = other.layout
        words = other.words
        keepRecognised(of: other)
    }

    /// Takes what was recognised in another state of the article.
    mutating func keepRecognised(of other: StoredArticle) {
        mentions = other.mentions
        folded = other.folded
        about = other.about
        appearances = other.appearances
    }

    /// Whether an article has the same text in the same language, in the same pieces: what is recognised in it is the same.
    func hasText(of article: ParsedArticle) -> Bool {
        text == article.text && (article.language == nil || language == article.language?.code)
            && layout == Layout(blocks: article.blocks, links: article.links).encoded
    }

    /// What it is searched by apart from its words.
    var facets: String {
        facets(of: (try? MentionCodec.decode(mentions)) ?? [])
    }

    /// The same, with its mentions at hand.
    func facets(of mentions: [Mention]) -> String {
        Facets.text(of: text, mentions, author: author, language: language)
    }

    /// What is searched of it.
    var document: IndexChanges.Document {
        IndexChanges.Document(title: title, text: text)
    }
}

extension StoredArticle {
    /// A new article as it will be stored.
    init(
        _ article: ParsedArticle, _ reading: PreparedArticles.Reading, published: Timestamp, outlet: Int64?, words: Int,
        appearances: [Int64: Part]
    ) {
        self.init(
            published: published, language: article.language?.code, outlet: outlet, title: article.title,
            author: article.author, url: article.url.map(CanonicalAddress.withoutTracking), words: words,
            isSummary: article.isSummary,
            about: AboutCodec.encode(AboutCodec.selection(of: reading.annotation.companies)), text: article.text,
            layout: Layout(blocks: article.blocks, links: article.links).encoded,
            mentions: MentionCodec.encode(reading.annotation.mentions), folded: reading.folded.encoded,
            appearances: appearances)
    }

    /// The article in a slot.
    init?(slot: Int64, in db: Database) throws {
        let sql = """
            SELECT published, language, outlet, title, author, url, words, summary, about, text, layout, mentions,
                folded
            FROM article JOIN body USING (slot) WHERE slot = ?
            """
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [slot]) else { return nil }
        self.init(
            published: Timestamp(seconds: row[0]), language: row[1], outlet: row[2], title: row[3], author: row[4],
            url: row[5], words: row[6], isSummary: row[7], about: row[8], text: row[9], layout: row[10],
            mentions: row[11], folded: row[12], appearances: [:])
        let parts = try Row.fetchCursor(
            db.cachedStatement(sql: "SELECT company, salience, mentions FROM appearance WHERE slot = ?"),
            arguments: [slot])
        while let part = try parts.next() {
            appearances[part[0]] = Part(salience: part[1], mentions: part[2])
        }
    }
}
