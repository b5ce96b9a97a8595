/// Finds the terms of a search in a text, folded as the search itself folds them, other forms of plain words included.
public struct TermFinder: Sendable {
    /// A term as the folded words it consists of.
    private struct Pattern {
        var words: [String]
        var form: TextTerm.Form
        /// The words that are forms of the one word of a stemmed term.
        var forms: Set<String>

        init?(_ term: TextTerm) {
            words = FoldedWord.words(of: term.text).map(\.folded)
            guard let first = words.first else { return nil }
            form = term.form
            forms = term.isStemmed && words.count == 1 ? Set(Stem.forms(of: first)) : []
        }

        /// How many words match from a place on; 0 for none. Words that are near each other match one by one.
        func length(_ text: [FoldedWord], at start: Int) -> Int {
            if form == .near { return words.contains(text[start].folded) ? 1 : 0 }
            if !forms.isEmpty { return forms.contains(text[start].folded) ? 1 : 0 }
            guard start + words.count <= text.count else { return 0 }
            for (offset, wanted) in words.enumerated() {
                let word = text[start + offset].folded
                let isOpen = form == .prefix && offset == words.count - 1
                guard word == wanted || isOpen && word.hasPrefix(wanted) else { return 0 }
            }
            return words.count
        }

        /// Whether the words, each of them, stand in one stretch that is short enough.
        func areNear(_ text: [FoldedWord]) -> Bool {
            var last: [String: (start: Int, end: Int)] = [:]
            for (index, word) in text.enumerated() where words.contains(word.folded) {
                last[word.folded] = (index, index + 1)
                let starts = words.compactMap { last[$0]?.start }
                guard starts.count == words.count, let first = starts.min() else { continue }
                if index - first - 1 <= TextTerm.nearness { return true }
            }
            return false
        }
    }

    private let patterns: [Pattern]
    /// For terms of one plain word each.
    private let plain: PlainFinder?

    /// A finder for the terms of a query.
    public init(_ terms: [TextTerm]) {
        let patterns = terms.compactMap(Pattern.init)
        self.patterns = patterns
        let words = patterns.flatMap { pattern in
            (pattern.forms.isEmpty ? pattern.words : pattern.forms.sorted()).map {
                (folded: $0, isOpen: pattern.form == .prefix)
            }
        }
        plain = patterns.allSatisfy { $0.words.count == 1 } ? PlainFinder(words) : nil
    }

    /// Where the terms stand in a text, in UTF-8 bytes, in order and not overlapping.
    ///
    /// Cost: the text's length times the number of terms.
    public func matches(in text: String) -> [Range<Int>] {
        patterns.isEmpty ? [] : matches(in: FoldedWord.words(of: text))
    }

    /// The same in a text that is taken apart already.
    public func matches(in words: [FoldedWord]) -> [Range<Int>] {
        let patterns = patterns.filter { $0.form != .near || $0.areNear(words) }
        guard !patterns.isEmpty else { return [] }
        var found: [Range<Int>] = []
        var index = 0
        while index < words.count {
            let length = patterns.lazy.map { $0.length(words, at: index) }.max() ?? 0
            if length > 0 {
                found.append(words[index].range.lowerBound..<words[index + length - 1].range.upperBound)
            }
            index += max(1, length)
        }
        return found
    }

    /// Whether one of the terms stands in a text.
    public func finds(in text: String) -> Bool {
        plain?.finds(in: text) ?? finds(in: FoldedWord.words(of: text))
    }

    /// The same in a text that is taken apart already.
    public func finds(in words: [FoldedWord]) -> Bool {
        patterns.contains { pattern in
            pattern.form == .near
                ? pattern.areNear(words) : words.indices.contains { pattern.length(words, at: $0) > 0 }
        }
    }
}
