import Model

/// One name, one kind: an article that calls somebody `Robert Kubica` means that person by `Kubica` everywhere.
struct KindAgreement {
    private let reading: Reading

    init(_ reading: Reading) {
        self.reading = reading
    }

    /// What speaks for each kind of one surface.
    private struct Votes {
        var weights: [Mention.Kind: Double] = [:]
        var best: Choice?
    }

    /// The same mentions, those that the recogniser was less sure of in the kind that the article as a whole gives them.
    func settled(_ choices: [Choice]) -> [Choice] {
        var votes: [UInt64: Votes] = [:]
        for choice in choices where choice.evidence != .metonym && choice.evidence != .ticker {
            cast(choice, 1, key(choice.words), &votes)
            // A full name speaks for its surname alone.
            if choice.kind == .person, choice.words.count > 1 {
                cast(choice, 1.5, key(choice.words.upperBound - 1..<choice.words.upperBound), &votes)
            }
        }
        return choices.map { choice in
            guard choice.evidence == .recognised, choice.confidence < 0.9, let found = votes[key(choice.words)],
                let (kind, weight) = found.weights.max(by: { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) }
                ),
                kind != choice.kind, weight > 1.5 * (found.weights[choice.kind] ?? 0), let best = found.best
            else { return choice }
            var settled = choice
            settled.kind = kind
            settled.namesFirm = kind == .company
            let takesCompany = (kind == .company || kind == .product) && best.kind == kind
            settled.record = takesCompany ? best.record : -1
            settled.company = takesCompany ? best.company : nil
            if takesCompany { settled.evidence = best.evidence }
            if kind == .company, settled.company == nil { settled.company = reading.text(choice.range) }
            return settled
        }
    }

    private func cast(_ choice: Choice, _ weight: Double, _ key: UInt64, _ votes: inout [UInt64: Votes]) {
        votes[key, default: Votes()].weights[choice.kind, default: 0] += choice.confidence * weight
        if (votes[key]?.best?.confidence ?? 0) < choice.confidence { votes[key]?.best = choice }
    }

    private func key(_ words: Range<Int>) -> UInt64 {
        words.reduce(0) { NameLists.key(after: $0, reading.tokens[$1].hash) }
    }
}
