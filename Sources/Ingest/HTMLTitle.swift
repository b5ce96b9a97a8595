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

    init(_ measures: HTMLMeasures, _ text: [UInt8], stated: [String], outlet: String?) {
        self.stated = stated.filter { !$0.isEmpty }
        self.outlet = outlet.map { Folding.fold($0) }
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
        if let found = tops.first(where: { top in titles.contains { HTMLTitle.isNear(top.text, $0) } }) {
            return found.index
        }
        if let found = candidates.first(where: { heading in stated.contains { Draft.isSame(heading.text, $0) } }) {
            return found.index
        }
        // One that says something else is a slogan or the section's name, unless it is long or stands in the article.
        return tops.first {
            !$0.isElsewhere && (titles.isEmpty || $0.isInside || $0.text.utf8.wordCount >= 3)
        }?.index
    }

    /// Whether half of the words of the shorter of two titles are in the other.
    private static func isNear(_ first: String, _ folded: String) -> Bool {
        let words = Set(Folding.fold(first).split { !$0.isLetter && !$0.isNumber })
        let others = Set(folded.split { !$0.isLetter && !$0.isNumber })
        let least = min(words.count, others.count)
        return least > 1 && words.intersection(others).count * 2 >= least
    }
}
