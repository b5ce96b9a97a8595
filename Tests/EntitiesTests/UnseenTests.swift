import Entities
import Foundation
import Model
import Testing

/// Forty articles marked by hand that neither the catalogue's authors nor the trainer have seen (`Tests/Fixtures/Unseen`).
///
/// They hold the whole to a level, not to every mark; `docs/recogniser.md` has the figures.
struct UnseenTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/Unseen")

    /// Counts of names right, found and marked, and of companies linked right.
    private struct Count {
        var (right, found, marked, linked, meant) = (0.0, 0.0, 0.0, 0.0, 0.0)
        var f1: Double { 200 * right / (found + marked) }
        var links: Double { 100 * meant / linked }
    }

    private func count(_ prefix: String, _ language: Language) throws -> Count {
        let annotator = try BuiltIn.annotator.get()
        let catalogue = try Catalogue(parsing: GoldTests.catalogue)
        var count = Count()
        let files = try FileManager.default.contentsOfDirectory(atPath: UnseenTests.folder.path)
            .filter { $0.hasPrefix(prefix) }.sorted()
        for file in files {
            let gold = GoldArticle(try String(contentsOf: UnseenTests.folder.appending(path: file), encoding: .utf8))
            let found = annotator.annotate(text: gold.text, blocks: gold.blocks, language: language).mentions
                .filter { $0.kind != .amount && $0.evidence != .ticker }
            let marks = Dictionary(
                zip(gold.places, gold.companies).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
            count.found += Double(found.count)
            count.marked += Double(gold.places.count)
            for mention in found {
                guard let company = marks["\(mention.range.lowerBound)-\(mention.range.upperBound) \(mention.kind)"]
                else {
                    continue
                }
                count.right += 1
                guard mention.kind == .company, let company else { continue }
                count.linked += 1
                // The mark's spelling, another name of the same record, or its owner.
                let meant = [company] + catalogue.companies(meaning: company)
                if let found = mention.company,
                    meant.contains(found) || catalogue.companies(meaning: found).contains(company)
                {
                    count.meant += 1
                }
            }
        }
        return count
    }

    @Test(arguments: [("it", Language.italian), ("en", .english)])
    func `names in unseen articles are found and linked`(prefix: String, language: Language) throws {
        let count = try count(prefix, language)
        #expect(count.marked > 700)
        #expect(count.f1 > 90, "F1 \(count.f1)")
        #expect(count.links > 92, "linked \(count.links)")
    }
}
