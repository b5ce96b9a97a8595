import Model

/// Carries a product's name on to its version (`iOS 26.4`, `Surface Laptop 7`, `MacBook Air M4`).
struct ModelNames {
    private let reading: Reading
    private let known: Choices

    /// The products among what is known of an article.
    init(_ reading: Reading, _ known: Choices) {
        self.reading = reading
        self.known = known
    }

    /// A longer mention for each product that has a version after it.
    func choices() -> [Choice] {
        known.all.compactMap { product in
            guard product.kind == .product else { return nil }
            let end = end(of: product)
            guard end > product.words.upperBound else { return nil }
            var choice = product
            choice.words = product.words.lowerBound..<end
            choice.name = choice.words
            choice.range = reading.bytes(of: choice.words)
            return choice
        }
    }

    /// The word after a product's name and version.
    private func end(of product: Choice) -> Int {
        let limit = reading.sections[product.section].words.upperBound
        var end = decimals(after: product.words.upperBound, limit) ?? product.words.upperBound
        while end < limit, end < product.words.upperBound + 5, reading.tokens[end].gap == .space, isFree(end, product) {
            let next = version(at: end, limit) ?? end
            guard next > end else { break }
            end = next
        }
        return end
    }

    /// Whether a word belongs to no other mention, or to another product of the same firm.
    private func isFree(_ index: Int, _ product: Choice) -> Bool {
        guard let other = known.covering(index) else { return true }
        return other.kind == .product && other.record == product.record && other.words.count == 1
    }

    /// The word after a number (`7`, `26.4`, `10R`, `S25`) or grade (`Pro`) that starts here.
    private func version(at index: Int, _ limit: Int) -> Int? {
        let token = reading.tokens[index]
        let word = reading.bytes[token.range]
        let isDigits = word.allSatisfy { $0 &- 48 < 10 }
        let followsNumber = reading.bytes[Int(reading.tokens[index - 1].end) - 1] &- 48 < 10
        if ModelNames.grades.contains(token.hash) {
            return token.isCapital || followsNumber ? sign(after: index + 1, limit) : nil
        }
        if ModelNames.series.contains(token.hash) {
            let isNumbered = index + 1 < limit && reading.tokens[index + 1].shape.contains(.digit)
            return token.isCapital && isNumbered ? index + 1 : nil
        }
        guard isDigits else { return isMark(word) ? index + 1 : nil }
        guard !followsNumber, token.length < 5, !isYear(token) else { return nil }
        let end = decimals(after: index + 1, limit) ?? index + 1
        if end < limit, reading.tokens[end].gap == .dot, reading.tokens[end].shape.contains(.digit) { return nil }
        return isMeasure(end, limit) ? nil : end
    }

    /// The word after a plus sign that is joined to the grade before (`Pro+`).
    private func sign(after index: Int, _ limit: Int) -> Int {
        guard index < limit, reading.tokens[index].gap == .joined, reading.tokens[index].shape.contains(.mark) else {
            return index
        }
        return reading.bytes[Int(reading.tokens[index].start)] == UInt8(ascii: "+") ? index + 1 : index
    }

    /// The word after one or two digits that a full stop joins to the number before (`26.4`).
    private func decimals(after index: Int, _ limit: Int) -> Int? {
        guard index < limit, reading.tokens[index].gap == .dot, reading.tokens[index].length < 3,
            reading.bytes[reading.tokens[index].range].allSatisfy({ $0 &- 48 < 10 }),
            reading.bytes[Int(reading.tokens[index].start) - 2] &- 48 < 10
        else { return nil }
        return index + 1
    }

    /// Whether a word is letters and digits as models have them: `S25`, `10R`, `200V`, `iX3`.
    private func isMark(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let digits = word.count { $0 &- 48 < 10 }
        guard (1...4).contains(digits), word.count - digits <= 2, word.allSatisfy({ $0 < 0x80 }) else { return false }
        if let first = word.first, let last = word.last, first &- 48 < 10, ModelNames.letters.contains(last) {
            return word.count == digits + 1
        }
        return word.contains { $0 &- 65 < 26 } && !ModelNames.periods.contains(word.first ?? 0)
    }

    /// Small letters that after a number name a model (`16e`, `9a`, `5s`), and no unit.
    private static let letters = Set("aceosx".utf8)
    /// Letters that before a digit name a quarter or half of a year (`Q3`, `H1`), or a group of countries.
    private static let periods = Set("QHG".utf8)

    private func isYear(_ token: Token) -> Bool {
        token.length == 4 && reading.bytes[token.range].starts(with: "20".utf8)
            || token.length == 4 && reading.bytes[token.range].starts(with: "19".utf8)
    }

    /// Whether a number that ends before a word counts or measures something (`30 minuti`, `5 milioni`, `10%`).
    private func isMeasure(_ index: Int, _ limit: Int) -> Bool {
        let end = Int(reading.tokens[index - 1].end)
        if end < reading.bytes.count {
            let (value, next) = Letters.scalar(reading.bytes, at: end)
            if value == 0x25 || value == 0xB0 || CurrencySign.code(value) != nil { return true }
            let isGrouped = value == 0x2C && next < reading.bytes.count && reading.bytes[next] &- 48 < 10
            if isGrouped { return true }
            if value == 0x20, next < reading.bytes.count {
                let sign = Letters.scalar(reading.bytes, at: next).value
                if sign == 0x25 || CurrencySign.code(sign) != nil { return true }
            }
        }
        guard index < limit, reading.tokens[index].gap.isLoose else { return false }
        let next = reading.tokens[index]
        return !next.roles.isDisjoint(with: [.scale, .currency]) || ModelNames.measures.contains(next.hash)
            || (next.hash == ModelNames.per || next.shape.contains(.digit))
    }

    private static let grades = Set(
        "pro max ultra plus mini lite air se fe turbo flash xl ti fold flip".split(separator: " ")
            .map { WordHash.of(String($0)) })
    private static let per = WordHash.of("per")
    private static let series = Set(["series", "gen"].map(WordHash.of))
    private static let measures = Set(
        """
        secondi minuti minuto ore ora giorni giorno settimane mesi mese anni anno volte volta km metri gb tb mb mp pollici \
        watt w kw kwh kg mg ml litri posti punti clienti utenti abbonati persone passeggeri pezzi unita esemplari modelli \
        seconds minutes minute hours hour days day weeks months month years year times miles metres inches users people \
        customers subscribers passengers units points percent pct cent
        """.split(whereSeparator: \.isWhitespace).map { WordHash.of(String($0)) })
}
