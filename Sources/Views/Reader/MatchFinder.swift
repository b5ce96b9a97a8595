public import Model

/// Finds the words, prefixes and phrases of a search in a text, folded as the search itself folds them.
public struct MatchFinder: Sendable {
    /// A term as the folded words it consists of.
    private struct Pattern {
        var words: [String]
        var lastIsPrefix: Bool
    }

    private let patterns: [Pattern]

    /// A finder for the terms of a query.
    public init(_ terms: [TextTerm]) {
        patterns = terms.compactMap { term in
            let words = FoldedWord.words(of: term.text).map(\.folded)
            return words.isEmpty ? nil : Pattern(words: words, lastIsPrefix: term.form == .prefix)
        }
    }

    /// Where the terms stand in a text, in UTF-8 bytes, in order and not overlapping.
    ///
    /// Cost: the text's length times the number of terms.
    public func matches(in text: String) -> [Range<Int>] {
        guard !patterns.isEmpty else { return [] }
        let words = FoldedWord.words(of: text)
        var found: [Range<Int>] = []
        var index = 0
        while index < words.count {
            let lengths = patterns.lazy.filter { matches($0, words, at: index) }.map(\.words.count)
            if let length = lengths.max() {
                found.append(words[index].range.lowerBound..<words[index + length - 1].range.upperBound)
                index += length
            } else {
                index += 1
            }
        }
        return found
    }

    private func matches(_ pattern: Pattern, _ words: [FoldedWord], at start: Int) -> Bool {
        guard start + pattern.words.count <= words.count else { return false }
        for (offset, wanted) in pattern.words.enumerated() {
            let word = words[start + offset].folded
            let isLast = offset == pattern.words.count - 1
            guard word == wanted || (isLast && pattern.lastIsPrefix && word.hasPrefix(wanted)) else { return false }
        }
        return true
    }
}

/// A run of letters and digits in a text, with its folded form.
private struct FoldedWord {
    var range: Range<Int>
    var folded: String

    static func words(of text: String) -> [FoldedWord] {
        var words: [FoldedWord] = []
        var start: String.Index?
        // Distances in UTF-8 are one subtraction for native strings, so the whole stays linear.
        func offset(of index: String.Index) -> Int {
            text.utf8.distance(from: text.utf8.startIndex, to: index)
        }
        func close(at end: String.Index) {
            guard let from = start else { return }
            let range = offset(of: from)..<offset(of: end)
            words.append(FoldedWord(range: range, folded: Folding.fold(text[from..<end])))
            start = nil
        }
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        while index < scalars.endIndex {
            if isWordPart(scalars[index]) {
                start = start ?? index
            } else {
                close(at: index)
            }
            index = scalars.index(after: index)
        }
        close(at: scalars.endIndex)
        return words
    }

    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 {
            return (48...57).contains(scalar.value) || (97...122).contains(scalar.value | 32)
        }
        return scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
            || scalar.properties.numericType != nil
    }
}
