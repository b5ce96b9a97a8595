public import Model

/// Recognises names and amounts in texts, in stages: words, candidates, decision, repeats, amounts, salience.
///
/// An annotator keeps nothing of a text for the next one and can be used from several threads at once. Time is linear in
/// the text, whatever the size of the catalogue.
public struct Annotator: Sendable {
    /// The number of the rules: raised whenever the same catalogue and model come to find something else.
    public static let revision: Int64 = 5

    package let catalogue: Catalogue
    private let legalForms: LegalForms
    let recogniser: Recogniser?
    private var amendments: Amendments

    /// An annotator that knows the names of a catalogue and, with a model, recognises others.
    public init(_ catalogue: Catalogue, model: NameModel? = nil) {
        self.catalogue = catalogue
        legalForms = LegalForms(catalogue.lexicon)
        recogniser = model.map(Recogniser.init)
        amendments = Amendments(legalForms)
    }

    /// The same annotator, held to what the user said of names: it drops, turns, leads elsewhere and adds mentions.
    public func corrected(by corrections: Corrections) -> Annotator {
        var copy = self
        copy.amendments = Amendments(corrections, catalogue.lexicon, legalForms)
        return copy
    }

    /// The names and amounts of a text, none of them in furniture or across blocks; of a text of more than a megabyte, those
    /// of the first.
    ///
    /// `"La quota dell'Enel vale 2 miliardi di euro"` gives `Enel`, a company, and `2 miliardi di euro`, an amount of Enel's.
    public func annotate(text: String, blocks: [Block], language: Language?) -> Annotation {
        var text = text
        return text.withUTF8 { bytes in
            let (bytes, blocks) = Head.of(bytes, blocks)
            let reading = Reading(bytes, blocks: blocks, language: language, lexicon: catalogue.lexicon)
            let names = names(in: reading).all.map { choice in
                Mention(
                    choice.range, choice.kind, company: choice.company, evidence: choice.evidence,
                    confidence: choice.confidence)
            }
            let amounts = AmountReader(reading: reading, lexicon: catalogue.lexicon).mentions()
            let amended = amendments.applied(to: merged(names, amounts), in: reading)
            let mentions = AmountLinks(reading: reading).linked(amended)
            return Annotation(mentions: mentions, companies: Ranking(reading: reading).appearances(of: mentions))
        }
    }

    private func names(in reading: Reading) -> Choices {
        let candidates = Matcher(reading: reading, names: catalogue.names).candidates()
        let forms = legalForms.forms(in: reading)
        let ruled = ruled(candidates, forms, in: reading)
        guard let recogniser else { return ruled }
        let sight = NameSight(
            reading, lists: recogniser.model.lists, catalogue: catalogue, candidates: candidates, choices: ruled.all)
        let fusion = Fusion(reading, catalogue: catalogue, forms: forms)
        let agreed = KindAgreement(reading).settled(fusion.choices(ruled.all, recogniser.names(in: sight)))
        var all = Choices(agreed)
        all.merge(Repeats(reading, catalogue, all).choices())
        return Choices(Coreference(reading).resolved(all.all))
    }

    /// What the catalogue and the rules make of the candidates.
    func ruled(_ candidates: [Candidate], in reading: Reading) -> Choices {
        ruled(candidates, legalForms.forms(in: reading), in: reading)
    }

    private func ruled(_ candidates: [Candidate], _ forms: [LegalForm], in reading: Reading) -> Choices {
        let decision = Decision(reading: reading, catalogue: catalogue, forms: forms)
        var known = Choices(decision.choices(candidates))
        known.merge(Strangers(reading: reading, catalogue: catalogue, forms: forms, known: known).choices())
        known.merge(Bodies(reading: reading, known: known).choices())
        known.merge(Tickers(reading: reading, catalogue: catalogue, known: known).choices())
        known.merge(Repeats(reading, catalogue, known).choices())
        known.merge(ModelNames(reading, known).choices())
        return known
    }

    /// Names and amounts in one order; of two that overlap the longer stays.
    private func merged(_ names: [Mention], _ amounts: [Mention]) -> [Mention] {
        var all: [Mention] = []
        all.reserveCapacity(names.count + amounts.count)
        var (name, amount) = (0, 0)
        while name < names.count || amount < amounts.count {
            let isName =
                amount == amounts.count
                || (name < names.count && names[name].range.lowerBound <= amounts[amount].range.lowerBound)
            let next = isName ? names[name] : amounts[amount]
            if isName { name += 1 } else { amount += 1 }
            if let last = all.last, last.range.overlaps(next.range) {
                guard next.range.count > last.range.count else { continue }
                all.removeLast()
            }
            all.append(next)
        }
        return all
    }
}
