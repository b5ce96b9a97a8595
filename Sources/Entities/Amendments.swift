import Model

/// The user's corrections as a stage of the recogniser: what they say of names goes before what it found.
struct Amendments: Sendable {
    /// A name that is added wherever its very letters stand.
    private struct Added: Sendable {
        /// The words.
        var words: [[UInt8]]
        /// What stands between a word and the one before.
        var gaps: [Token.Gap]
        var ruling: Corrections.Ruling
        var company: String
    }

    private let corrections: Corrections
    /// The rulings, by the keys of names without their legal form.
    private var rulings: [String: Corrections.Ruling]
    /// The added names, by the hash of their first word.
    private var added: [UInt32: [Added]] = [:]
    private let legalForms: LegalForms

    /// No corrections.
    init(_ legalForms: LegalForms) {
        corrections = Corrections()
        rulings = [:]
        self.legalForms = legalForms
    }

    /// Compiles corrections for texts.
    init(_ corrections: Corrections, _ lexicon: Lexicon, _ legalForms: LegalForms) {
        self.corrections = corrections
        self.legalForms = legalForms
        rulings = corrections.rulings
        for (_, ruling) in corrections.rulings.sorted(by: { $0.key < $1.key }) {
            var surface = ruling.surface
            surface.withUTF8 { bytes in
                let blocks = [Block(0..<bytes.count, .paragraph)]
                let reading = Reading(bytes, blocks: blocks, language: nil, lexicon: lexicon)
                if let bare = bareKey(of: 0..<bytes.count, in: reading, Amendments.ends(legalForms.forms(in: reading)))
                {
                    rulings[bare] = rulings[bare] ?? ruling
                }
                if let company = ruling.company, ruling.isName { add(reading, ruling, company) }
            }
        }
    }

    private mutating func add(_ reading: Reading, _ ruling: Corrections.Ruling, _ company: String) {
        guard let first = reading.tokens.first else { return }
        added[first.hash, default: []].append(
            Added(
                words: reading.tokens.map { Array(reading.bytes[$0.range]) }, gaps: reading.tokens.map(\.gap),
                ruling: ruling, company: company))
    }

    /// What was found, corrected: names dropped, turned into something else, led elsewhere, or added.
    func applied(to mentions: [Mention], in reading: Reading) -> [Mention] {
        guard !corrections.isEmpty else { return mentions }
        let ends = rulings.isEmpty ? [:] : Amendments.ends(legalForms.forms(in: reading))
        let kept = mentions.compactMap { corrected($0, in: reading, ends) }
        return merged(kept, additions(in: reading))
    }
}

extension Amendments {
    private func corrected(_ mention: Mention, in reading: Reading, _ ends: [Int: LegalForm]) -> Mention? {
        guard mention.kind != .amount else { return mention }
        var mention = mention
        if let ruling = ruling(for: mention.range, in: reading, ends) {
            guard ruling.isName else { return nil }
            let key = Correction.key(of: ruling.surface)
            mention.confidence = 1
            if let kind = ruling.kind { mention.kind = kind }
            if let company = ruling.company {
                if ruling.kind == nil, mention.kind != .product { mention.kind = .company }
                mention.company = company
            } else if ruling.kind != .product || mention.company.map(Correction.key(of:)) == key {
                // A product stays its firm's; what was taken for a firm itself is nobody's.
                mention.company = nil
            }
            mention.evidence = Amendments.evidence(for: mention.kind, key, company: mention.company)
        }
        mention.company = mention.company.map(corrections.name)
        return mention
    }

    /// The ruling for some bytes, or for the name in them without its legal form.
    private func ruling(
        for range: Range<Int>, in reading: Reading, _ ends: [Int: LegalForm]
    ) -> Corrections.Ruling? {
        guard !rulings.isEmpty else { return nil }
        if let ruling = rulings[Correction.key(of: reading.text(range))] { return ruling }
        return bareKey(of: range, in: reading, ends).flatMap { rulings[$0] }
    }

    /// The key of a name without the legal form at its end; `nil` where it has none.
    private func bareKey(of range: Range<Int>, in reading: Reading, _ ends: [Int: LegalForm]) -> String? {
        guard let form = ends[range.upperBound], form.words.lowerBound > 0 else { return nil }
        let end = Int(reading.tokens[form.words.lowerBound - 1].end)
        return end > range.lowerBound ? Correction.key(of: reading.text(range.lowerBound..<end)) : nil
    }

    /// Legal forms by the byte after them.
    private static func ends(_ forms: [LegalForm]) -> [Int: LegalForm] {
        Dictionary(forms.map { ($0.end, $0) }) { $1 }
    }

    /// How a name leads to its company, as the screen and `parse` say it.
    private static func evidence(for kind: Mention.Kind, _ key: String, company: String?) -> Mention.Evidence {
        if kind == .product { return company == nil ? .name : .product }
        return company == nil || company.map(Correction.key(of:)) == key ? .name : .alias
    }

    /// Every place of the added names, whole words in their very letters, in order.
    private func additions(in reading: Reading) -> [Mention] {
        guard !added.isEmpty else { return [] }
        var found: [Mention] = []
        for section in reading.sections {
            for index in section.words {
                guard let names = added[reading.tokens[index].hash] else { continue }
                let fitting = names.filter { fits($0, at: index, in: reading, section) }
                guard let name = fitting.max(by: { $0.words.count < $1.words.count }) else { continue }
                let kind = name.ruling.kind ?? .company
                found.append(
                    Mention(
                        reading.bytes(of: index..<index + name.words.count), kind,
                        company: corrections.name(of: name.company),
                        evidence: Amendments.evidence(
                            for: kind, Correction.key(of: name.ruling.surface), company: name.company)))
            }
        }
        return found
    }

    private func fits(_ name: Added, at first: Int, in reading: Reading, _ section: Reading.Section) -> Bool {
        guard first + name.words.count <= section.words.upperBound else { return false }
        for (offset, word) in name.words.enumerated() {
            let token = reading.tokens[first + offset]
            guard reading.bytes[token.range].elementsEqual(word) else { return false }
            if offset > 0, token.gap != name.gaps[offset] { return false }
        }
        return true
    }

    /// What was found and what is added, in one order; of two that overlap the longer stays, and what was found where
    /// they are as long.
    private func merged(_ found: [Mention], _ added: [Mention]) -> [Mention] {
        guard !added.isEmpty else { return found }
        var merged: [Mention] = []
        let all = found.map { ($0, false) } + added.map { ($0, true) }
        let sorted = all.sorted { left, right in
            let (one, other) = (left.0.range, right.0.range)
            return one.lowerBound == other.lowerBound
                ? (one.count, right.1 ? 1 : 0) > (other.count, left.1 ? 1 : 0) : one.lowerBound < other.lowerBound
        }
        for (mention, _) in sorted {
            if let last = merged.last, last.range.overlaps(mention.range) {
                guard mention.range.count > last.range.count else { continue }
                merged.removeLast()
            }
            merged.append(mention)
        }
        return merged
    }
}
