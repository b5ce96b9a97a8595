import Model

/// Links amounts to the company whose figures they are, where the sentence makes it plain.
///
/// Plain is a sentence (a semicolon ends it too) that names one company; and among several, the company whose figure
/// follows it in brackets, after a colon or with its sign (`Eni +0,6%`), or the subject of a verb or noun of results with
/// nothing between (`Eni chiude con un utile di 2 miliardi`). `Google paga 2 miliardi a Wiz` is not plain.
struct AmountLinks {
    /// The text.
    let reading: Reading

    /// The mentions, in order, with the companies of the amounts among them.
    func linked(_ mentions: [Mention]) -> [Mention] {
        guard mentions.contains(where: { $0.kind == .amount }) else { return mentions }
        var linked = mentions
        var next = 0
        for section in reading.sections {
            var index = section.words.lowerBound
            while index < section.words.upperBound {
                index += 1
                while index < section.words.upperBound, !startsSentence(index) { index += 1 }
                let isLast = index == section.words.upperBound
                let end = isLast ? section.range.upperBound : Int(reading.tokens[index].start)
                let first = next
                // A currency's sign before the first number belongs to the sentence that the number starts.
                while next < linked.count, linked[next].range.upperBound <= end { next += 1 }
                if next - first > 1 { link(first..<next, in: &linked) }
            }
        }
        return linked
    }

    /// Whether a word starts a sentence: after a full stop only with a capital or digit (`Inc. reported` goes on).
    private func startsSentence(_ index: Int) -> Bool {
        let token = reading.tokens[index]
        switch token.gap {
        case .dotSpace:
            return reading.startsSentence(index) && (token.isCapital || token.shape.contains(.digit))
        case .other:
            return reading.bytes[Int(reading.tokens[index - 1].end)..<Int(token.start)].contains(UInt8(ascii: ";"))
        default: return reading.startsSentence(index)
        }
    }

    private func link(_ sentence: Range<Int>, in mentions: inout [Mention]) {
        var only: String?
        var isNamed = false
        var isPlain = true
        for mention in mentions[sentence] where mention.kind != .amount {
            guard let company = mention.company else { continue }
            isNamed = isNamed || mention.kind == .company
            isPlain = isPlain && (only ?? company) == company
            only = company
        }
        guard only != nil else { return }
        for index in sentence where mentions[index].kind == .amount {
            if isPlain {
                mentions[index].company = isNamed ? only : nil
            } else if let owner = owner(of: index, in: sentence, mentions) {
                mentions[index].company = mentions[owner].company
            }
        }
    }

    /// Among several companies, the one before an amount whose figure it is.
    private func owner(of amount: Int, in sentence: Range<Int>, _ mentions: [Mention]) -> Int? {
        let names = sentence.filter { mentions[$0].kind != .amount && mentions[$0].company != nil }
        let later = names.partition { $0 < amount }
        guard later > 0 else { return nil }
        let owner = names[later - 1]
        guard mentions[owner].kind == .company else { return nil }
        let gap = mentions[owner].range.upperBound..<mentions[amount].range.lowerBound
        if isEntry(gap, mentions[owner].range, mentions[amount]) { return owner }
        guard !separates(gap, byWords: false), speaksOfResults(gap) else { return nil }
        // After a sum, `e`, `mentre`, `while` start another clause.
        let followsAmount = owner > sentence.lowerBound && mentions[owner - 1].kind == .amount
        guard isSubject(mentions[owner].range, orClause: followsAmount) else { return nil }
        if later > 1 {
            let before = mentions[names[later - 2]]
            let gap = before.range.upperBound..<mentions[owner].range.lowerBound
            guard separates(gap, byWords: followsAmount) else { return nil }
        }
        if later < names.count {
            let after = mentions[names[later]]
            guard separates(mentions[amount].range.upperBound..<after.range.lowerBound, byWords: true) else {
                return nil
            }
        }
        return owner
    }

    /// An entry of a list: `Eni +0,6%`, `Eni (3%)`, and where the name starts the clause `Eni: 3 miliardi`.
    private func isEntry(_ gap: Range<Int>, _ name: Range<Int>, _ amount: Mention) -> Bool {
        let between = reading.bytes[gap]
        if between.elementsEqual(": ".utf8) || between.elementsEqual(" | ".utf8) { return startsClause(name) }
        guard amount.amount?.unit == .percent else { return false }
        if between.elementsEqual(" (".utf8) { return true }
        guard between.elementsEqual(" ".utf8) else { return false }
        let sign = Letters.scalar(reading.bytes, at: gap.upperBound).value
        return sign == 0x2B || sign == 0x2D || sign == 0x2212 || sign == 0x2013
    }

    private func startsClause(_ name: Range<Int>) -> Bool {
        let index = reading.tokens.partition { Int($0.start) < name.lowerBound }
        guard index > 0, index < reading.tokens.count, !startsSentence(index) else { return true }
        return separates(Int(reading.tokens[index - 1].end)..<name.lowerBound, byWords: false)
    }

    /// Whether a clause ends in some bytes: a comma that is in no number, colon, bracket, dash or quotation mark, and by
    /// words also `e`, `mentre`, `but`.
    private func separates(_ gap: Range<Int>, byWords: Bool) -> Bool {
        var index = gap.lowerBound
        while index < gap.upperBound {
            let (value, next) = Letters.scalar(reading.bytes, at: index)
            switch value {
            case 0x2C:
                if !(next < gap.upperBound && reading.bytes[next] &- 48 < 10) { return true }
            case 0x22, 0x28, 0x29, 0x3A, 0x3B, 0xAB, 0xBB, 0x2013, 0x2014, 0x201C, 0x201D: return true
            default: break
            }
            index = next
        }
        return byWords && words(in: gap).contains { AmountLinks.conjunctions.contains(reading.tokens[$0].hash) }
    }

    /// Whether a verb or noun of results stands in some bytes, and none of a purchase.
    private func speaksOfResults(_ gap: Range<Int>) -> Bool {
        let words = words(in: gap)
        return words.contains { AmountLinks.results.contains(reading.tokens[$0].hash) }
            && !words.contains { AmountLinks.deals.contains(reading.tokens[$0].hash) }
    }

    /// Whether no preposition but `di` and no verb stands before a name, or the start of a clause.
    private func isSubject(_ name: Range<Int>, orClause: Bool) -> Bool {
        let index = reading.tokens.partition { Int($0.start) < name.lowerBound }
        guard let before = reading.before(index) else { return true }
        if orClause, AmountLinks.conjunctions.contains(before.hash) { return true }
        if before.roles.contains(.joint) || before.roles.contains(.determiner) { return true }
        return before.roles.isDisjoint(with: [.function, .verb])
    }

    private func words(in bytes: Range<Int>) -> Range<Int> {
        let first = reading.tokens.partition { Int($0.start) < bytes.lowerBound }
        let end = reading.tokens.partition { Int($0.start) < bytes.upperBound }
        return first..<max(first, end)
    }

    private static let conjunctions = AmountPhrase.hashes("e ed and mentre while ma but invece whereas")
    private static let results = AmountPhrase.hashes(
        """
        chiude chiuso chiudera registra registrato guadagna guadagnato perde perso sale salito salita salgono sono cresce \
        cresciuto cresciuti cala calato calati scende sceso scesi balza balzato crolla crollato vale capitalizza cede \
        utile utili ricavi fatturato perdita perdite ebitda margine debito capitalizzazione incassato archivia \
        reported reports posted posts booked books made earned lost gained gains rose rise fell falls climbed climbs grew \
        slid jumped surged soared tumbled dropped sank dipped slipped added opened closed profit profits revenue revenues \
        sales loss losses earnings income debt valued worth shed
        """)
    private static let deals = AmountPhrase.hashes(
        """
        paga pagato compra comprato acquista acquistato acquisto acquisizione rileva rilevato vende venduto ceduto offre \
        offerta offerto investe investito investimento multa accordo contratto quota fusione pay pays paid buy buys bought \
        acquire acquires acquired acquisition purchase sell sells sold offer offered offers invest invests invested deal \
        stake fine fined takeover merger contract owes gave
        """)
}
