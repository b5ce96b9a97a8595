import Model

/// Finds the heading on a page's face that is the title of its article.
///
/// What a reader takes for the title is mostly the heading of level 1, whatever the head says for search engines and
/// networks; the head tells which heading that is, where there are several or none of that level.
struct HTMLTitle {
    private let headings: [Heading]

    private struct Heading {
        var index: Int
        var level: Int
        var text: String
        var isElsewhere: Bool
        var isInside: Bool
    }

    private let stated: [String]
    private let outlet: String?
    /// The parts of the stated titles between bars and dashes, folded.
    private let parts: [String]
    private let firstParts: [String]

    init(_ measures: HTMLMeasures, _ text: [UInt8], stated: [String], outlet: String?) {
        self.stated = stated.filter { !$0.isEmpty }
        self.outlet = outlet.map { Folding.fold($0) }
        let split = self.stated.map { HTMLTitle.parts(of: $0).map { Folding.fold($0) } }
        parts = split.flatMap { $0 }
        firstParts = split.compactMap(\.first)
        var found: [Heading] = []
        for (index, piece) in measures.pieces.enumerated() where piece.level > 0 && piece.words <= 60 {
            guard found.count < 400 else { break }
            found.append(
                Heading(
                    index: index, level: piece.level, text: oneLine(text[piece.range]),
                    isElsewhere: measures.isSurrounding(piece.node), isInside: measures.isInArticle(piece.node)))
        }
        headings = found
    }

    /// The heading as the index of its piece; `nil` where none can be it.
    var heading: Int? {
        let candidates = headings.filter { outlet != Folding.fold($0.text) }
        let titles = stated.map { Folding.fold($0) }
        let equal = candidates.filter { titles.contains(Folding.fold($0.text)) }
        if let found = equal.first(where: { $0.level == 1 }) ?? equal.first { return found.index }
        let tops = candidates.filter { $0.level == 1 }
        let near = tops.first { top in titles.contains { HTMLTitle.isNear(top.text, $0) } }
        // A site's name is a part of its titles too: the first part is the article's, and the longest.
        let part = candidates.filter { $0.text.utf8.wordCount > 1 && firstParts.contains(Folding.fold($0.text)) }
            .max { $0.text.utf8.wordCount < $1.text.utf8.wordCount }
        if let part, near.map({ isPart($0, shorterThan: part) }) ?? true { return part.index }
        if let near { return near.index }
        if let found = candidates.first(where: { heading in stated.contains { Draft.isSame(heading.text, $0) } }) {
            return found.index
        }
        // One that says something else is a slogan or the section's name, unless it is long or stands in the article.
        return tops.first {
            let words = $0.text.utf8.wordCount
            return !$0.isElsewhere && (titles.isEmpty || words >= ($0.isInside ? 2 : 3))
        }?.index
    }

    private func isPart(_ heading: Heading, shorterThan other: Heading) -> Bool {
        let folded = Folding.fold(heading.text)
        return heading.text.utf8.wordCount < other.text.utf8.wordCount && parts.contains(folded)
            && !firstParts.contains(folded)
    }

    /// The parts of a title between bars, dashes and the like.
    private static func parts(of title: String) -> [String] {
        var bytes = Array(title.utf8)
        for mark in [" | ", " - ", " – ", " — ", " • ", " · ", " :: ", " » ", " « ", ": "] {
            let mark = Array(mark.utf8)
            var index = 0
            while index + mark.count <= bytes.count {
                if bytes[index...].starts(with: mark) {
                    bytes.replaceSubrange(index..<index + mark.count, with: [.newline])
                }
                index += 1
            }
        }
        let parts = bytes.split(separator: .newline)
        return parts.count > 1 ? parts.map { String(decoding: $0, as: UTF8.self) } : []
    }

    /// Whether half of the words of the shorter of two titles are in the other.
    private static func isNear(_ first: String, _ folded: String) -> Bool {
        let words = Set(Folding.fold(first).split { !$0.isLetter && !$0.isNumber })
        let others = Set(folded.split { !$0.isLetter && !$0.isNumber })
        let least = min(words.count, others.count)
        return least > 1 && words.intersection(others).count * 2 >= least
    }
}
