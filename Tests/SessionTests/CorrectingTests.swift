import Controller
import Entities
import Library
import Model
import TestSupport
import Testing
import Views

@testable import rassegna

/// Corrections from the key to the library and back, without a terminal.
struct CorrectingTests {
    /// Walks to the first entity that the bottom line calls so.
    private func choose(_ text: String, in reader: inout SampleReader) throws {
        for _ in 0..<200 {
            try reader.type("]")
            if reader.rows.last?.contains(text) == true { return }
        }
        Issue.record("no entity “\(text)”")
    }

    private func names(_ reader: SampleReader, _ query: String) throws -> Set<ArticleID> {
        Set(try reader.library.page(PageRequest(query: Query.parse(query), limit: 100)).rows.map(\.id))
    }

    @Test func `what is not a company is one in no article, at once, and u brings everything back`() throws {
        var reader = try SampleReader()
        let before = try reader.library.page(PageRequest(limit: 100)).rows.compactMap {
            try reader.library.article($0.id)
        }
        try reader.type("/nvidia<Enter><Enter>")
        try choose("Nvidia · company", in: &reader)
        try reader.type("en")
        #expect(reader.screen.notice?.text.hasPrefix("“Nvidia” is not a name; ") == true)
        #expect(reader.screen.reader?.article.mentions.contains { $0.company == "Nvidia" } == false)
        for row in try reader.library.page(PageRequest(query: Query.parse("nvidia"), limit: 100)).rows {
            let article = try #require(try reader.library.article(row.id))
            #expect(!article.mentions.contains { article.text.surface($0.range) == "Nvidia" })
        }
        #expect(try reader.library.check() == [])
        try reader.type("u")
        #expect(reader.screen.notice?.text.hasPrefix("Undone: “Nvidia” is not a name") == true)
        #expect(reader.screen.reader?.article.companies.contains { $0.company == "Nvidia" } == true)
        try reader.type("u")
        for article in before {
            #expect(try reader.library.article(article.row.id) == article)
        }
        #expect(try reader.library.check() == [])
    }

    @Test func `a name that means another company leads there in every article, past and future`() throws {
        var reader = try SampleReader()
        let microsoft = try names(reader, "company:microsoft")
        try reader.type("/nvidia<Enter><Enter>")
        let nvidia = try names(reader, "company:nvidia")
        try choose("Nvidia · company", in: &reader)
        try reader.type("emmicrosof<Enter>")
        #expect(try names(reader, "company:microsoft") == microsoft.union(nvidia))
        #expect(reader.screen.reader?.article.companies.contains { $0.company == "Nvidia" } == false)
        let importer = Importer(library: reader.library, knowledge: Knowledge.shared)
        let future = try importer.annotation(of: "Oggi Nvidia presenta i conti.")
        #expect(future.companies.map(\.company) == ["Microsoft"])
    }

    @Test func `a company that is the same as another is found under both names`() throws {
        let knowledge = Knowledge()
        let library = try Library.inMemory(
            now: { .testNow }, resolve: { knowledge.companies(meaning: $0) })
        _ = try Importer(library: library, knowledge: knowledge).addSamples()
        var reader = SampleReader(library: library, knowledge: knowledge)
        let (nvidia, intel) = (try names(reader, "company:nvidia"), try names(reader, "company:oracle"))
        try reader.type("/nvidia<Enter><Enter>")
        try choose("Nvidia · company", in: &reader)
        try reader.type("esoracle<Enter>")
        #expect(try names(reader, "company:nvidia") == nvidia.union(intel))
        #expect(try names(reader, "company:oracle") == nvidia.union(intel))
        try reader.type("cnvid")
        guard case .picker(let picker) = reader.screen.overlay else {
            Issue.record("no picker")
            return
        }
        #expect(picker.choices.first?.row.name == "Oracle")
    }

    @Test func `a library that is closed in the middle of re-reading is finished by the next program`() throws {
        let library = try SampleReader.library()
        var first = Rereading(library: library, knowledge: .shared)
        try first.begin()
        try library.correct([Correction("Microsoft", .means("Oracle")), Correction("!", .notAName)])
        try first.begin()
        // One batch, as if the program were killed after it.
        while let step = try first.step(), step.done == 0 {}
        let left = try library.staleCount(
            knowledge: Knowledge.shared.recogniser(library.correctionsInForce()).knowledge)
        #expect(left > 0 && left < 28)
        var second = Rereading(library: library, knowledge: .shared)
        #expect(try second.finish() == left)
        #expect(try second.finish() == 0)
        #expect(try library.check() == [])
    }

    @Test func `only the articles that a correction can reach are read again`() throws {
        let library = try SampleReader.library()
        var rereading = Rereading(library: library, knowledge: .shared)
        #expect(try rereading.finish() == 0)
        try library.correct([Correction("Nvidia", .notAName)])
        let reached = try library.count(.text(TextTerm("nvidia", .word))).total
        #expect(reached > 0 && reached < 28)
        #expect(try rereading.finish() == reached)
        try library.undo()
        #expect(try rereading.finish() == reached)
        #expect(try library.company("Nvidia")?.articles ?? 0 > 0)
    }
}

extension String {
    /// The text of a range of UTF-8 bytes.
    fileprivate func surface(_ range: Range<Int>) -> String {
        String(decoding: Array(utf8)[range], as: UTF8.self)
    }
}

extension Importer {
    /// What a new article of this text would be found to hold.
    fileprivate func annotation(of text: String) throws -> Annotation {
        let article = ParsedArticle(
            file: "-", title: text, language: .italian, text: text, blocks: [Block(0..<text.utf8.count, .paragraph)])
        return knowledge.recogniser(try library.correctionsInForce()).annotate(article)
    }
}
