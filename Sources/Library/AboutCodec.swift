import Foundation
import Model

/// The companies that a row names, in the bytes of `article.about`: form (1), then salience, mentions and name of each.
enum AboutCodec {
    /// The companies that a row names: those the article is about, else the first ones; at most three.
    static func selection(of companies: [Appearance]) -> [Appearance] {
        let about = companies.filter { $0.salience == .about }
        return Array((about.isEmpty ? companies : about).prefix(3))
    }

    static func encode(_ companies: [Appearance]) -> Data {
        var writer = ByteWriter()
        writer.byte(1)
        for company in companies {
            writer.byte(UInt8(company.salience.rawValue))
            writer.number(UInt64(max(1, company.mentions)))
            writer.text(company.company)
        }
        return writer.data
    }

    static func decode(_ data: Data) throws(ByteReader.Malformed) -> [Appearance] {
        var reader = ByteReader(data)
        guard try reader.byte() == 1 else { throw ByteReader.Malformed() }
        var companies: [Appearance] = []
        while !reader.atEnd {
            guard let salience = Salience(rawValue: Int(try reader.byte())) else { throw ByteReader.Malformed() }
            let mentions = Int(truncatingIfNeeded: try reader.number())
            companies.append(Appearance(company: try reader.text(), salience: salience, mentions: mentions))
        }
        return companies
    }
}
