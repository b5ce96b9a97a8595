import Model

/// What stands around a candidate, as far as the rules ask.
struct Context {
    private let reading: Reading
    private let words: Range<Int>
    /// The section it stands in.
    let section: Reading.Section

    /// The surroundings of a candidate.
    init(_ reading: Reading, _ candidate: Candidate) {
        self.reading = reading
        words = candidate.words
        section = reading.sections[candidate.section]
    }

    private var first: Token { reading.tokens[words.lowerBound] }
    private var before: Token? { reading.before(words.lowerBound) }
    private var after: Token? {
        words.upperBound < section.words.upperBound ? reading.after(words.upperBound) : nil
    }

    /// Whether its first letter is a capital.
    var isCapital: Bool {
        first.isCapital || reading.tokens[words].first { $0.hasLetters(reading.bytes) }?.isCapital ?? true
    }

    /// Whether it begins with a street or square, that may be written small (`piazza Gae Aulenti`).
    var isAddress: Bool {
        words.count > 1 && (first.roles.contains(.head) || first.hash == Context.via)
    }

    /// Whether the word before is the street or square that bears the name.
    var followsHead: Bool {
        guard let before, first.gap == .space else { return false }
        return before.roles.contains(.head) || before.hash == Context.via
    }

    /// Whether its capital means something.
    var isMidSentence: Bool {
        !reading.startsSentence(words.lowerBound)
    }

    /// Whether it is part of a web address (`enel.com`).
    var isInAddress: Bool {
        let tokens = reading.tokens
        if first.gap == .dot, words.lowerBound > 0, !tokens[words.lowerBound - 1].isCapital,
            !tokens[words.lowerBound - 1].shape.contains(.digit)
        {
            return true
        }
        guard words.upperBound < section.words.upperBound else { return false }
        let next = tokens[words.upperBound]
        return next.gap == .dot && !next.isCapital && !next.shape.contains(.digit) && next.length < 5
    }

    /// Whether a given name stands before it, which makes it a surname (`Harrison Ford`).
    var isPersonal: Bool {
        guard words.count == 1, first.isCapital, first.gap == .space, let before, before.isCapital else { return false }
        if before.roles.contains(.given), !before.roles.contains(.function) { return true }
        guard before.length == 1, before.gap == .space, words.lowerBound - 2 >= section.words.lowerBound else {
            return false
        }
        return reading.tokens[words.lowerBound - 2].roles.contains(.given)
    }

    /// Whether it is where something is or happens, not who acts (`in Redmond`, `lo stabilimento di Maranello`).
    var isLocative: Bool {
        guard words.lowerBound > section.words.lowerBound else { return isDateline }
        if after?.gap == nil, words.upperBound < section.words.upperBound {
            let next = reading.tokens[words.upperBound]
            let gap = Int(reading.tokens[words.upperBound - 1].end)..<Int(next.start)
            let isRegion = next.isCapital && reading.bytes[gap].elementsEqual(", ".utf8)
            if isRegion, before?.roles.contains(.locative) == true { return true }
        }
        guard let before, first.gap == .space else { return false }
        if before.roles.contains(.locative) {
            let verb = words.lowerBound > 1 ? reading.before(words.lowerBound - 1) : nil
            return verb?.roles.contains(.dative) != true
        }
        if before.roles.contains(.article), modifiesNoun { return true }
        guard before.roles.contains(.joint), words.lowerBound > 1 else { return false }
        return reading.tokens[words.lowerBound - 2].roles.contains(.site)
    }
}

extension Context {
    /// Whether it opens a paragraph as the town that a report comes from: `SEATTLE —`, `Roma (Ansa) -`.
    private var isDateline: Bool {
        if first.shape.contains(.upper), !section.isUpper { return true }
        let end = Int(reading.tokens[words.upperBound - 1].end)
        guard section.kind == .paragraph, end + 1 < section.range.upperBound, reading.bytes[end] == 32 else {
            return false
        }
        return [0x2D, 0x2013, 0x2014, 0x28].contains(Letters.scalar(reading.bytes, at: end + 1).value)
    }

    /// Whether the words around say that no company is meant.
    func isRefuted(_ entry: Entry, _ evidence: inout Evidence) -> Bool {
        let isProper = first.shape.isDisjoint(with: [.inner, .upper]) || section.isUpper
        if entry.role.isFirm, isProper, isPersonal {
            evidence.surnames.insert(first.hash)
            return true
        }
        if entry.role != .person, words.count == 1, isProper, bearsOther { return true }
        guard entry.isHomonym else { return false }
        return isAccented(entry) || (isCommonUse(isFirm: entry.role.isFirm) && !(entry.role.isFirm && isCorporate))
    }

    /// Whether the name needs a reason to be believed.
    func isDoubtful(_ entry: Entry, _ evidence: Evidence) -> Bool {
        if entry.isHomonym || (entry.letterCase == .exact && section.isUpper) { return true }
        return entry.role.isFirm && words.count == 1 && evidence.surnames.contains(first.hash)
    }

    /// Whether the words right beside it are those of a firm: `Amazon workers`, `titolo Meta`, `azionisti di Generali`,
    /// `stake in Target`.
    var isCorporate: Bool {
        guard !section.isUpper, first.isCapital else { return false }
        if let after, after.gap == .space {
            if after.roles.contains(.corporate) { return !Context.qualities.contains(first.hash) }
            guard !after.isCapital || section.isTitleCase || after.roles.contains(.function) else { return false }
        }
        guard let before, isMidSentence else { return false }
        if first.gap == .space, before.roles.contains(.corporate), !before.isCapital { return true }
        guard words.lowerBound > 1, let noun = reading.before(words.lowerBound - 1) else { return false }
        return noun.roles.contains(.corporate) && !before.isCapital
            && (before.roles.contains(.joint) || Context.links.contains(before.hash))
    }

    /// Whether it stands by itself with its capital in the middle of a sentence of small letters.
    var standsAlone: Bool {
        guard !section.isUpper, !section.isTitleCase, first.isCapital, isMidSentence else { return false }
        if let next = after, next.gap == .hyphen || (next.isCapital && !next.roles.contains(.function)) { return false }
        if let before { return first.gap != .hyphen && (!before.isCapital || before.roles.contains(.function)) }
        guard words.lowerBound > section.words.lowerBound else { return false }
        let gap = reading.bytes[Int(reading.tokens[words.lowerBound - 1].end)..<Int(first.start)]
        return gap.elementsEqual(", ".utf8) || gap.elementsEqual("; ".utf8)
    }

    /// Names of firms that before a noun are most often the words they also are: `Next chief executive`.
    private static let qualities = Set(["next", "free", "open", "three", "now", "one"].map(WordHash.of))
    /// Prepositions beside `di` and `of` that join a firm to what it has: `stake in`, `staff at`.
    private static let links = Set(["at", "in"].map(WordHash.of))

    /// Whether a street, venue or foundation bears the name (`Via Enel`, `Allianz Stadium`).
    private var bearsOther: Bool {
        if let after, after.gap == .space, after.isCapital, after.roles.contains(.tail), !section.isTitleCase {
            return true
        }
        return followsHead && (before?.hash != Context.via || before?.isCapital == true)
    }

    private static let via = WordHash.of("via")

    /// Whether a homonym is used as the word it also is.
    private func isCommonUse(isFirm: Bool) -> Bool {
        if let after, after.gap == .hyphen, !after.isCapital { return true }
        if isFirm, reading.usesComma == false, let before, first.gap == .space, before.roles.contains(.article) {
            return !modifiesNoun
        }
        if isFollowedByPerson { return true }
        guard !isMidSentence, isFirm else { return false }
        if let after, after.gap == .space, !after.roles.isDisjoint(with: [.joint, .complement]) { return true }
        return modifiesNoun && !readsAsVerb(words.upperBound)
    }

    /// Whether a word in small letters follows that is no verb: the name tells what kind of thing that is.
    private var modifiesNoun: Bool {
        guard let after, after.gap == .space else { return false }
        return !after.isCapital && after.roles.isDisjoint(with: [.verb, .function])
    }

    /// Whether the text has an accent where the name has none (`metà`).
    private func isAccented(_ entry: Entry) -> Bool {
        reading.bytes(of: words).count > Int(entry.length) && words.count == 1
            && reading.bytes[first.range].contains { $0 >= 0x80 }
    }

    /// Whether a given name follows it: a surname put first, or a plural before a person (`Generali Marcello`).
    private var isFollowedByPerson: Bool {
        guard !section.isTitleCase, !section.isUpper, let after, after.gap == .space else { return false }
        guard after.isCapital, after.shape.isDisjoint(with: [.upper, .inner]) else { return false }
        return after.roles.contains(.given) && !after.roles.contains(.function)
    }

    /// Whether a lower-case word is the verb of a sentence, by its ending or by what follows it.
    private func readsAsVerb(_ index: Int) -> Bool {
        let token = reading.tokens[index]
        if token.endsLikeVerb(reading.bytes) { return true }
        guard index + 1 < section.words.upperBound, let next = reading.after(index + 1) else { return false }
        return next.roles.contains(.determiner) || next.shape.contains(.digit) || next.isCapital
    }
}

extension Token {
    /// Whether a word ends as third persons of future and past do (`userà`, `annunciò`, `opened`).
    func endsLikeVerb(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard length > 3, !isCapital else { return false }
        return ["rà", "ò", "ranno", "ed", "ì"].contains { ending in
            bytes[range].suffix(ending.utf8.count).elementsEqual(ending.utf8)
        }
    }
}
