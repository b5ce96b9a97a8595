import Entities
import Foundation
import Model
import Testing

/// The marked articles of `Tests/Fixtures/Gold` against the built-in catalogue.
struct GoldTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func files(in folder: String, _ suffix: String) -> [URL] {
        let files = try? FileManager.default.contentsOfDirectory(
            at: root.appending(path: folder), includingPropertiesForKeys: nil)
        return (files ?? []).filter { $0.pathExtension == suffix }.sorted { $0.path < $1.path }
    }

    static let articles = files(in: "Tests/Fixtures/Gold", "txt").map { $0.deletingPathExtension().lastPathComponent }

    static let catalogue: [UInt8] = files(in: "Resources/Catalogue", "rec").reduce(into: []) { bytes, file in
        bytes += Array((try? Data(contentsOf: file)) ?? Data()) + Array("\n\n".utf8)
    }

    private static let annotator = Result { Annotator(try Catalogue(parsing: catalogue)) }

    /// People, organisations and places are found as far as lists of them go; what is found must be right.
    private static let complete: Set<Mention.Kind> = [.company, .product, .amount]

    @Test(arguments: articles)
    func `every company, product and amount of a gold article comes out, and nothing wrong`(name: String) throws {
        let url = GoldTests.root.appending(path: "Tests/Fixtures/Gold/\(name).txt")
        let gold = GoldArticle(try String(contentsOf: url, encoding: .utf8))
        let language: Language = name.hasPrefix("it") ? .italian : .english
        let annotation = try GoldTests.annotator.get().annotate(
            text: gold.text, blocks: gold.blocks, language: language)
        let found = annotation.mentions.map { mention in
            // Marks do not say whose an amount is; AmountLinkTests do.
            let company = mention.kind == .amount ? nil : mention.company
            return GoldArticle.line(mention.range, mention.kind, gold.text.surface(mention.range), company)
        }
        let missing = zip(gold.kinds, gold.lines).filter { GoldTests.complete.contains($0) && !found.contains($1) }
        #expect(missing.map(\.1) == [])
        #expect(found.filter { !gold.lines.contains($0) } == [])
    }
}

/// An article with its marks (`Tests/Fixtures/Gold/README.md`).
struct GoldArticle {
    var text = ""
    var blocks: [Block] = []
    var lines: [String] = []
    var kinds: [Mention.Kind] = []
    /// Where each name stands and its kind, amounts left out, and the company it means.
    var places: [String] = []
    var companies: [String?] = []

    /// One mention in a form that a failure can print.
    static func line(_ range: Range<Int>, _ kind: Mention.Kind, _ surface: String, _ company: String?) -> String {
        "\(range.lowerBound) \(kind.rawValue) \(surface) = \(company ?? "-")"
    }

    init(_ marked: String) {
        for (number, line) in marked.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if number > 0 { text += "\n" }
            add(line)
        }
    }

    private mutating func add(_ line: Substring) {
        let kind = [Block.Kind.title, .heading, .item, .furniture].first { line.hasPrefix("#\($0.rawValue) ") }
        var rest = line.dropFirst(kind.map { $0.rawValue.count + 2 } ?? 0)
        let start = text.utf8.count
        while let letter = rest.first {
            if letter == "[", rest.dropFirst(2).first == " ", let close = rest.firstIndex(of: "]") {
                mark(rest[rest.index(after: rest.startIndex)..<close])
                rest = rest[close...].dropFirst()
            } else {
                text.append(letter)
                rest = rest.dropFirst()
            }
        }
        if text.utf8.count > start { blocks.append(Block(start..<text.utf8.count, kind ?? .paragraph)) }
    }

    private mutating func mark(_ inner: Substring) {
        let parts = inner.dropFirst(2).split(separator: " = ")
        let surface = String(parts[0])
        let start = text.utf8.count
        text += surface
        let kinds: [Character: Mention.Kind] = [
            "C": .company, "R": .product, "O": .organization, "P": .person, "L": .place, "A": .amount,
        ]
        guard let kind = inner.first.flatMap({ kinds[$0] }) else { return }
        let company = parts.count > 1 ? String(parts[1]) : kind == .company ? surface : nil
        self.kinds.append(kind)
        if kind != .amount {
            places.append("\(start)-\(text.utf8.count) \(kind)")
            companies.append(company)
        }
        lines.append(GoldArticle.line(start..<text.utf8.count, kind, surface, company))
    }
}
