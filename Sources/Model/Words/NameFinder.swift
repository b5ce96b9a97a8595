/// Finds names of companies in titles: as they are written, so that `meta` is not Meta and `eni` not ENI.
struct NameFinder: Sendable {
    private struct Name: Sendable {
        var text: String
        var words: [String]
        /// A name of capitals only is found in capitals only.
        var isCapitals: Bool
    }

    /// The names by their first word, the longest first.
    private let names: [String: [Name]]

    init(_ texts: [String]) {
        var names: [String: [Name]] = [:]
        for text in texts {
            let words = FoldedWord.words(of: text).map(\.folded)
            guard let first = words.first else { continue }
            let isCapitals = text.unicodeScalars.count <= 4 && !text.contains { $0.isLowercase }
            names[first, default: []].append(Name(text: text, words: words, isCapitals: isCapitals))
        }
        self.names = names.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }

    /// Where the names stand among the words of a text, in order and not overlapping.
    func matches(in words: [FoldedWord], of text: String) -> [Range<Int>] {
        guard !names.isEmpty else { return [] }
        var found: [Range<Int>] = []
        var index = 0
        while index < words.count {
            let name = names[words[index].folded]?.first { name in
                index + name.words.count <= words.count
                    && zip(name.words, words[index...]).allSatisfy { $0 == $1.folded }
                    && NameFinder.isWritten(text, words[index].range, as: name)
            }
            if let name {
                found.append(words[index].range.lowerBound..<words[index + name.words.count - 1].range.upperBound)
            }
            index += name?.words.count ?? 1
        }
        return found
    }

    /// Whether a word of a text is written as a name begins: with a capital where it has one.
    private static func isWritten(_ text: String, _ range: Range<Int>, as name: Name) -> Bool {
        let start = text.utf8.index(text.utf8.startIndex, offsetBy: range.lowerBound)
        let word = text[start..<text.utf8.index(start, offsetBy: range.count)]
        guard let first = word.first, let wanted = name.text.first(where: { $0.isLetter || $0.isNumber }) else {
            return false
        }
        if name.isCapitals { return !word.contains { $0.isLowercase } }
        return !wanted.isUppercase || first.isUppercase
    }
}
