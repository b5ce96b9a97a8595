import Model

/// Decides which candidates are mentions: the longest that is believed, from left to right.
struct Decision {
    /// The text.
    let reading: Reading
    /// What is known.
    let catalogue: Catalogue
    /// Legal forms where they stand, by their first word.
    let forms: [LegalForm]

    /// The mentions among the candidates.
    func choices(_ candidates: [Candidate]) -> [Choice] {
        var evidence = Evidence(companies: catalogue.companyCount)
        if candidates.isEmpty { return [] }
        evidence.firms = candidates.lazy.filter { isPlainFirm($0) }.map(\.words)
        _ = pass(candidates, &evidence, isFinal: false)
        return pass(candidates, &evidence, isFinal: true)
    }

    /// One walk over the candidates; the first gathers evidence, the second believes with it.
    private func pass(_ candidates: [Candidate], _ evidence: inout Evidence, isFinal: Bool) -> [Choice] {
        var choices: [Choice] = []
        var free = 0
        var start = 0
        while start < candidates.count {
            var end = start + 1
            while end < candidates.count,
                candidates[end].words.lowerBound == candidates[start].words.lowerBound
            {
                end += 1
            }
            let group = candidates[start..<end]
            start = end
            guard candidates[end - 1].words.lowerBound >= free else { continue }
            for candidate in group.reversed() {
                guard let choice = choice(candidate, &evidence, isFinal: isFinal) else { continue }
                free = choice.words.upperBound
                while let last = choices.last, last.words.upperBound > choice.words.lowerBound { choices.removeLast() }
                if isFinal { choices.append(choice) }
                break
            }
        }
        return choices
    }

    private func choice(_ candidate: Candidate, _ evidence: inout Evidence, isFinal: Bool) -> Choice? {
        let context = Context(reading, candidate)
        guard !context.isInAddress else { return nil }
        let form = forms[forms.partition { $0.words.lowerBound < candidate.words.upperBound }...].first
        let joined = form.flatMap { $0.follows(candidate.words, in: reading) ? $0 : nil }
        var best: (entry: Entry, choice: Choice)?
        var index = candidate.entry
        while index >= 0 {
            let entry = catalogue.names.entries[Int(index)]
            index = entry.next
            guard best.map({ entry.role.rawValue < $0.entry.role.rawValue }) ?? true, agrees(entry, candidate, context),
                let choice = believe(entry, candidate, context, joined, &evidence, isFinal: isFinal)
            else { continue }
            best = (entry, choice)
        }
        return best?.choice ?? (isFinal ? stranger(candidate, context) : nil)
    }

    /// Whether the letters' case is what the entry asks for.
    private func agrees(_ entry: Entry, _ candidate: Candidate, _ context: Context) -> Bool {
        if candidate.isPlural, entry.role != .product { return false }
        switch entry.letterCase {
        case .any: return true
        case .exact:
            var range = reading.bytes(of: candidate.words)
            if candidate.isPlural { range = range.lowerBound..<range.upperBound - 1 }
            return catalogue.source.withBytes { $0[entry.range].elementsEqual(reading.bytes[range]) }
        case .proper where entry.isListed: return hasCapitals(of: entry, candidate)
        case .proper: return !entry.isCapital || context.isCapital || (entry.role == .metonym && context.isAddress)
        }
    }

    private func believe(
        _ entry: Entry, _ candidate: Candidate, _ context: Context, _ form: LegalForm?,
        _ evidence: inout Evidence, isFinal: Bool
    ) -> Choice? {
        switch entry.role {
        case .canonical, .alias, .unit, .product, .person:
            let firm = entry.role.isFirm
            if !firm, entry.record < 0 { return listed(entry, candidate, context) }
            if firm, isOtherFirm(entry, candidate.words, form, &evidence) { return nil }
            if form == nil || !firm {
                guard !context.isRefuted(entry, &evidence) else { return nil }
                if context.isDoubtful(entry, evidence), !(firm && context.isCorporate) {
                    guard isSupported(entry, candidate, context, evidence, isFinal: isFinal) else { return nil }
                    if firm, entry.needsAgreement || (entry.isWord && context.standsAlone) {
                        evidence.sure.insert(entry.record)
                    }
                } else {
                    evidence.sure.insert(entry.record)
                }
            } else {
                evidence.sure.insert(entry.record)
            }
            evidence.met.insert(entry.record)
            if firm { evidence.named.insert(entry.record) }
            return isFinal ? company(entry, candidate, context, form, evidence) : plain(candidate)
        case .metonym:
            guard isFinal else { return nil }
            return metonym(entry, candidate, context, evidence)
        case .organization, .place: return listed(entry, candidate, context)
        case .ticker: return nil
        }
    }

    /// Whether a name that others have too is a firm of another country, by its legal form here or elsewhere in the article.
    private func isOtherFirm(
        _ entry: Entry, _ words: Range<Int>, _ form: LegalForm?, _ evidence: inout Evidence
    ) -> Bool {
        guard catalogue.isShared(entry, words: words.count) else { return false }
        guard let form else {
            return evidence.strangers.contains(entry.record) && !evidence.sure.contains(entry.record)
        }
        guard form.isForeign(to: catalogue.country(of: entry.record), in: reading) else { return false }
        evidence.strangers.insert(entry.record)
        return true
    }

    /// Whether a homonym has what `docs/catalogue.md` asks for it.
    private func isSupported(
        _ entry: Entry, _ candidate: Candidate, _ context: Context, _ evidence: Evidence, isFinal: Bool
    ) -> Bool {
        let isSure = isFinal && evidence.sure.contains(entry.record)
        if entry.needsAgreement { return isSure || isFollowedBySymbol(of: entry, candidate) }
        let sentence = reading.sentence(around: candidate.words, in: context.section)
        let tokens = reading.tokens
        let guards = catalogue.guards(of: entry.record)
        if guards.notNear.stands(in: sentence, of: tokens, except: candidate.words) {
            // A word of the other sense is outweighed only where the article names the firm and the sentence its trade.
            return isSure && guards.near.stands(in: sentence, of: tokens, except: candidate.words)
        }
        if isSure
            || (entry.isWord && context.standsAlone
                && !evidence.surnames.contains(tokens[candidate.words.lowerBound].hash))
        {
            return true
        }
        if entry.role.isFirm, context.isMidSentence, isAmongFirms(sentence, evidence) { return true }
        if isFinal, entry.role == .product, evidence.named.contains(entry.record) { return true }
        let paragraph = reading.paragraph(around: candidate.words, in: context.section)
        return guards.near.stands(in: paragraph, of: tokens, except: candidate.words)
            || guards.near.stands(in: reading.title, of: tokens, except: candidate.words)
    }
}

extension Decision {
    /// How many sure firms in a sentence make a homonym one of them: `AMD will supply Oracle`.
    private static let company = 1

    /// Whether a candidate's letters mean a firm and nothing else.
    private func isPlainFirm(_ candidate: Candidate) -> Bool {
        let entry = catalogue.names.entries[Int(candidate.entry)]
        return entry.role.isFirm && !entry.isHomonym && !entry.isListed && entry.next < 0
            && (!entry.isCapital || reading.tokens[candidate.words.lowerBound].isCapital)
    }

    /// Whether a sentence names several firms without doubt.
    private func isAmongFirms(_ sentence: Range<Int>, _ evidence: Evidence) -> Bool {
        let first = evidence.firms.partition { $0.lowerBound < sentence.lowerBound }
        let last = first + Decision.company - 1
        return last < evidence.firms.count && evidence.firms[last].lowerBound < sentence.upperBound
    }

    /// A choice that only keeps its words from others, while evidence is gathered.
    private func plain(_ candidate: Candidate) -> Choice {
        Choice(
            words: candidate.words, name: candidate.words, range: 0..<0, section: candidate.section, kind: .company,
            evidence: .name,
            confidence: 1)
    }

    private func company(
        _ entry: Entry, _ candidate: Candidate, _ context: Context, _ form: LegalForm?, _ evidence: Evidence
    ) -> Choice {
        var choice = plain(candidate)
        choice.range = bytes(of: candidate, entry)
        let isDoubtful = form == nil && context.isDoubtful(entry, evidence)
        switch entry.role {
        case .product:
            choice.kind = .product
            choice.evidence = .product
            choice.confidence = Confidence.product
        case .person:
            choice.kind = .person
            choice.evidence = .name
            choice.confidence = Confidence.listed
        default:
            choice.evidence = entry.role == .canonical ? .name : .alias
            choice.confidence = entry.role == .canonical ? Confidence.name : Confidence.alias
            choice.namesFirm = true
            if let form {
                choice.words = candidate.words.lowerBound..<form.words.upperBound
                choice.range = choice.range.lowerBound..<form.end
            }
        }
        if isDoubtful { choice.confidence = Confidence.homonym }
        choice.record = entry.record
        if choice.kind != .person { choice.company = catalogue.companyName(entry.record) }
        return choice
    }

    /// A person whose surname is also the name of a firm (`Harrison Ford`).
    private func stranger(_ candidate: Candidate, _ context: Context) -> Choice? {
        let entry = catalogue.names.entries[Int(candidate.entry)]
        guard context.isPersonal, entry.role.isFirm, !entry.isListed else { return nil }
        var words = candidate.words.lowerBound - 1..<candidate.words.upperBound
        if !reading.tokens[words.lowerBound].roles.contains(.given) { words = words.lowerBound - 1..<words.upperBound }
        var choice = plain(candidate)
        choice.words = words
        choice.name = words
        choice.range = reading.bytes(of: words)
        choice.kind = .person
        choice.evidence = .recognised
        choice.confidence = Confidence.recognised
        return choice
    }

    /// An organisation, person or place of the catalogue.
    private func listed(_ entry: Entry, _ candidate: Candidate, _ context: Context) -> Choice? {
        guard !entry.isHomonym || (context.isMidSentence && !context.section.isUpper) else { return nil }
        guard !context.isPersonal || entry.role != .place else { return nil }
        var choice = plain(candidate)
        choice.range = bytes(of: candidate, entry)
        choice.kind = entry.role == .organization ? .organization : entry.role == .person ? .person : .place
        choice.evidence = entry.isFirst ? .name : .alias
        choice.confidence = Confidence.listed
        return choice
    }

    /// A place or nickname that stands for a firm which the article names elsewhere; a city where it is only that.
    private func metonym(
        _ entry: Entry, _ candidate: Candidate, _ context: Context, _ evidence: Evidence
    ) -> Choice? {
        guard !context.followsHead else { return nil }
        var choice = plain(candidate)
        choice.range = bytes(of: candidate, entry)
        choice.confidence = Confidence.metonym
        if evidence.met.contains(entry.record), !context.isLocative {
            choice.evidence = .metonym
            choice.record = entry.record
            choice.company = catalogue.companyName(entry.record)
            return choice
        }
        guard entry.isCity, !context.isPersonal else { return nil }
        choice.kind = .place
        choice.evidence = .name
        return choice
    }

    private func bytes(of candidate: Candidate, _ entry: Entry) -> Range<Int> {
        let range = reading.bytes(of: candidate.words)
        // A name that is listed with its legal form takes the form's full stop too: `Gap Inc.`
        let last = forms.partition { $0.words.upperBound < candidate.words.upperBound }
        if last < forms.count, forms[last].words.upperBound == candidate.words.upperBound,
            forms[last].words.lowerBound > candidate.words.lowerBound
        {
            return range.lowerBound..<forms[last].end
        }
        guard entry.endsWithStop, range.upperBound < reading.bytes.count,
            reading.bytes[range.upperBound] == UInt8(ascii: ".")
        else { return range }
        return range.lowerBound..<range.upperBound + 1
    }
}
