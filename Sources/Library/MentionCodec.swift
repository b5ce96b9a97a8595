import Foundation
import Model

/// Mentions in the bytes of `body.mentions`.
///
/// A byte for the form (1); the names of companies and currencies; the number of mentions; of each its range, kind,
/// company, evidence, confidence in thousandths, and amount. Names are given by their place in the list, from 1.
enum MentionCodec {
    /// Kinds by the number that stands for them in the file: only ever added to.
    private static let kinds: [Mention.Kind] = [.company, .organization, .product, .person, .place, .amount]
    /// Evidence by the number that stands for it in the file, from 1; 0 is none.
    private static let evidence: [Mention.Evidence] = [.name, .alias, .product, .metonym, .ticker, .recognised]

    static func encode(_ mentions: [Mention]) -> Data {
        var names = NameList()
        var body = ByteWriter()
        var ranges = RangeCoder()
        for mention in mentions {
            ranges.write(mention.range, to: &body)
            body.byte(UInt8(kinds.firstIndex(of: mention.kind) ?? 0))
            body.number(names.place(of: mention.company))
            body.byte(UInt8(mention.evidence.flatMap(evidence.firstIndex).map { $0 + 1 } ?? 0))
            body.number(thousandths(mention.confidence))
            write(mention.amount, to: &body, names: &names)
        }
        var writer = ByteWriter()
        writer.byte(1)
        writer.number(UInt64(names.list.count))
        names.list.forEach { writer.text($0) }
        writer.number(UInt64(mentions.count))
        writer.append(body)
        return writer.data
    }

    static func decode(_ data: Data) throws(ByteReader.Malformed) -> [Mention] {
        var reader = ByteReader(data)
        guard try reader.byte() == 1 else { throw ByteReader.Malformed() }
        var names = NameList()
        for _ in 0..<(try reader.count()) {
            names.list.append(try reader.text())
        }
        var ranges = RangeCoder()
        var mentions: [Mention] = []
        for _ in 0..<(try reader.count()) {
            mentions.append(try mention(from: &reader, ranges: &ranges, names: names))
        }
        return mentions
    }

    /// A confidence in thousandths, at most 1000; one that is no number counts as none.
    private static func thousandths(_ confidence: Double) -> UInt64 {
        confidence > 0 ? UInt64((min(confidence, 1) * 1000).rounded()) : 0
    }

    private static func mention(
        from reader: inout ByteReader, ranges: inout RangeCoder, names: NameList
    ) throws(ByteReader.Malformed) -> Mention {
        let range = try ranges.read(from: &reader)
        let kind = Int(try reader.byte())
        let company = try names.name(at: reader.number())
        let proof = Int(try reader.byte())
        let confidence = Double(try reader.number()) / 1000
        guard kinds.indices.contains(kind), proof <= evidence.count else { throw ByteReader.Malformed() }
        return Mention(
            range, kinds[kind], company: company, evidence: proof == 0 ? nil : evidence[proof - 1],
            confidence: confidence, amount: try amount(from: &reader, names: names))
    }

    /// Hedges by the number that stands for them in the file, from 1; 0 is none: only ever added to.
    private static let hedges: [Amount.Approximation] = [.about, .over, .under]

    /// An amount: 0 for none, 1 a percentage, 2 money; then the currency of money, and the value's bits. 3 and 4 are a
    /// percentage and money that go on: hedge, and the upper value's bits after a 1, or a 0.
    private static func write(_ amount: Amount?, to writer: inout ByteWriter, names: inout NameList) {
        guard let amount else { return writer.byte(0) }
        let goesOn = amount.upper != nil || amount.approximation != nil
        switch amount.unit {
        case .percent: writer.byte(goesOn ? 3 : 1)
        case .money(let currency):
            writer.byte(goesOn ? 4 : 2)
            writer.number(names.place(of: currency))
        }
        writer.number(amount.value.bitPattern.byteSwapped)
        guard goesOn else { return }
        writer.byte(UInt8(amount.approximation.flatMap(hedges.firstIndex).map { $0 + 1 } ?? 0))
        writer.byte(amount.upper == nil ? 0 : 1)
        if let upper = amount.upper { writer.number(upper.bitPattern.byteSwapped) }
    }

    private static func amount(
        from reader: inout ByteReader, names: NameList
    ) throws(ByteReader.Malformed) -> Amount? {
        let form = try reader.byte()
        guard form > 0 else { return nil }
        guard form < 5 else { throw ByteReader.Malformed() }
        let unit: Amount.Unit =
            form % 2 == 1 ? .percent : .money(currency: try names.name(at: reader.number()))
        var amount = Amount(value: try value(from: &reader), unit: unit)
        guard form > 2 else { return amount }
        let hedge = Int(try reader.byte())
        guard hedge <= hedges.count else { throw ByteReader.Malformed() }
        amount.approximation = hedge == 0 ? nil : hedges[hedge - 1]
        switch try reader.byte() {
        case 0: break
        case 1: amount.upper = try value(from: &reader)
        default: throw ByteReader.Malformed()
        }
        return amount
    }

    private static func value(from reader: inout ByteReader) throws(ByteReader.Malformed) -> Double {
        Double(bitPattern: try reader.number().byteSwapped)
    }
}

/// Names that are written once and then meant by their place, from 1; 0 is no name.
private struct NameList {
    var list: [String] = []
    private var places: [String: UInt64] = [:]

    mutating func place(of name: String?) -> UInt64 {
        guard let name else { return 0 }
        if let place = places[name] { return place }
        list.append(name)
        places[name] = UInt64(list.count)
        return UInt64(list.count)
    }

    func name(at place: UInt64) throws(ByteReader.Malformed) -> String? {
        guard place > 0 else { return nil }
        guard place <= UInt64(list.count) else { throw ByteReader.Malformed() }
        return list[Int(place) - 1]
    }
}
