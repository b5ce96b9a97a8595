import Model

/// Firms that the catalogue does not know but whose legal form says what they are (`Lumera Sistemi S.r.l.`).
struct Strangers {
    /// The text.
    let reading: Reading
    /// What is known.
    let catalogue: Catalogue
    /// Legal forms in order.
    let forms: [LegalForm]
    /// What was found with the catalogue.
    let known: Choices

    /// A mention for each legal form that follows a run of capitalised words.
    func choices() -> [Choice] {
        forms.compactMap { form in
            let section = reading.sections[form.section]
            let first = form.words.lowerBound
            guard !section.isUpper, first > section.words.lowerBound, reading.tokens[first].gap == .space,
                reading.tokens[first].hash != Strangers.company, known.covering(first) == nil
            else { return nil }
            if let name = known.covering(first - 1), name.kind == .company, name.namesFirm { return nil }
            let low = start(endingBefore: first, in: section)
            return low < first ? choice(low..<first, form) : nil
        }
    }

    private static let company = WordHash.of("company")

    /// The first word of the run of capitalised words before a legal form.
    private func start(endingBefore end: Int, in section: Reading.Section) -> Int {
        var low = end
        while low > max(section.words.lowerBound, end - 7) {
            let token = reading.tokens[low - 1]
            let isLink = low < end && (token.shape.contains(.mark) || Strangers.links.contains(token.hash))
            guard token.isCapital || token.shape.contains(.digit) || isLink else { break }
            low -= 1
            guard token.gap.isLoose || token.gap == .apostrophe else { break }
        }
        while low < end, !startsName(low) { low += 1 }
        return afterPerson(from: afterOther(from: low, to: end), to: end)
    }

    /// Where the firm begins when another name stands before it: `Rossi and Trilef S.p.A.` names two, `Rossi e Figli S.r.l.`
    /// one.
    private func afterOther(from low: Int, to end: Int) -> Int {
        let joint = (low..<max(low, end - 1)).last {
            Strangers.conjunctions.contains(reading.tokens[$0].hash)
                && !Strangers.companions.contains(reading.tokens[$0 + 1].hash)
        }
        return joint.map { $0 + 1 } ?? low
    }

    /// Where the firm begins when a person of it is named first: `Dolores Quade of Quade Hirsch LLP`.
    private func afterPerson(from low: Int, to end: Int) -> Int {
        guard low + 3 < end, reading.tokens[low].roles.contains(.given),
            Strangers.prepositions.contains(reading.tokens[low + 2].hash)
        else { return low }
        return low + 3
    }

    private static let prepositions = Set(["of", "di"].map(WordHash.of))
    private static let conjunctions = Set(["e", "and"].map(WordHash.of))
    private static let links = prepositions.union(conjunctions)
    /// Words that a family name joins with `e` or `and` in the name of a firm.
    private static let companions = Set(
        [
            "figli", "figlio", "figlie", "fratelli", "sons", "son", "daughters", "brothers", "bros", "partners",
            "associati", "associates", "soci", "nipoti", "co", "company", "c",
        ].map(WordHash.of))

    private func startsName(_ index: Int) -> Bool {
        let token = reading.tokens[index]
        return token.isCapital && token.roles.isDisjoint(with: [.function, .title])
    }

    private func choice(_ name: Range<Int>, _ form: LegalForm) -> Choice? {
        guard reading.bytes(of: name).count > 2 else { return nil }
        let range = reading.bytes(of: name).lowerBound..<form.end
        var choice = Choice(
            words: name.lowerBound..<form.words.upperBound, name: name, range: range, section: form.section,
            kind: .company, company: reading.text(reading.bytes(of: name)), evidence: .recognised,
            confidence: Confidence.recognised, namesFirm: true)
        if let owner = owner(of: name) {
            choice.record = owner.record
            choice.company = owner.company
            choice.evidence = .alias
        }
        return choice
    }

    /// The known firm of which this is the branch of a country (`OpenAI Italia S.r.l.`).
    private func owner(of name: Range<Int>) -> Choice? {
        guard let firm = known.covering(name.lowerBound), firm.namesFirm, firm.record >= 0,
            firm.words.lowerBound == name.lowerBound, firm.words.upperBound < name.upperBound
        else { return nil }
        let isBranch = (firm.words.upperBound..<name.upperBound).allSatisfy { known.covering($0)?.kind == .place }
        return isBranch ? firm : nil
    }
}
