import Model

/// Whether an article matches a query, in the plainest way there is.
struct SlowMatch {
    let entry: SlowLibrary.Entry
    let now: Timestamp

    private var article: ParsedArticle { entry.article }

    func matches(_ query: Query, anchors: [String]) -> Bool {
        switch query {
        case .everything, .sorted: true
        case .text(let term): words(term)
        case .pattern(let pattern): found(pattern)
        case .company(let name, let salience):
            entry.annotation.companies.contains { isSame($0.company, name) && $0.salience >= salience }
        case .often(let name, let times):
            entry.annotation.companies.contains { isSame($0.company, name) && $0.mentions >= times }
        case .with(let name):
            matches(.company(name, atLeast: .passing), anchors: [])
                && anchors.contains { !isSame($0, name) && areTogether($0, name) }
        case .named(let kind, let term):
            entry.annotation.mentions.contains { $0.kind == kind && contains(surface($0), term.unstemmed) }
        case .amount(let test): entry.annotation.mentions.contains { $0.amount.map(test.matches) ?? false }
        case .source(let name):
            ([article.outlet] + entry.sources.map { SlowLibrary.titles[Int($0) - 1] }).contains {
                Folding.fold($0 ?? "").contains(Folding.fold(name))
            }
        case .from(let id): entry.sources.contains(id)
        case .author(let term): contains(article.author ?? "", term.unstemmed)
        case .language(let language): article.language == language
        case .state(.read): entry.isRead
        case .state(.unread): !entry.isRead
        case .state(.starred): entry.isStarred
        case .state(.updated): entry.isUpdated
        case .state(.muted): entry.isMuted
        case .tag(let tag):
            (Array(entry.tags) + entry.sources.flatMap { SlowLibrary.sourceTags[Int($0) - 1] }).contains {
                isSame($0, tag) || Folding.fold($0).hasPrefix(Folding.fold(tag) + "/")
            }
        case .since(let day): published >= day.start(now: now, zone: .utc)
        case .before(let day): published < day.start(now: now, zone: .utc)
        case .saved(let name):
            name != "in giro" && SlowLibrary.searches[name].map { matches($0, anchors: []) } ?? false
        case .not(let query): !matches(query, anchors: anchors)
        case .all(let parts): parts.allSatisfy { matches($0, anchors: anchors + query.anchors) }
        case .any(let parts): parts.contains { matches($0, anchors: anchors) }
        }
    }

    private var published: Timestamp { article.published ?? Timestamp(seconds: 0) }

    private func isSame(_ one: String, _ other: String) -> Bool { Folding.fold(one) == Folding.fold(other) }

    private func surface(_ mention: Mention) -> String {
        String(decoding: Array(article.text.utf8)[mention.range], as: UTF8.self)
    }

    private func areTogether(_ one: String, _ other: String) -> Bool {
        article.blocks.contains { block in
            let names = entry.annotation.mentions.filter { block.range.contains($0.range.lowerBound) }
                .compactMap(\.company)
            return names.contains { isSame($0, one) } && names.contains { isSame($0, other) }
        }
    }

    private func found(_ pattern: TextPattern) -> Bool {
        guard let regex = try? Regex(pattern.text).anchorsMatchLineEndings().wordBoundaryKind(.simple) else {
            return false
        }
        let cased = pattern.ignoresCase ? regex.ignoresCase() : regex
        return [article.title, article.text].contains { $0.firstMatch(of: cased) != nil }
    }

    private func words(_ term: TextTerm) -> Bool {
        switch term.place {
        case .title: return contains(article.title, term)
        case .anywhere: return contains(article.title, term) || contains(article.text, term)
        case .body:
            guard contains(article.text, term) else { return false }
            guard contains(article.title, term) else { return true }
            // Its title stands first in the text, or not at all.
            let start = article.blocks.first { $0.kind == .title }?.range.upperBound ?? 0
            return contains(String(decoding: article.text.utf8.dropFirst(start), as: UTF8.self), term)
        }
    }

    /// Whether a text has the term's words as its form wants them.
    private func contains(_ text: String, _ term: TextTerm) -> Bool {
        let (words, wanted) = (split(text), split(term.text))
        guard let last = wanted.last else { return false }
        if term.form == .near { return areNear(wanted, words) }
        return words.indices.contains { start in
            let part = words[start...].prefix(wanted.count)
            guard part.count == wanted.count, let end = part.last else { return false }
            guard part.dropLast().elementsEqual(wanted.dropLast()) else { return false }
            if term.isStemmed { return Stem.areForms(end, last) }
            return term.form == .prefix ? end.hasPrefix(last) : end == last
        }
    }

    private func areNear(_ wanted: [String], _ words: [String]) -> Bool {
        words.indices.contains { start in
            let part = words[start...].prefix(TextTerm.nearness + 2)
            return wanted.allSatisfy(part.contains)
        }
    }

    private func split(_ text: String) -> [String] {
        Folding.fold(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}

extension TextTerm {
    /// The term as names have it: in this form and no other.
    fileprivate var unstemmed: TextTerm {
        form == .word ? TextTerm(text, .phrase) : self
    }
}
