import Foundation
import Model
import Testing

@testable import Library

@Suite struct CodecTests {
    @Test func `bytes that were not written by us are refused, not fatal`() {
        var random = Seeded(state: 7)
        for _ in 0..<5000 {
            var bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? UInt8.random(in: 0...255, using: &random) : UInt8.random(in: 0...3, using: &random)
            }
            if !bytes.isEmpty, Bool.random(using: &random) { bytes[0] = 1 }
            let data = Data(bytes)
            _ = try? Layout(decoding: data)
            _ = try? MentionCodec.decode(data)
            _ = try? AboutCodec.decode(data)
            _ = try? Numbers.decode(data)
        }
        #expect(throws: ByteReader.Malformed.self) { try MentionCodec.decode(Data([2])) }
        #expect(throws: ByteReader.Malformed.self) { try Numbers.decode(Data([0x80])) }
        #expect(throws: ByteReader.Malformed.self) { try Layout(decoding: Data([1, 1, 0, 1, 7])) }
    }

    @Test func `numbers come back sorted, at a byte each where they are close`() throws {
        let numbers: [Int64] = [5, 3, 4, 1_000_000, Int64(Int32.max), -9]
        #expect(try Numbers.decode(Numbers.encode(numbers)) == numbers.sorted())
        #expect(Numbers.encode((1...1000).map { $0 }).count == 1000)
    }

    @Test func `very many numbers come back, all of them, and in not much more than a byte each`() throws {
        var random = SystemRandomNumberGenerator()
        let numbers = (1...150_000).map { Int64($0) }.shuffled(using: &random)
        let data = Numbers.encode(numbers)
        #expect(try Numbers.decode(data).sorted() == Array(1...150_000))
        #expect(data.count < 160_000)
    }

    @Test func `numbers of any size come back`() throws {
        for number in [0, 1, -1, 63, -64, 64, Int64.max, Int64.min] {
            var writer = ByteWriter()
            writer.signed(number)
            writer.number(UInt64(bitPattern: number))
            var reader = ByteReader(writer.data)
            #expect(try reader.signed() == number)
            #expect(try reader.number() == UInt64(bitPattern: number))
            #expect(reader.atEnd)
        }
    }

    @Test func `every kind of block and mention comes back`() throws {
        let blocks = Block.Kind.allCases.enumerated().map { Block($0 * 3..<($0 * 3 + 2), $1) }
        let links = [Link(4..<9, "https://x.it/?q=è"), Link(2..<3, "")]
        #expect(
            try Layout(decoding: Layout(blocks: blocks, links: links).encoded) == Layout(blocks: blocks, links: links))
        let mentions = Mention.Kind.allCases.flatMap { kind in
            Mention.Evidence.allCases.map { Mention(1..<2, kind, company: "Enel", evidence: $0, confidence: 0.123) }
        }
        #expect(try MentionCodec.decode(MentionCodec.encode(mentions)) == mentions)
    }

    @Test func `amounts come back with range, hedge, currency and company`() throws {
        let hedges: [Amount.Approximation?] = Amount.Approximation.allCases + [nil]
        let units: [Amount.Unit] = [.percent, .money(currency: "EUR"), .money(currency: nil)]
        let amounts = hedges.flatMap { hedge in
            units.flatMap { unit in
                [nil, 3.5e9].map { Amount(value: -1.25, upper: $0, unit: unit, approximation: hedge) }
            }
        }
        let mentions = amounts.enumerated().map {
            Mention($0..<$0 + 1, .amount, company: $0 % 2 == 0 ? "Eni" : nil, amount: $1)
        }
        #expect(try MentionCodec.decode(MentionCodec.encode(mentions)) == mentions)
    }

    @Test func `mentions that were written before amounts had ranges are read as they were`() throws {
        let old: [UInt8] = [
            1, 1, 3, 69, 85, 82, 2,  // form, one name, EUR, two mentions
            0, 4, 5, 0, 0, 0xB6, 7, 1, 0xBF, 0xF0, 3,  // 0..<4, a percentage: 1.5
            2, 4, 5, 0, 0, 0xB6, 7, 2, 1, 0x40,  // 5..<9, money of the first name: 2
        ]
        let mentions = [
            Mention(0..<4, .amount, confidence: 0.95, amount: Amount(value: 1.5, unit: .percent)),
            Mention(5..<9, .amount, confidence: 0.95, amount: Amount(value: 2, unit: .money(currency: "EUR"))),
        ]
        #expect(try MentionCodec.decode(Data(old)) == mentions)
        #expect(Array(MentionCodec.encode(mentions)) == old)
    }

    @Test func `a confidence that is no number is none`() throws {
        let mention = Mention(0..<1, .place, confidence: .nan)
        #expect(try MentionCodec.decode(MentionCodec.encode([mention])).map(\.confidence) == [0])
    }

    @Test func `a row names the companies an article is about, else the first, at most three`() {
        func part(_ name: String, _ salience: Salience) -> Appearance {
            Appearance(company: name, salience: salience, mentions: 1)
        }
        let mentioned = ["a", "b", "c", "d"].map { part($0, .mentioned) }
        #expect(AboutCodec.selection(of: mentioned) == Array(mentioned.prefix(3)))
        #expect(AboutCodec.selection(of: [part("x", .about)] + mentioned) == [part("x", .about)])
    }
}
