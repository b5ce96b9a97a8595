import Model

/// Finds which company a recognised name means.
struct Linker {
    let reading: Reading
    let catalogue: Catalogue
    /// Legal forms in order.
    let forms: [LegalForm]

    /// A mention for a recognised name; `nil` where it covers no word.
    ///
    /// - Parameter ruled: The decisions of the rules that overlap it.
    func choice(_ name: RecognisedName, _ ruled: ArraySlice<Choice>) -> Choice? {
        guard let words = words(of: name) else { return nil }
        var choice = Choice(
            words: words, name: words, range: name.range, section: name.section, kind: name.kind, evidence: .recognised,
            confidence: name.confidence)
        if let form = form(endingAt: words.upperBound), form.words.lowerBound > words.lowerBound {
            choice.name = words.lowerBound..<form.words.lowerBound
        }
        choice.namesFirm = name.kind == .company
        if let same = ruled.first(where: { $0.range == name.range }), same.kind == name.kind {
            choice.name = same.name
            take(same, into: &choice)
            choice.namesFirm = same.namesFirm
            return choice
        }
        guard name.kind == .company || name.kind == .product else { return choice }
        if let owner = owner(of: choice, ruled) {
            take(owner, into: &choice)
        } else if let known = entry(choice) {
            choice.record = known.record
            choice.company = catalogue.companyName(known.record)
            choice.evidence = known.role == .canonical ? .name : known.role == .product ? .product : .alias
        } else if name.kind == .company {
            choice.company = reading.text(reading.bytes(of: choice.name))
        }
        return choice
    }

    /// Whether the catalogue has a name of these very words.
    func knows(_ name: RecognisedName) -> Bool {
        guard let words = words(of: name) else { return false }
        return !catalogue.names.entries(of: reading.tokens[words], reading.bytes).isEmpty
    }

    private func take(_ ruled: Choice, into choice: inout Choice) {
        choice.record = ruled.record
        choice.company = ruled.company
        choice.evidence = ruled.evidence
    }

    /// The matcher's words that a name covers.
    private func words(of name: RecognisedName) -> Range<Int>? {
        let section = reading.sections[name.section].words
        let tokens = reading.tokens[section]
        let first = tokens.partition { Int($0.end) <= name.range.lowerBound }
        let last = tokens[first...].partition { Int($0.start) < name.range.upperBound }
        return first < last ? first..<last : nil
    }

    private func form(endingAt word: Int) -> LegalForm? {
        let index = forms.partition { $0.words.upperBound < word }
        return index < forms.count && forms[index].words.upperBound == word ? forms[index] : nil
    }

    /// The decision from which a name's company can be taken: of the same words with or without their legal form, or of
    /// its first words, where the rest adds no other firm.
    private func owner(of choice: Choice, _ ruled: ArraySlice<Choice>) -> Choice? {
        for known in ruled where known.record >= 0 || known.company != nil {
            guard known.evidence != .metonym || known.range == choice.range else { continue }
            if known.range == choice.range { return known.kind == .person ? nil : known }
            guard known.kind == .company || known.kind == .product else { continue }
            if known.name == choice.name { return known }
            let isInside =
                known.range.lowerBound >= choice.range.lowerBound && known.range.upperBound <= choice.range.upperBound
            if choice.kind == .product, isInside { return known }
            if isInside, known.words.lowerBound == choice.words.lowerBound,
                (known.words.upperBound..<choice.words.upperBound).allSatisfy(addsNothing)
            {
                return known
            }
            // The rules took more than the name: what is left is still the firm.
            let covers =
                known.range.lowerBound <= choice.range.lowerBound && known.range.upperBound >= choice.range.upperBound
            if covers, choice.kind == known.kind, known.words.lowerBound == choice.words.lowerBound { return known }
        }
        return nil
    }

    /// Whether a word after a firm's name leaves it the same firm: its legal form, its country, `Group`.
    private func addsNothing(_ word: Int) -> Bool {
        let token = reading.tokens[word]
        if token.roles.contains(.legal) || Linker.additions.contains(token.hash) { return true }
        return catalogue.names.entries(of: reading.tokens[word..<word + 1], reading.bytes).contains {
            $0.role == .place
        }
    }

    private static let additions = Set(
        [
            "group", "gruppo", "holding", "holdings", "spa", "italia", "italy", "europe", "europa", "usa", "uk",
            "international",
        ]
        .map(WordHash.of))

    /// The entry of the catalogue that a name is, its legal form left out, though the rules did not believe it.
    private func entry(_ choice: Choice) -> Entry? {
        let wanted = choice.kind == .product
        let entries = catalogue.names.entries(of: reading.tokens[choice.name], reading.bytes)
        return entries.filter {
            $0.record >= 0 && (wanted ? $0.role == .product : $0.role.isFirm) && agrees($0, choice)
                && !isOtherFirm($0, choice)
        }
        .min { $0.role.rawValue < $1.role.rawValue }
    }

    /// Whether a name that others have too stands with a legal form of another country.
    private func isOtherFirm(_ entry: Entry, _ choice: Choice) -> Bool {
        guard entry.role.isFirm, catalogue.isShared(entry, words: choice.name.count),
            let form = form(startingAt: choice.name.upperBound), form.follows(choice.name, in: reading)
        else { return false }
        return form.isForeign(to: catalogue.country(of: entry.record), in: reading)
    }

    private func form(startingAt word: Int) -> LegalForm? {
        let index = forms.partition { $0.words.lowerBound < word }
        return index < forms.count && forms[index].words.lowerBound == word ? forms[index] : nil
    }

    /// Whether the letters' case is what an entry asks for.
    private func agrees(_ entry: Entry, _ choice: Choice) -> Bool {
        guard entry.letterCase == .exact, !reading.sections[choice.section].isUpper else { return true }
        return catalogue.source.withBytes {
            $0[entry.range].elementsEqual(reading.bytes[reading.bytes(of: choice.name)])
        }
    }
}
