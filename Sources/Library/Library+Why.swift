import GRDB
public import Model

extension Library {
    /// Why an article matches a query, what matters most first; empty where nothing of the article's own text or names
    /// does (`is:unread`), or where it does not match.
    ///
    /// `alias AWS, 3 times, title` comes of `company:amazon`. Alternatives that the article does not match give no reason.
    public func why(_ id: ArticleID, _ query: Query) throws(LibraryError) -> [Reason] {
        try read { db in
            let rows = Rows(db: db)
            guard let article = try rows.article(id) else { return [] }
            let resolver = try resolver(in: db)
            let slot = article.row.slot
            let finding = Reasons(article: article, resolver: resolver) { part in
                try Planner(resolver.finder).plan(part)?.has(slot, by: resolver.finder) ?? false
            }
            let expanded = try expanded(query, in: db)
            guard try finding.isMatch(resolver.filter(expanded)) else { return [] }
            return try finding.reasons(expanded, anchors: [])
        }
    }
}

/// Finds the reasons for which an article matches.
private struct Reasons {
    let article: Article
    let resolver: Resolver
    /// Whether the article is one of a filter.
    let isMatch: (Filter) throws -> Bool

    func reasons(_ query: Query, anchors: [String]) throws -> [Reason] {
        switch query {
        case .text(let term): texts(term)
        case .pattern(let pattern): patterns(pattern)
        case .company(let name, _), .often(let name, _): try companies(name)
        case .with(let name): try together(name, anchors)
        case .named(let kind, let term): names(kind, term)
        case .amount(let test):
            grouped(article.mentions.filter { $0.amount.map(test.matches) ?? false }, .amount)
        case .author: article.author.map { [Reason(.author, $0)] } ?? []
        case .source, .from: (article.row.outlet.map { [$0] } ?? article.sources).prefix(1).map { Reason(.source, $0) }
        case .tag(let tag): [Reason(.tag, tag)]
        case .all(let parts):
            try parts.flatMap { try reasons($0, anchors: anchors + query.anchors) }.uniqued
        case .any(let parts):
            try parts.flatMap { part in
                try isMatch(resolver.filter(part, anchors: anchors)) ? reasons(part, anchors: anchors) : []
            }.uniqued
        default: []
        }
    }

    private func texts(_ term: TextTerm) -> [Reason] {
        let finder = TermFinder([term])
        let title = article.row.title
        let inTitle = term.place == .body ? [] : finder.matches(in: title).map { title.part($0) }
        let found = term.place == .title ? [] : finder.matches(in: article.text)
        var counts = Counts()
        for range in found where !(term.place == .body && isTitle(range)) { counts.add(article.text.part(range)) }
        if counts.isEmpty { inTitle.forEach { counts.add($0) } }
        let titles = Set(inTitle.map { Folding.fold($0) })
        return counts.reasons(.word, isInTitle: titles.contains)
    }

    private func patterns(_ pattern: TextPattern) -> [Reason] {
        guard let matcher = PatternMatcher(pattern) else { return [] }
        let inTitle = matcher.ranges(in: article.row.title)
        var counts = Counts()
        for range in matcher.ranges(in: article.text) { counts.add(article.text.part(range)) }
        if counts.isEmpty { for range in inTitle { counts.add(article.row.title.part(range)) } }
        return counts.reasons(.pattern) { _ in !inTitle.isEmpty }
    }

    private func companies(_ name: String) throws -> [Reason] {
        let wanted = Set(try resolver.names(of: resolver.ids(of: name)))
        let meant = article.mentions.filter { $0.amount == nil && $0.company.map(wanted.contains) ?? false }
        let byEvidence = Dictionary(grouping: meant) { $0.evidence ?? .name }
        return Mention.Evidence.allCases.flatMap { evidence in
            grouped(byEvidence[evidence] ?? [], .evidence(evidence))
        }.sorted { ($1.isInTitle ? 1 : 0, $1.times) < ($0.isInTitle ? 1 : 0, $0.times) }
    }

    private func together(_ name: String, _ anchors: [String]) throws -> [Reason] {
        let ones = Set(try resolver.names(of: resolver.ids(of: name)))
        let others = Set(try resolver.names(of: anchors.flatMap { try resolver.ids(of: $0) })).subtracting(ones)
        for block in article.blocks where block.kind != .furniture {
            let mentions = article.mentions.filter { block.range.contains($0.range.lowerBound) && $0.amount == nil }
            guard let one = mentions.first(where: { $0.company.map(ones.contains) ?? false }),
                let other = mentions.first(where: { $0.company.map(others.contains) ?? false })
            else { continue }
            let names = [other, one].map { String(article.text.part($0.range)) }
            return [Reason(.paragraph, names.joined(separator: " and "), isInTitle: block.kind == .title)]
        }
        return []
    }

    private func names(_ kind: Mention.Kind, _ term: TextTerm) -> [Reason] {
        let finder = TermFinder([term.form == .word ? TextTerm(term.text, .phrase) : term])
        return grouped(
            article.mentions.filter {
                $0.kind == kind && finder.finds(in: FoldedWord.words(of: String(article.text.part($0.range))))
            }, .name(kind))
    }

    /// Mentions by what they say, the most frequent first.
    private func grouped(_ mentions: [Mention], _ kind: Reason.Kind) -> [Reason] {
        var counts = Counts()
        var titles: Set<String> = []
        for mention in mentions {
            let surface = article.text.part(mention.range)
            counts.add(surface)
            if isTitle(mention.range) { titles.insert(Folding.fold(surface)) }
        }
        return counts.reasons(kind, isInTitle: titles.contains)
    }

    private func isTitle(_ range: Range<Int>) -> Bool {
        article.blocks.contains { $0.kind == .title && $0.range.contains(range.lowerBound) }
    }
}

/// How often texts stand in an article, folded ones together, as the first of them is written.
private struct Counts {
    private var order: [String] = []
    private var texts: [String: (text: String, times: Int)] = [:]

    var isEmpty: Bool { order.isEmpty }

    mutating func add(_ text: Substring) {
        let key = Folding.fold(text)
        if texts[key] == nil { order.append(key) }
        texts[key, default: (String(text), 0)].times += 1
    }

    func reasons(_ kind: Reason.Kind, isInTitle: (String) -> Bool) -> [Reason] {
        let all = order.compactMap { key in
            texts[key].map { Reason(kind, $0.text, times: $0.times, isInTitle: isInTitle(key)) }
        }
        return all.enumerated().sorted { ($1.element.times, $0.offset) < ($0.element.times, $1.offset) }.map(\.element)
    }
}

extension [Reason] {
    /// Each reason once, at its first place.
    fileprivate var uniqued: [Reason] {
        var seen: Set<Reason> = []
        return filter { seen.insert($0).inserted }
    }
}
