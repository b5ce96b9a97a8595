public import Model

/// An article as a line of JSON, the form in which `rassegna export jsonl` prints it and `rassegna parse` does (docs/commands.md).
public struct ArticleLine: Equatable, Sendable {
    /// The article.
    public var article: ParsedArticle
    /// Whether the line says that it was read.
    public var isRead: Bool
    /// Whether the line says that it was starred.
    public var isStarred: Bool

    /// Why a line is no article.
    public struct Problem: Error, Equatable, Sendable {
        /// The reason, to stand after the line's number.
        public var reason: String
    }

    /// The article of a line in UTF-8.
    ///
    /// A title or a text is enough. Blocks and links count in Unicode scalars; where a text has no blocks, or they are not those
    /// of this text, it is taken apart as a plain text is.
    ///
    /// - Parameters:
    ///   - file: The file as the user named it.
    ///   - index: The line's place in it, from 0.
    public init(_ line: [UInt8], file: String, index: Int) throws(Problem) {
        guard let object = JSONValue(line), case .object = object else { throw Problem(reason: "is no JSON object") }
        if let version = object["version"]?.text, version.contains("jsonfeed.org") {
            throw Problem(reason: "is a JSON Feed; rassegna add takes feeds")
        }
        let fields = Fields(object)
        guard let text = fields.text ?? fields.facts.title else {
            throw Problem(reason: "has neither “title” nor “text”")
        }
        let bytes = Array(text.utf8)
        if let blocks = fields.blocks(of: bytes), let title = fields.facts.title {
            article =
                ParsedArticle(
                    file: file, index: index, identifier: fields.facts.identifier, title: title, url: fields.facts.url,
                    author: fields.facts.author, published: fields.facts.published,
                    language: fields.facts.language ?? LanguageGuess.language(of: bytes), outlet: fields.facts.outlet,
                    text: text, blocks: blocks, links: fields.links(of: bytes)
                ).withShortNames
        } else {
            var draft = textDraft(bytes)
            draft.facts = fields.facts.filled(from: draft.facts)
            do throws(IngestError) {
                article = try completed(draft, file: file, given: Facts())
            } catch {
                throw Problem(reason: "\(error)")
            }
            article.index = index
        }
        (isRead, isStarred) = (object["read"] == .bool(true), object["starred"] == .bool(true))
    }
}

/// The members of a line's object that count.
private struct Fields {
    private let object: JSONValue
    let text: String?
    let facts: Facts

    init(_ object: JSONValue) {
        self.object = object
        // A text of blanks is none.
        text = object["text"]?.text.flatMap { $0.contains { !$0.isWhitespace } ? $0 : nil }
        var facts = Facts()
        func line(_ key: String) -> String? {
            guard case .string(let text)? = object[key] else { return nil }
            let line = oneLine(text.utf8)
            return line.isEmpty ? nil : line
        }
        // A number is the article's in the library that it came from, which says nothing in another one.
        (facts.identifier, facts.title, facts.author) = (line("id"), line("title"), line("author"))
        (facts.url, facts.outlet) = (line("url").flatMap { webAddress($0, base: nil) }, line("source"))
        facts.published = line("published").flatMap(DateText.moment)
        facts.language = line("language").map { Language($0) }
        self.facts = facts
    }

    /// The blocks of a text; `nil` where none are stated, or one cannot be.
    func blocks(of text: [UInt8]) -> [Block]? {
        guard let elements = object["blocks"]?.elements, !elements.isEmpty else { return nil }
        var offsets = ByteOffsets(text)
        var blocks: [Block] = []
        for element in elements {
            guard let kind = element["kind"]?.text.flatMap(Block.Kind.init), let range = offsets.range(of: element),
                range.lowerBound >= blocks.last?.range.upperBound ?? 0
            else { return nil }
            blocks.append(Block(range, kind))
        }
        return blocks
    }

    /// The links of a text that lead into the web.
    func links(of text: [UInt8]) -> [Link] {
        var offsets = ByteOffsets(text)
        var links: [Link] = []
        for element in object["links"]?.elements ?? [] {
            guard let address = element["url"]?.text.flatMap({ webAddress($0, base: nil) }),
                let range = offsets.range(of: element), range.lowerBound >= links.last?.range.upperBound ?? 0
            else { continue }
            links.append(Link(range, address))
        }
        return links
    }
}

/// Turns offsets in Unicode scalars into offsets in UTF-8 bytes, in one pass where they are asked for in rising order.
private struct ByteOffsets {
    private let text: [UInt8]
    private var byte = 0
    private var scalar = 0

    init(_ text: [UInt8]) {
        self.text = text
    }

    /// The bytes from `start` to `end` of an object; `nil` where there are none.
    mutating func range(of object: JSONValue) -> Range<Int>? {
        guard let start = object["start"]?.text.flatMap({ Int($0) }),
            let end = object["end"]?.text.flatMap({ Int($0) }),
            0 <= start, start < end, let lower = offset(start), let upper = offset(end)
        else { return nil }
        return lower..<upper
    }

    private mutating func offset(_ wanted: Int) -> Int? {
        if wanted < scalar { (byte, scalar) = (0, 0) }
        while scalar < wanted {
            guard byte < text.count else { return nil }
            byte += 1
            while byte < text.count, text[byte] & 0xC0 == 0x80 { byte += 1 }
            scalar += 1
        }
        return byte
    }
}
