/// A run of letters and digits in a text, with its folded form.
public struct FoldedWord: Equatable, Sendable {
    /// Where it stands, in UTF-8 bytes.
    public var range: Range<Int>
    /// Its folded form.
    public var folded: String

    /// The words of a text, in order.
    public static func words(of text: String) -> [FoldedWord] {
        var words: [FoldedWord] = []
        _ = contains(in: text) { word in
            words.append(word)
            return false
        }
        return words
    }

    /// Whether something holds of one of the words of a text; those after the first such word are not looked at.
    public static func contains(in text: String, where holds: (FoldedWord) -> Bool) -> Bool {
        var start: String.Index?
        // Distances in UTF-8 are one subtraction for native strings, so the whole stays linear.
        func offset(of index: String.Index) -> Int {
            text.utf8.distance(from: text.utf8.startIndex, to: index)
        }
        func closes(at end: String.Index) -> Bool {
            guard let from = start else { return false }
            start = nil
            let range = offset(of: from)..<offset(of: end)
            return holds(FoldedWord(range: range, folded: Folding.fold(text[from..<end])))
        }
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        while index < scalars.endIndex {
            if isPart(scalars[index]) {
                start = start ?? index
            } else if closes(at: index) {
                return true
            }
            index = scalars.index(after: index)
        }
        return closes(at: scalars.endIndex)
    }

    /// Whether a scalar is part of a word.
    static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 {
            return (48...57).contains(scalar.value) || (97...122).contains(scalar.value | 32)
        }
        // A modifier apostrophe parts words as the others do.
        guard scalar != "ʼ" else { return false }
        return scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
            || scalar.properties.numericType != nil
    }
}
