public import Model

/// Why a mention is what it is: its words, what the catalogue could mean by them, what the rules decided, what the
/// recogniser weighed, and what won.
public struct Explanation: Sendable {
    /// A line of it: what it is about, and what there is to say.
    public struct Line: Equatable, Sendable {
        /// A short heading such as `candidates`.
        public var topic: String
        /// The words.
        public var text: String
    }

    /// The mention.
    public var mention: Mention
    /// What led to it, in the order in which it was thought of.
    public var lines: [Line]
}

extension Explanation {
    /// How many bytes before a mention a candidate that covers some of it may begin.
    fileprivate static let reach = 256
}

extension Array {
    /// The elements whose ranges overlap one, of elements that are in order and do not overlap each other.
    fileprivate func overlapping(_ range: Range<Int>, _ place: (Element) -> Range<Int>) -> ArraySlice<Element> {
        let first = partition { place($0).upperBound <= range.lowerBound }
        return self[first...].prefix { place($0).lowerBound < range.upperBound }
    }

    /// The same of elements in order of their beginning, which begin at most `reach` before the range.
    fileprivate func overlapping(
        _ range: Range<Int>, reach: Int, _ place: (Element) -> Range<Int>
    ) -> [Element] {
        let first = partition { place($0).lowerBound < range.lowerBound - reach }
        return self[first...].prefix { place($0).lowerBound < range.upperBound }.filter { place($0).overlaps(range) }
    }
}

extension Annotator {
    /// The mentions of a text with their reasons, amounts left out; those that cover a byte, or all.
    public func explain(text: String, blocks: [Block], language: Language?, at offset: Int? = nil) -> [Explanation] {
        let mentions = annotate(text: text, blocks: blocks, language: language).mentions.filter { mention in
            mention.kind != .amount && (offset.map { mention.range.contains($0) } ?? true)
        }
        var text = text
        return text.withUTF8 { bytes in
            let reading = Reading(bytes, blocks: blocks, language: language, lexicon: catalogue.lexicon)
            let candidates = Matcher(reading: reading, names: catalogue.names).candidates()
            let ruled = ruled(candidates, in: reading).all
            let sight = recogniser.map {
                NameSight(reading, lists: $0.model.lists, catalogue: catalogue, candidates: candidates, choices: ruled)
            }
            let names = sight.flatMap { recogniser?.names(in: $0) } ?? []
            return mentions.map { mention in
                var lines = [Explanation.Line(topic: "words", text: words(of: mention, sight, reading))]
                let met = candidates.overlapping(mention.range, reach: Explanation.reach) {
                    reading.bytes(of: $0.words)
                }
                lines += met.map { .init(topic: "candidate", text: meaning(of: $0, in: reading)) }
                let decided = Array(ruled.overlapping(mention.range, \.range))
                lines += decided.map { .init(topic: "rules", text: decision(of: $0, in: reading)) }
                if decided.isEmpty { lines.append(.init(topic: "rules", text: "decided nothing here")) }
                if let recogniser, let sight {
                    lines += recogniser.reasons(for: mention, in: sight).map { .init(topic: "recogniser", text: $0) }
                }
                let found = names.overlapping(mention.range, \.range).first
                lines.append(.init(topic: "so", text: verdict(on: mention, decided, found)))
                return Explanation(mention: mention, lines: lines)
            }
        }
    }

    private func words(of mention: Mention, _ sight: NameSight?, _ reading: Reading) -> String {
        guard let sight else { return reading.text(mention.range) }
        return sight.tokens.overlapping(mention.range, \.range)
            .map { "\(reading.text($0.range)) (\($0.shape))" }.joined(separator: ", ")
    }

    private func meaning(of candidate: Candidate, in reading: Reading) -> String {
        var meanings: [String] = []
        var index = candidate.entry
        while index >= 0 {
            let entry = catalogue.names.entries[Int(index)]
            index = entry.next
            let owner = entry.record >= 0 ? " of \(catalogue.companyName(entry.record))" : ""
            meanings.append("\(entry.role)\(owner)\(entry.isHomonym ? ", a homonym" : "")")
        }
        return "\(reading.text(reading.bytes(of: candidate.words))): \(meanings.joined(separator: "; "))"
    }

    private func decision(of choice: Choice, in reading: Reading) -> String {
        let company = choice.company.map { " of \($0)" } ?? ""
        return "\(reading.text(choice.range)): \(choice.kind.rawValue)\(company), by \(choice.evidence.rawValue)"
    }

    private func verdict(on mention: Mention, _ decided: [Choice], _ found: RecognisedName?) -> String {
        let same = decided.first { $0.range == mention.range }
        let kind = "\(mention.kind.rawValue)\(mention.company.map { ", \($0)" } ?? "")"
        if mention.evidence != .metonym, mention.evidence != .ticker {
            guard let found else { return "\(kind): by the rules alone" }
            if found.kind != mention.kind { return "\(kind): the article as a whole says so, not this sentence" }
        }
        switch (mention.evidence, same) {
        case (.recognised?, nil): return "\(kind): the recogniser's word; the catalogue knows no such name"
        case (.recognised?, _?): return "\(kind): a rule read it from the text, and the recogniser agrees"
        case (.metonym?, _): return "\(kind): a place that stands for a firm which the article names elsewhere"
        case (.ticker?, _): return "\(kind): the symbol under which it trades"
        case (_, let rule?) where rule.kind == mention.kind: return "\(kind): catalogue, rules and recogniser agree"
        case (_, _?): return "\(kind): the recogniser overruled the rules on what it is"
        default: return "\(kind): the recogniser found the name, the catalogue whose it is"
        }
    }
}

extension Recogniser {
    /// How likely the labels of a mention's first word are, and the features that speak most for the likeliest.
    fileprivate func reasons(for mention: Mention, in sight: NameSight) -> [String] {
        let covered = sight.tokens.overlapping(mention.range, \.range).indices
        guard let word = covered.first else { return [] }
        let number = sight.sentences.partition { $0.words.upperBound <= word }
        let sentence = sight.sentences[number].words
        var scores: [Lanes] = []
        score(number, of: sight, into: &scores)
        var lattice = lattice
        lattice.weigh(scores[...])
        let likelihoods = lattice.likelihoods(at: word - sentence.lowerBound)
        let labels = (0..<NameLabel.count).sorted { likelihoods[$0] > likelihoods[$1] }.prefix(3)
        let likely = labels.map { "\(NameLabel.name(of: $0)) \((Double(likelihoods[$0]) * 1000).rounded() / 1000)" }
        let rows = sight.rows(ofSentence: number)
        let first = (word - sentence.lowerBound) * NameFeatures.count
        let best = labels.first(where: { $0 != NameLabel.outside }) ?? NameLabel.outside
        let weights = (0..<NameFeatures.count).map { template in
            let row = Int(rows[first + template]) * NameLabel.count
            let forIt = Float(model.rows[row + best]) * model.scales[best]
            let against = Float(model.rows[row]) * model.scales[NameLabel.outside]
            return (NameFeatures.templates[template], forIt - against)
        }
        let telling = weights.sorted { abs($0.1) > abs($1.1) }.prefix(5).map { name, weight in
            "\(name) \(weight < 0 ? "" : "+")\((Double(weight) * 10).rounded() / 10)"
        }
        return [
            "first word: " + likely.joined(separator: ", "),
            "for \(NameLabel.name(of: best)): " + telling.joined(separator: "; "),
        ]
    }
}
