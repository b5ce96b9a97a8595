import Foundation
import Library
import Model
import Testing

@testable import rassegna

/// Reading only what corrections can reach against reading everything.
struct RereadingAgreementTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `after random corrections and undos every article is as if it were read today`(seed: UInt64) throws {
        var random = Seeded(state: seed)
        let library = try SampleReader.library()
        let articles = try library.page(PageRequest(limit: 100)).rows.compactMap { try library.article($0.id) }
        let surfaces = articles.flatMap { article in
            article.mentions.filter { $0.kind != .amount }.map { article.text.surface($0.range) }
        }
        let companies = Array(Set(articles.flatMap(\.companies).map(\.company))).sorted()
        var rereading = Rereading(library: library, knowledge: .shared)
        try rereading.begin()
        for step in 0..<24 {
            switch Int.random(in: 0..<5, using: &random) {
            case 0: try library.undo()
            case 1: try library.redo()
            default:
                let count = Int.random(in: 1...3, using: &random)
                try library.correct((0..<count).map { _ in correction(surfaces, companies, &random) })
            }
            // Often the next correction comes before the last one has been gone through.
            try rereading.begin()
            for _ in 0..<Int.random(in: 0..<3, using: &random) { _ = try rereading.step() }
            guard step % 6 == 5 else { continue }
            while try rereading.step() != nil {}
            let recogniser = Knowledge.shared.recogniser(try library.correctionsInForce())
            #expect(try library.staleCount(knowledge: recogniser.knowledge) == 0)
            for article in articles {
                let stale = try #require(try library.staleArticle(article.row.id))
                let now = try #require(try library.article(article.row.id))
                #expect(now.mentions == recogniser.annotate(stale).mentions, "seed \(seed), step \(step)")
                #expect(now.companies == recogniser.annotate(stale).companies, "seed \(seed), step \(step)")
            }
            #expect(try library.check() == [])
        }
    }

    private func correction(_ surfaces: [String], _ companies: [String], _ random: inout Seeded) -> Correction {
        let surface = surfaces.randomElement(using: &random) ?? "Enel"
        let company = companies.randomElement(using: &random) ?? "Eni"
        let other = companies.randomElement(using: &random) ?? "Enel"
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return Correction(surface, .notAName)
        case 1: return Correction(surface, .kind([.person, .place, .product].randomElement(using: &random) ?? .person))
        case 2: return Correction(surface, .newCompany(surface))
        case 3: return Correction(surface, .means(company))
        default: return Correction(surface, company == other ? .notAName : .sameAs(from: company, to: other))
        }
    }
}

extension String {
    /// The text of a range of UTF-8 bytes.
    fileprivate func surface(_ range: Range<Int>) -> String {
        String(decoding: Array(utf8)[range], as: UTF8.self)
    }
}

/// Numbers that look random and are the same in every run (SplitMix64; Steele, Lea and Flood 2014).
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
