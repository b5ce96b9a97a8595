import Model

/// Ticker symbols in brackets after a dollar sign or before their price: `(ENEL.MI)`, `(NASDAQ: GOOGL)`,
/// `$GOOGL`, `ENEL +2,1%`.
struct Tickers {
    /// The text.
    let reading: Reading
    /// What is known.
    let catalogue: Catalogue
    /// What was found with the catalogue.
    let known: Choices

    /// A mention for each symbol.
    func choices() -> [Choice] {
        let named = Set(known.all.lazy.filter(\.namesFirm).map(\.record))
        var found: [Choice] = []
        for (number, section) in reading.sections.enumerated() {
            for index in section.words where isSymbol(index) || opens(index) {
                guard opens(index) else {
                    if let choice = quoted(index, in: section, number, named) { found.append(choice) }
                    continue
                }
                guard let symbol = symbol(from: index, in: section), let choice = choice(symbol, number) else {
                    continue
                }
                found.append(choice)
            }
        }
        return found
    }

    /// A symbol that its price follows (`NFLX: -3.4%`), where the article names the firm.
    private func quoted(_ index: Int, in section: Reading.Section, _ number: Int, _ named: Set<Int32>) -> Choice? {
        let token = reading.tokens[index]
        guard token.length > 2, token.shape.contains(.upper), !section.isUpper, index + 1 < section.words.upperBound,
            reading.tokens[index + 1].shape.contains(.digit), known.covering(index) == nil
        else { return nil }
        let between = reading.bytes[Int(token.end)..<Int(reading.tokens[index + 1].start)]
        guard between.count < 8, between.allSatisfy({ " :+-(".utf8.contains($0) || $0 >= 0x80 }) else { return nil }
        let entries = catalogue.symbols.entries(of: reading.tokens[index..<index + 1], reading.bytes)
        guard let entry = entries.first(where: { named.contains($0.record) }) else { return nil }
        return choice(index..<index + 1, number, entry.record, catalogue.companyName(entry.record))
    }

    /// Words of a symbol, and how sure it is that they are one.
    private struct Symbol {
        var words: Range<Int>
        /// The words that the catalogue is asked for, exchange suffix left out.
        var name: Range<Int>
        var exchange: Int?
        var isPlain = false
    }

    private func byte(before index: Int) -> UInt8 {
        let start = Int(reading.tokens[index].start)
        return start > 0 ? reading.bytes[start - 1] : 0
    }

    private func byte(after index: Int) -> UInt8 {
        let end = Int(reading.tokens[index].end)
        return end < reading.bytes.count ? reading.bytes[end] : 0
    }

    private func opens(_ index: Int) -> Bool {
        let sign = byte(before: index)
        guard sign == UInt8(ascii: "(") else { return sign == UInt8(ascii: "$") && isSymbol(index) }
        return isSymbol(index) || (reading.tokens[index].isCapital && byte(after: index) == UInt8(ascii: ":"))
    }

    private func isSymbol(_ index: Int) -> Bool {
        let token = reading.tokens[index]
        return token.length <= 8 && (token.shape.contains(.upper) || token.shape.contains(.digit))
    }

    private func symbol(from first: Int, in section: Reading.Section) -> Symbol? {
        let close = UInt8(ascii: ")")
        if byte(before: first) == UInt8(ascii: "$") {
            let isWord = reading.tokens[first].shape.contains(.upper) && !section.isUpper
            return isWord ? Symbol(words: first..<first + 1, name: first..<first + 1) : nil
        }
        if byte(after: first) == close {
            return Symbol(words: first..<first + 1, name: first..<first + 1, isPlain: true)
        }
        let next = first + 1
        guard next < section.words.upperBound, isSymbol(next) else {
            return exchange(first, in: section)
        }
        if reading.tokens[next].gap == .dot, byte(after: next) == close {
            return Symbol(words: first..<next + 1, name: first..<next)
        }
        return exchange(first, in: section)
    }

    /// `(NASDAQ: GOOGL)`, `(Milano: ENI)`, `(NYSE: BRK.B)`.
    private func exchange(_ first: Int, in section: Reading.Section) -> Symbol? {
        guard byte(after: first) == UInt8(ascii: ":") else { return nil }
        return symbolAfterColon(first, in: section)
    }

    private func symbolAfterColon(_ first: Int, in section: Reading.Section) -> Symbol? {
        var last = first + 1
        guard last < section.words.upperBound, isSymbol(last) else { return nil }
        if last + 1 < section.words.upperBound, reading.tokens[last + 1].gap == .dot, isSymbol(last + 1) { last += 1 }
        return Symbol(words: first + 1..<last + 1, name: first + 1..<last + 1, exchange: first)
    }

    private func choice(_ symbol: Symbol, _ section: Int) -> Choice? {
        let entries =
            catalogue.symbols.entries(of: reading.tokens[symbol.name], reading.bytes)
            + (symbol.words == symbol.name
                ? [] : catalogue.symbols.entries(of: reading.tokens[symbol.words], reading.bytes))
        let opening = symbol.exchange ?? symbol.words.lowerBound
        let before = opening > 0 ? known.covering(opening - 1).flatMap { $0.namesFirm ? $0 : nil } : nil
        guard let record = record(entries, symbol, before) else { return nil }
        var choice = choice(symbol.words, section, record.number, record.name)
        // The exchange is no mention of its own.
        choice.words = opening..<symbol.words.upperBound
        return choice
    }

    private func choice(_ words: Range<Int>, _ section: Int, _ record: Int32, _ company: String) -> Choice {
        Choice(
            words: words, name: words, range: reading.bytes(of: words), section: section, kind: .company,
            record: record, company: company, evidence: .ticker, confidence: Confidence.ticker)
    }

    /// The company of a symbol: the firm named just before, or else the only one that trades under it.
    private func record(_ entries: [Entry], _ symbol: Symbol, _ before: Choice?) -> (number: Int32, name: String)? {
        if let before, let name = before.company, entries.contains(where: { $0.record == before.record }) {
            return (before.record, name)
        }
        let checked = Set(entries.lazy.filter { !$0.isListed }.map(\.record))
        let records = checked.isEmpty ? Set(entries.map(\.record)) : checked
        if !symbol.isPlain, records.count == 1, let only = records.first {
            return (only, catalogue.companyName(only))
        }
        if let exact = entries.first(where: { isQuoted($0, at: symbol.exchange) }) {
            return (exact.record, catalogue.companyName(exact.record))
        }
        let isTold = symbol.exchange != nil || symbol.words != symbol.name
        guard isTold, records.isEmpty, let before, let name = before.company else { return nil }
        return (before.record, name)
    }

    /// Whether the catalogue lists the symbol at the exchange that the text names.
    private func isQuoted(_ entry: Entry, at exchange: Int?) -> Bool {
        guard let exchange else { return false }
        let name = reading.bytes[reading.tokens[exchange].range]
        return catalogue.source.withBytes { bytes in
            let colon = Int(entry.start) - 1
            guard colon >= name.count, bytes[colon] == UInt8(ascii: ":") else { return false }
            return bytes[colon - name.count..<colon].elementsEqual(name)
        }
    }
}
