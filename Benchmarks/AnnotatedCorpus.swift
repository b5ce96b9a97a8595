import Entities
import Ingest
import Model
import Resources

/// Articles of some 600 words without end that are annotated already: the paragraphs of the samples, each recognised once, and
/// invented companies of which a few are in many articles and most in few.
struct AnnotatedCorpus {
    /// A paragraph with the names in it.
    private struct Paragraph {
        var text: String
        var mentions: [Mention]
    }

    private let paragraphs: [Paragraph]
    /// Invented companies, the most frequent first.
    private let companies: [String]
    private let people: [String]
    /// How many articles there are each day.
    private let articlesADay: Int

    /// How many paragraphs an article has.
    private static let length = 14

    /// A corpus of three years.
    init(count: Int) throws {
        let annotator = Annotator(try Catalogue(parsing: catalogueText), model: try builtInModel())
        let reader = Reader()
        paragraphs = try (0..<rassegna_sample_count()).flatMap { index -> [Paragraph] in
            let file = rassegna_sample(index)
            let bytes = Array(UnsafeBufferPointer(start: file.bytes, count: file.size))
            return try reader.articles(in: bytes, named: String(cString: file.name)).flatMap { article in
                let bytes = Array(article.text.utf8)
                return article.blocks.filter { $0.kind == .paragraph }.map { block in
                    let text = String(decoding: bytes[block.range], as: UTF8.self)
                    let found = annotator.annotate(
                        text: text, blocks: [Block(0..<text.utf8.count, .paragraph)], language: article.language)
                    return Paragraph(text: text, mentions: found.mentions)
                }
            }
        }
        var dice = Dice(seed: 77)
        companies = (0..<400).map { _ in dice.word().capital + " " + dice.word().capital }
        people = (0..<2000).map { _ in dice.word().capital + " " + dice.word().capital }
        articlesADay = max(1, count / 1095)
    }

    /// The article of a number, from 0; the higher the number, the older the article.
    func article(_ number: Int) -> (ParsedArticle, Annotation) {
        var dice = Dice(seed: UInt64(number))
        var draft = Writer(title: "\(dice.word().capital) \(dice.word()) e \(dice.word())")
        for place in 0..<AnnotatedCorpus.length {
            let paragraph = paragraphs[dice.roll(paragraphs.count)]
            // The samples are full of names; an article of a newspaper has half as many.
            draft.begin(paragraph.text + " " + dice.sentence(), place % 2 == 0 ? paragraph.mentions : [])
            if place % 4 == 0 {
                // Of n companies the first is drawn most often: by a harmonic distribution.
                let one = companies[harmonic(&dice, companies.count)]
                draft.add(one, .company, company: one)
                if place == 4 {
                    let other = companies[harmonic(&dice, companies.count)]
                    draft.add(other, .company, company: other)
                }
            } else if place % 4 == 1 {
                draft.add(people[dice.roll(people.count)], .person)
            }
            if place == 3, number % 4 != 0 { draft.add("Verdemare", nil) }
            if place == 5, number % 400 == 7 { draft.add("Quarzifoglio", nil) }
        }
        let minutes = Int64(number) * 1440 / Int64(articlesADay)
        let article = ParsedArticle(
            file: "\(number).md", title: draft.title, author: people[dice.roll(60)],
            published: Timestamp(seconds: 1_795_000_000 - 60 * minutes), language: number % 5 < 3 ? .italian : .english,
            outlet: "Testata \(harmonic(&dice, 80))", text: draft.text, blocks: draft.blocks)
        return (article, draft.annotation)
    }

    private func harmonic(_ dice: inout Dice, _ count: Int) -> Int {
        // Rolling within what was rolled leans to the front as a harmonic distribution does.
        dice.roll(1 + dice.roll(count))
    }
}

/// Writes an article paragraph by paragraph, with its names.
private struct Writer {
    let title: String
    private(set) var text: String
    private(set) var blocks: [Block]
    private var mentions: [Mention] = []

    init(title: String) {
        self.title = title
        text = title
        blocks = [Block(0..<title.utf8.count, .title)]
    }

    mutating func begin(_ paragraph: String, _ found: [Mention]) {
        text += "\n\n"
        let start = text.utf8.count
        text += paragraph
        blocks.append(Block(start..<text.utf8.count, .paragraph))
        for mention in found {
            var copy = mention
            copy.range = (mention.range.lowerBound + start)..<(mention.range.upperBound + start)
            mentions.append(copy)
        }
    }

    /// Adds a sentence of one word or name to the last paragraph.
    mutating func add(_ name: String, _ kind: Mention.Kind?, company: String? = nil) {
        text += " "
        let start = text.utf8.count
        text += name
        if let kind { mentions.append(Mention(start..<text.utf8.count, kind, company: company, evidence: .recognised)) }
        text += "."
        blocks[blocks.count - 1].range = blocks[blocks.count - 1].range.lowerBound..<text.utf8.count
    }

    var annotation: Annotation {
        let counts = Dictionary(grouping: mentions.compactMap(\.company)) { $0 }.mapValues(\.count)
        let companies = counts.map {
            Appearance(
                company: $0.key, salience: $0.value > 2 ? .about : $0.value > 1 ? .mentioned : .passing,
                mentions: $0.value)
        }
        return Annotation(
            mentions: mentions,
            companies: companies.sorted {
                ($1.salience, $1.mentions, $0.company) < ($0.salience, $0.mentions, $1.company)
            })
    }
}

extension String {
    fileprivate var capital: String { prefix(1).uppercased() + dropFirst() }
}
