import Entities
import Model
import Testing

/// Figures drawn by chance, written in each language's way and read again.
struct AmountRoundTripTests {
    /// Chance that is the same in every run (SplitMix64).
    private struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
            return mixed ^ mixed >> 31
        }
    }

    private let annotator: Annotator

    init() throws {
        annotator = try SmallCatalogue.shared.get()
    }

    /// `1234567` and two decimals as `1.234.567,05` or `1,234,567.05`.
    private func written(_ whole: Int, _ hundredths: Int?, group: String, point: String) -> String {
        var text = ""
        let digits = String(whole)
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += group }
            text.append(digit)
        }
        guard let hundredths else { return text }
        return text + point + (hundredths < 10 ? "0" : "") + String(hundredths)
    }

    @Test func `grouped and decimal figures come back exactly in both languages`() {
        var random = Seeded(state: 11)
        for _ in 0..<400 {
            let size = [9, 999, 99_999, 999_999_999][Int.random(in: 0..<4, using: &random)]
            let whole = Int.random(in: 1...size, using: &random)
            let hundredths = Bool.random(using: &random) ? Int.random(in: 0...99, using: &random) : nil
            let value = Double(whole * 100 + (hundredths ?? 0)) / 100
            let amount = [Amount(value: value, unit: .money(currency: "EUR"))]
            let italian = written(whole, hundredths, group: ".", point: ",")
            let english = written(whole, hundredths, group: ",", point: ".")
            #expect(annotator.amounts("costa \(italian) euro ora") == amount)
            #expect(annotator.amounts("costa € \(italian) ora") == amount)
            #expect(annotator.amounts("costs €\(english) now", language: .english) == amount)
            #expect(annotator.amounts("costs EUR \(english) now", language: .english) == amount)
        }
    }

    @Test func `scaled figures and ranges come back exactly`() {
        var random = Seeded(state: 12)
        let scales = [("milioni", "m", 1e6), ("miliardi", "bn", 1e9), ("mila", "k", 1e3)]
        for _ in 0..<400 {
            let tenths = Int.random(in: 11...9998, using: &random)
            let more = Int.random(in: tenths + 1...9999, using: &random)
            let (italian, english, scale) = scales[Int.random(in: 0..<3, using: &random)]
            func comma(_ tenths: Int) -> String { "\(tenths / 10),\(tenths % 10)" }
            func point(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }
            let (low, high) = (Double(tenths) * (scale / 10), Double(more) * (scale / 10))
            let of = scale < 1e6 ? "" : "di "
            #expect(
                annotator.amounts("vale \(comma(tenths)) \(italian) \(of)dollari") == [
                    Amount(value: low, unit: .money(currency: "USD"))
                ])
            #expect(
                annotator.amounts("tra \(comma(tenths)) e \(comma(more)) \(italian) \(of)dollari") == [
                    Amount(value: low, upper: high, unit: .money(currency: "USD"))
                ])
            #expect(
                annotator.amounts("a $\(point(tenths))-\(point(more))\(english) plan", language: .english) == [
                    Amount(value: low, upper: high, unit: .money(currency: "USD"))
                ])
        }
    }

    @Test func `signed percentages come back exactly`() {
        var random = Seeded(state: 13)
        for _ in 0..<200 {
            let tenths = Int.random(in: 1...2000, using: &random)
            let (sign, factor) = [("", 1.0), ("+", 1), ("-", -1), ("−", -1)][Int.random(in: 0..<4, using: &random)]
            let amount = [Amount(value: factor * Double(tenths) / 10, unit: .percent)]
            #expect(annotator.amounts("Enel \(sign)\(tenths / 10),\(tenths % 10)% oggi") == amount)
            #expect(
                annotator.amounts("Enel \(sign)\(tenths / 10).\(tenths % 10) per cent now", language: .english)
                    == amount)
        }
    }

    @Test func `numbers in Italian letters up to a hundred are read`() {
        let tens = ["venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"]
        let units = ["uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove"]
        for (ten, word) in tens.enumerated() {
            for (unit, end) in units.enumerated() {
                let stem = [0, 7].contains(unit) ? String(word.dropLast()) : word
                let accented = unit == 2 ? "tré" : end
                let value = Double((ten + 2) * 10 + unit + 1) * 1e6
                let amount = [Amount(value: value, unit: .money(currency: "EUR"))]
                #expect(annotator.amounts("vale \(stem)\(end) milioni di euro") == amount)
                #expect(annotator.amounts("vale \(stem)\(accented) milioni di euro") == amount)
            }
        }
    }

    @Test func `bytes of any kind break nothing`() {
        var random = Seeded(state: 14)
        let pieces = [
            "2", "3,5", "1.2", "€", "$", "£", "-", "–", "−", " ", " ", "tra", "e", "and", "half", "mezzo", "a", "un",
            "milioni", "bn", "m", "%", "per", "cento", "di", "d'", "euro", "EUR", "Rs", "Eni", ",", ".", ";", "(", ")",
            "\u{A0}", "è", "🚀", "or", "to", "da", "circa", "più", "~", "of", "hundred", "twenty", "\n", "’",
        ]
        for _ in 0..<3000 {
            let count = Int.random(in: 1...12, using: &random)
            let text = (0..<count).map { _ in
                pieces[Int.random(in: 0..<pieces.count, using: &random)]
                    + (Bool.random(using: &random) ? " " : "")
            }.joined()
            let block = Block(0..<text.utf8.count, .paragraph)
            let mentions = annotator.annotate(text: text, blocks: [block], language: .italian).mentions
            for mention in mentions {
                #expect(mention.range.upperBound <= text.utf8.count && !mention.range.isEmpty)
                if let amount = mention.amount, let upper = amount.upper { #expect(amount.value < upper) }
            }
            for (one, other) in zip(mentions, mentions.dropFirst()) {
                #expect(one.range.upperBound <= other.range.lowerBound)
            }
        }
    }
}
