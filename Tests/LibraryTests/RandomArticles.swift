import Model

/// Articles at random, of a few words and names.
struct RandomArticles {
    /// An article and what is recognised in it; another one for each step and part.
    static func article(_ step: Int, _ part: Int, _ random: inout Seeded) -> (ParsedArticle, Annotation) {
        let number = Int.random(in: 0..<40, using: &random)
        let title = "\(step).\(part) \(RandomQueries.words.randomElement(using: &random) ?? "")"
        var text = ""
        var blocks: [Block] = []
        var mentions: [Mention] = []
        func open(_ kind: Block.Kind, _ words: [String]) {
            if !text.isEmpty { text += "\n\n" }
            let start = text.utf8.count
            for word in words {
                if text.utf8.count > start { text += " " }
                let place = text.utf8.count
                text += word
                guard kind != .title, Int.random(in: 0..<3, using: &random) == 0 else { continue }
                mentions.append(mention(place..<text.utf8.count, &random))
            }
            blocks.append(Block(start..<text.utf8.count, kind))
        }
        if Bool.random(using: &random) { open(.title, [title]) }
        for _ in 0..<2 {
            open(.paragraph, (0..<4).map { _ in RandomQueries.words.randomElement(using: &random) ?? "" })
        }
        let article = ParsedArticle(
            file: "\(number)", title: title, author: RandomQueries.authors.randomElement(using: &random) ?? nil,
            published: noon.advanced(by: -60 * Int64(step * 97 + part * 1013 + number * 5003)),
            language: ([.italian, .english, nil] as [Language?]).randomElement(using: &random) ?? nil,
            outlet: ["A", "Bé", nil].randomElement(using: &random) ?? nil, text: text, blocks: blocks)
        return (article, Annotation(mentions: mentions, companies: companies(&random)))
    }

    /// A name or an amount of some kind over a range.
    static func mention(_ range: Range<Int>, _ random: inout Seeded) -> Mention {
        let kind = Mention.Kind.allCases.randomElement(using: &random) ?? .company
        if kind == .amount { return Mention(range, kind, amount: RandomQueries.amounts.randomElement(using: &random)) }
        let company = (RandomQueries.names + [nil]).randomElement(using: &random) ?? nil
        return Mention(range, kind, company: company, evidence: .name)
    }

    /// Companies with their parts in an article; they need not fit its mentions.
    static func companies(_ random: inout Seeded) -> [Appearance] {
        RandomQueries.names.filter { _ in Bool.random(using: &random) }.map {
            Appearance(
                company: $0, salience: Salience.allCases.randomElement(using: &random) ?? .about,
                mentions: Int.random(in: 1...4, using: &random))
        }
    }
}
