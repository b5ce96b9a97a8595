import Model

/// The words of approximation beside an amount; they stay out of it.
struct AmountHedge {
    /// The text.
    let reading: Reading

    /// How an amount is hedged, by the words before it in its section, else by those after.
    func approximation(of range: Range<Int>, in section: Reading.Section) -> Amount.Approximation? {
        before(range.lowerBound, in: section) ?? after(range.upperBound, in: section)
    }

    private func before(_ start: Int, in section: Reading.Section) -> Amount.Approximation? {
        if start > section.range.lowerBound, let mark = mark(before: start) { return mark }
        var index = reading.tokens.partition { Int($0.start) < start } - 1
        var next = start
        var steps = 0
        while index >= section.words.lowerBound, steps < 3, isClose(index, next) {
            let hash = reading.tokens[index].hash
            let prior = index > section.words.lowerBound && isClose(index - 1, Int(reading.tokens[index].start))
            if prior, let found = pair(index - 1, hash, section) { return found }
            if let found = AmountHedge.words[hash] { return found }
            guard AmountHedge.articles.contains(hash) else { return nil }
            next = Int(reading.tokens[index].start)
            index -= 1
            steps += 1
        }
        return nil
    }

    /// `più di`, `less than`, `up to`; a `non` or `no` before turns it round.
    private func pair(_ first: Int, _ second: UInt32, _ section: Reading.Section) -> Amount.Approximation? {
        guard let meaning = AmountHedge.pairs[AmountHedge.key(reading.tokens[first].hash, second)] else { return nil }
        guard first > section.words.lowerBound, isClose(first - 1, Int(reading.tokens[first].start)),
            AmountHedge.negations.contains(reading.tokens[first - 1].hash)
        else { return meaning }
        return meaning == .over ? .under : meaning == .under ? .over : .about
    }

    /// Whether nothing but a space, an apostrophe or the full stop of `approx.` stands between a word and a byte.
    private func isClose(_ index: Int, _ start: Int) -> Bool {
        let end = Int(reading.tokens[index].end)
        guard start > end, start - end < 4 else { return false }
        switch Letters.scalar(reading.bytes, at: end).value {
        case 0x20, 0x0A, 0xA0, 0x202F: return start - end == 1 || reading.bytes[end] >= 0x80
        case 0x27, 0x2019: return true
        case 0x2E: return AmountHedge.shortened.contains(reading.tokens[index].hash)
        default: return false
        }
    }

    /// `~`, `≈`, `>`, `<` right before.
    private func mark(before start: Int) -> Amount.Approximation? {
        switch reading.bytes[start - 1] {
        case UInt8(ascii: "~"): return .about
        case UInt8(ascii: ">"): return .over
        case UInt8(ascii: "<"): return .under
        case 0x88 where start > 2 && reading.bytes[start - 2] == 0x89: return .about
        default: return nil
        }
    }

    /// `circa` and `or so` after it.
    private func after(_ end: Int, in section: Reading.Section) -> Amount.Approximation? {
        let index = reading.tokens.partition { Int($0.start) < end }
        guard index < section.words.upperBound, reading.tokens[index].gap == .space else { return nil }
        let hash = reading.tokens[index].hash
        if hash == AmountHedge.circa { return .about }
        guard AmountHedge.ors.contains(hash), index + 1 < section.words.upperBound,
            reading.tokens[index + 1].gap == .space
        else { return nil }
        return AmountHedge.tails[reading.tokens[index + 1].hash]
    }

    private static let words: [UInt32: Amount.Approximation] = table([
        (.over, "oltre almeno over above exceeding sopra"),
        (.under, "quasi nearly almost under below sotto"),
        (.about, "circa about around roughly approximately approx ca some"),
    ])
    private static let tails: [UInt32: Amount.Approximation] = table([
        (.over, "more piu"), (.under, "less meno"), (.about, "so"),
    ])
    private static let articles = AmountPhrase.hashes(
        "il lo la l i gli le un una the a di del dello dell dei degli al allo all ai agli")
    private static let negations = AmountPhrase.hashes("non no not")
    private static let shortened = AmountPhrase.hashes("approx ca")
    private static let circa = WordHash.of("circa")
    private static let ors = AmountPhrase.hashes("or o")

    private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 {
        UInt64(first) << 32 | UInt64(second)
    }

    private static let pairs: [UInt64: Amount.Approximation] = {
        let of = "di del dello dell dei degli"
        let to = "a al allo all ai agli"
        let list: [(String, Amount.Approximation, String)] = [
            ("piu", .over, of), ("meno", .under, of), ("fino", .under, to), ("intorno", .about, to),
            ("attorno", .about, to), ("al", .under, "massimo"), ("more", .over, "than"), ("less", .under, "than"),
            ("fewer", .under, "than"), ("greater", .over, "than"), ("up", .under, "to"), ("close", .about, "to"),
            ("at", .over, "least"), ("at", .under, "most"), ("excess", .over, "of"), ("region", .about, "of"),
            ("much", .under, "as"),
        ]
        return list.reduce(into: [:]) { pairs, row in
            for second in AmountPhrase.hashes(row.2) { pairs[key(WordHash.of(row.0), second)] = row.1 }
        }
    }()

    private static func table(_ list: [(Amount.Approximation, String)]) -> [UInt32: Amount.Approximation] {
        list.reduce(into: [:]) { table, row in
            for hash in AmountPhrase.hashes(row.1) { table[hash] = row.0 }
        }
    }
}
