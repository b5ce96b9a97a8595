import GRDB
import Model

/// What has to be asked of the article itself, its text and its mentions: done last, of the few that are left.
enum ContentCheck: Equatable {
    /// A term stands in title or text.
    case term(TextTerm)
    /// A term stands in the text outside its title.
    case body(TextTerm)
    /// A term stands in the name of a product, person or place.
    case name(Mention.Kind, TextTerm)
    /// A term stands in the author's name.
    case author(TextTerm)
    /// An amount passes.
    case amount(AmountTest)
    /// A pattern matches title or text.
    case pattern(TextPattern)
    /// Companies of both sets are mentioned in one block.
    case together(Set<String>, Set<String>)
}

/// An article as far as checks ask it.
struct CheckedArticle {
    var title: String
    var author: String?
    var text: String
    var blocks: [Block]
    var mentions: [Mention]

    /// The article in a slot; blocks and mentions only where they are asked.
    init?(slot: Int64, withParts: Bool, in db: Database) throws {
        let sql = """
            SELECT a.title, a.author, b.text, b.layout, b.mentions
            FROM article AS a JOIN body AS b ON b.slot = a.slot WHERE a.slot = ?
            """
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [slot]) else { return nil }
        title = row[0]
        author = row[1]
        text = row[2]
        blocks = withParts ? try Layout(decoding: row[3]).blocks : []
        mentions = withParts ? try MentionCodec.decode(row[4]) : []
    }
}

/// Checks that are made of many articles, with what they need made once.
struct ContentChecks {
    /// A check, or that it does not hold.
    fileprivate struct Item {
        var check: ContentCheck
        var isNegated: Bool
        var finder: TermFinder?
        var matcher: PatternMatcher?
    }

    private var items: [Item]

    /// The checks of filters that are `.check` or the `.not` of one.
    init(_ filters: [Filter]) {
        items = filters.compactMap { filter in
            switch filter {
            case .check(let check): Item(check, isNegated: false)
            case .not(.check(let check)): Item(check, isNegated: true)
            default: nil
            }
        }
    }

    /// Whether blocks or mentions are asked.
    var needParts: Bool {
        items.contains {
            switch $0.check {
            case .term, .author, .pattern: false
            case .body, .name, .amount, .together: true
            }
        }
    }

    /// Whether all of them hold.
    mutating func hold(of article: CheckedArticle) -> Bool {
        for index in items.indices where items[index].holds(of: article) == items[index].isNegated { return false }
        return true
    }
}

extension ContentChecks.Item {
    fileprivate init(_ check: ContentCheck, isNegated: Bool) {
        self.check = check
        self.isNegated = isNegated
        switch check {
        case .term(let term), .body(let term), .name(_, let term), .author(let term): finder = TermFinder([term])
        case .pattern(let pattern): matcher = PatternMatcher(pattern)
        case .amount, .together: break
        }
    }

    fileprivate mutating func holds(of article: CheckedArticle) -> Bool {
        switch check {
        case .term(let term):
            return term.place != .body && finds(in: article.title) || term.place != .title && finds(in: article.text)
        case .body: return isInBody(of: article)
        case .name(let kind, _):
            return article.mentions.contains { $0.kind == kind && finds(in: String(article.text.part($0.range))) }
        case .author: return article.author.map(finds) ?? false
        case .amount(let test): return article.mentions.contains { $0.amount.map(test.matches) ?? false }
        case .pattern: return matcher?.matches(article.title) == true || matcher?.matches(article.text) == true
        case .together(let ones, let others): return article.mentions(of: ones, with: others)
        }
    }

    private func finds(in text: String) -> Bool {
        finder?.finds(in: text) ?? false
    }

    private func isInBody(of article: CheckedArticle) -> Bool {
        guard let title = article.blocks.first(where: { $0.kind == .title }) else { return finds(in: article.text) }
        let words = FoldedWord.words(of: article.text)
        // The words before the title and those after it are texts of their own.
        let parts = [
            words.filter { $0.range.upperBound <= title.range.lowerBound },
            words.filter { $0.range.lowerBound >= title.range.upperBound },
        ]
        return parts.contains { finder?.finds(in: $0) ?? false }
    }
}

extension CheckedArticle {
    /// Whether companies of both sets are mentioned in one block: by one mention only where the sets share it.
    func mentions(of ones: Set<String>, with others: Set<String>) -> Bool {
        var index = 0
        for block in blocks where block.kind != .furniture {
            while index < mentions.count, mentions[index].range.lowerBound < block.range.lowerBound { index += 1 }
            var (hasOne, hasOther) = (false, false)
            while index < mentions.count, mentions[index].range.lowerBound < block.range.upperBound {
                let mention = mentions[index]
                index += 1
                guard mention.amount == nil, let company = mention.company else { continue }
                if ones.contains(company) { hasOne = true }
                if others.contains(company) { hasOther = true }
            }
            if hasOne, hasOther { return true }
        }
        return false
    }
}
