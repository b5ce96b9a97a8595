import Model

/// What the catalogue and the rules say of each of the recogniser's words: evidence for it, which it may overrule.
struct Priors {
    /// What was decided: kind, evidence, beginning or inside, as one number; 0 for nothing.
    private(set) var decided: [UInt8]
    /// What the catalogue could mean by the word, as bits of `Meaning`.
    private(set) var possible: [UInt8]

    /// A name of the catalogue that may be meant.
    struct Meaning: OptionSet {
        let rawValue: UInt8
        static let firm = Meaning(rawValue: 1)
        static let doubtfulFirm = Meaning(rawValue: 2)
        static let product = Meaning(rawValue: 4)
        static let doubtfulProduct = Meaning(rawValue: 8)
        static let organization = Meaning(rawValue: 16)
        static let person = Meaning(rawValue: 32)
        static let place = Meaning(rawValue: 64)
        /// Not the first word of the name.
        static let inside = Meaning(rawValue: 128)
    }

    /// Brings decisions and candidates of the matcher's words to the recogniser's.
    init(_ tokens: [NameToken], reading: Reading, catalogue: Catalogue, candidates: [Candidate], choices: [Choice]) {
        decided = Array(repeating: 0, count: tokens.count)
        possible = Array(repeating: 0, count: tokens.count)
        var token = 0
        for choice in choices {
            guard let code = Priors.code(of: choice) else { continue }
            while token < tokens.count, Int(tokens[token].end) <= choice.range.lowerBound { token += 1 }
            var inside = token
            while inside < tokens.count, Int(tokens[inside].start) < choice.range.upperBound {
                decided[inside] = code << 1 | (inside > token ? 1 : 0)
                inside += 1
            }
        }
        var first = 0
        var covered = 0
        var applied = -1
        for candidate in candidates {
            let range = reading.bytes(of: candidate.words)
            while first < tokens.count, Int(tokens[first].end) <= range.lowerBound { first += 1 }
            // Candidates come by their first word, then by length: the longest counts, and none that begins inside it.
            guard first == applied || first >= covered else { continue }
            let meaning = Priors.meaning(candidate, catalogue)
            var index = first
            while index < tokens.count, Int(tokens[index].start) < range.upperBound {
                possible[index] = (index > first ? meaning.union(.inside) : meaning).rawValue
                index += 1
            }
            applied = first
            covered = index
        }
    }

    private static func meaning(_ candidate: Candidate, _ catalogue: Catalogue) -> Meaning {
        var meaning: Meaning = []
        var index = candidate.entry
        while index >= 0 {
            let entry = catalogue.names.entries[Int(index)]
            index = entry.next
            switch entry.role {
            case .canonical, .alias, .unit: meaning.insert(entry.isHomonym ? .doubtfulFirm : .firm)
            case .product: meaning.insert(entry.isHomonym ? .doubtfulProduct : .product)
            case .organization: meaning.insert(.organization)
            case .person: meaning.insert(.person)
            case .metonym, .place: meaning.insert(.place)
            case .ticker: break
            }
        }
        return meaning
    }

    /// A decision as a number from 1; `nil` for what the recogniser is not asked about. A place that stands for a firm is
    /// a place to it.
    private static func code(of choice: Choice) -> UInt8? {
        if choice.evidence == .ticker { return nil }
        let kind = choice.evidence == .metonym ? .place : choice.kind
        guard let number = NameLabel.number(of: kind) else { return nil }
        let evidence: UInt8 =
            switch choice.evidence {
            case .name: choice.confidence < Confidence.alias ? 0 : 1
            case .alias: choice.confidence < Confidence.acronym ? 2 : 3
            case .product: choice.confidence < Confidence.product ? 4 : 5
            case .recognised: 6
            case .metonym, .ticker: 7
            }
        return 1 + UInt8(number) * 8 + evidence
    }
}
