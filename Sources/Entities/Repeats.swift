import Model

/// A short form of a name that the article has spelled out.
struct ShortName {
    /// What made it short.
    enum Style {
        /// A whole name or an acronym given in brackets: stands wherever it is capitalised.
        case whole
        /// The first words of a name (`Goldman`).
        case first
        /// The first part of one word (`Open` for OpenAI): also a common word, so that the context must agree.
        case part
        /// The surname of a person named before.
        case surname
    }

    /// Its words, as tokens of the text.
    var words: [Token]
    /// What made it short.
    var style: Style
    /// The mention that it repeats.
    var origin: Choice
}

/// Finds later, shorter forms of names met in the article.
struct Repeats {
    private let reading: Reading
    private let catalogue: Catalogue
    private let known: Choices
    private var names: [UInt32: [ShortName]] = [:]
    private var mask: UInt64 = 0

    /// Short forms of what is known of an article.
    init(_ reading: Reading, _ catalogue: Catalogue, _ known: Choices) {
        self.reading = reading
        self.catalogue = catalogue
        self.known = known
        for choice in known.all {
            switch choice.kind {
            case .company where choice.namesFirm: addShort(choice)
            case .person where choice.name.count > 1: addSurname(choice)
            default: break
            }
        }
        dropCommonWords()
    }

    /// A mention for each short form, the acronyms in brackets included.
    func choices() -> [Choice] {
        guard !names.isEmpty else { return [] }
        var found: [Choice] = []
        var next = 0
        for (number, section) in reading.sections.enumerated() {
            var index = section.words.lowerBound
            while index < section.words.upperBound {
                while next < known.all.count, known.all[next].words.upperBound <= index { next += 1 }
                if next < known.all.count, known.all[next].words.contains(index) {
                    index = known.all[next].words.upperBound
                } else if let choice = choice(at: index, section, number) {
                    found.append(choice)
                    index = choice.words.upperBound
                } else {
                    index += 1
                }
            }
        }
        return found
    }

    private func choice(at index: Int, _ section: Reading.Section, _ number: Int) -> Choice? {
        let token = reading.tokens[index]
        guard token.isCapital, mask >> UInt64(token.hash & 63) & 1 == 1, let short = names[token.hash] else {
            return nil
        }
        for name in short where stands(name, at: index, in: section) {
            let words = index..<index + name.words.count
            var choice = name.origin
            choice.words = words
            choice.name = words
            choice.range = reading.bytes(of: words)
            choice.section = number
            choice.evidence = name.origin.evidence == .recognised ? .recognised : .alias
            choice.confidence =
                switch name.style {
                case .whole: min(Confidence.acronym, name.origin.confidence)
                case .first, .part: Confidence.clipped
                case .surname: Confidence.surname
                }
            return choice
        }
        return nil
    }
}

extension Repeats {
    private mutating func add(_ words: [Token], _ style: ShortName.Style, _ origin: Choice) {
        guard let first = words.first else { return }
        let short = ShortName(words: words, style: style, origin: origin)
        let same = names[first.hash] ?? []
        guard same.count < 8 else { return }
        if same.contains(where: { $0.words.count == words.count && $0.origin.company == origin.company }) { return }
        names[first.hash] = (same + [short]).sorted { $0.words.count > $1.words.count }
        mask |= 1 << UInt64(first.hash & 63)
    }

    private mutating func addShort(_ choice: Choice) {
        let tokens = Array(reading.tokens[choice.name])
        if choice.evidence == .recognised { add(tokens, .whole, choice) }
        if let acronym = acronym(after: choice) { add([acronym], .whole, choice) }
        // What only the text says to be a firm is not clipped, unless its legal form says so too.
        guard choice.evidence != .recognised || choice.name != choice.words else { return }
        if tokens.count == 1, let part = part(of: tokens[0]) { add([part], .part, choice) }
        // What stands for a listed company was settled when the list was made, where its legal form does not tell it.
        guard !catalogue.isListed(choice.record) || choice.words.upperBound > choice.name.upperBound else { return }
        for count in stride(from: tokens.count - 1, to: 0, by: -1) {
            let first = Array(tokens[..<count])
            if isTelling(first) { add(first, .first, choice) }
        }
    }

    private mutating func addSurname(_ choice: Choice) {
        guard let last = reading.tokens[choice.name].last, last.isCapital, last.length > 2,
            !catalogue.names.contains([last], reading.bytes)
        else { return }
        add([last], .surname, choice)
    }

    /// Whether the first words of a name stand for it alone.
    private func isTelling(_ words: [Token]) -> Bool {
        guard let first = words.first, let last = words.last, first.isCapital, last.isCapital,
            last.roles.isDisjoint(with: .function), !catalogue.names.contains(words[...], reading.bytes)
        else { return false }
        guard words.count == 1 else { return true }
        return first.length > 3
            && first.roles.isDisjoint(with: [
                .generic, .given, .function, .head, .tail, .body, .title, .currency, .number,
            ])
    }

    /// `Open` of `OpenAI`: the letters before the second capital, at least four and no name of the catalogue.
    private func part(of token: Token) -> Token? {
        guard token.shape.contains(.inner) else { return nil }
        var end = Int(token.start) + 1
        while end < Int(token.end), !(reading.bytes[end] &- 65 < 26) { end += 1 }
        var part = token
        part.end = Int32(end)
        guard part.length > 3, part.length < token.length else { return nil }
        part.hash = WordHash.of(reading.text(part.range))
        part.roles = catalogue.lexicon.roles(part.hash)
        guard part.roles.isDisjoint(with: [.function, .verb]) else { return nil }
        return catalogue.names.contains([part], reading.bytes) ? nil : part
    }

    /// A word in brackets right after a name that is made of the name's letters (`Monte dei Paschi (Mps)`).
    private func acronym(after choice: Choice) -> Token? {
        let index = choice.words.upperBound
        guard index < reading.tokens.count, reading.tokens[index].gap == .other else { return nil }
        let token = reading.tokens[index]
        guard reading.bytes[choice.range.upperBound..<Int(token.start)].elementsEqual(" (".utf8), token.isCapital,
            (2...6).contains(token.length), Int(token.end) < reading.bytes.count,
            reading.bytes[Int(token.end)] == UInt8(ascii: ")"), choice.name.count > 1
        else { return nil }
        var letters = FoldedBytes(reading.bytes, token.range)
        var wanted = letters.next()
        for word in reading.tokens[choice.name] {
            var name = FoldedBytes(reading.bytes, word.range)
            var isFirst = true
            while let letter = name.next() {
                if isFirst, word.start == reading.tokens[choice.name.lowerBound].start, letter != wanted { return nil }
                if letter == wanted { wanted = letters.next() }
                isFirst = false
            }
        }
        return wanted == nil ? token : nil
    }

    /// Forgets clipped forms that the article also uses as common words.
    private mutating func dropCommonWords() {
        guard !names.isEmpty else { return }
        for token in reading.tokens where !token.isCapital && mask >> UInt64(token.hash & 63) & 1 == 1 {
            names[token.hash]?.removeAll { $0.words.count == 1 && $0.style != .whole }
        }
    }
}

extension Repeats {
    private func stands(_ name: ShortName, at index: Int, in section: Reading.Section) -> Bool {
        let end = index + name.words.count
        guard end <= section.words.upperBound else { return false }
        for (offset, word) in name.words.enumerated() {
            let token = reading.tokens[index + offset]
            guard reading.sameLetters(token, word), offset == 0 || token.gap.join == word.gap.join else { return false }
        }
        if name.style == .whole { return true }
        guard !section.isUpper, !name.words.contains(where: { !$0.isCapital }) || name.words.count > 1 else {
            return false
        }
        let before = reading.before(index)
        let after = end < section.words.upperBound ? reading.after(end) : nil
        if name.style == .surname { return surnameStands(before, after, index) }
        if let before, before.isCapital, before.roles.isDisjoint(with: [.function, .verb]) { return false }
        if let after, after.isCapital || after.gap == .hyphen { return false }
        if let after, after.roles.contains(.joint), leadsToName(end + 1, in: section) { return false }
        return contextAgrees(name.style, index, after, section)
    }

    /// Whether a clipped form reads as the subject or object of its sentence.
    private func contextAgrees(
        _ style: ShortName.Style, _ index: Int, _ after: Token?, _ section: Reading.Section
    ) -> Bool {
        let isVerb = after.map { $0.roles.contains(.verb) || $0.endsLikeVerb(reading.bytes) } ?? false
        if reading.startsSentence(index) {
            if let after { return isVerb || (style == .first && after.roles.contains(.function)) || isNegation(after) }
            return style == .first
        }
        guard style == .part, let after else { return true }
        return isVerb || after.roles.contains(.function)
    }

    private func isNegation(_ token: Token) -> Bool {
        token.hash == Repeats.non
    }

    private static let non = WordHash.of("non")

    /// Whether `di`, `of` before this word leads to another name (`Open di Francia`).
    private func leadsToName(_ index: Int, in section: Reading.Section) -> Bool {
        guard index < section.words.upperBound else { return false }
        let token = reading.tokens[index]
        return token.isCapital && (token.gap == .space || token.gap == .apostrophe)
    }

    private func surnameStands(_ before: Token?, _ after: Token?, _ index: Int) -> Bool {
        if let after, after.isCapital, after.roles.contains(.tail) { return false }
        guard let before, before.isCapital, reading.tokens[index].gap == .space else { return true }
        return !before.roles.isDisjoint(with: [.function, .title, .verb]) || before.shape.contains(.upper)
            || known.covering(index - 1) != nil
    }
}
