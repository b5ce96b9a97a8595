/// A run of letters and digits in a text, with its folded form.
public struct FoldedWord: Equatable, Sendable {
    /// Where it stands, in UTF-8 bytes.
    public var range: Range<Int>
    /// Its folded form.
    public var folded: String

    /// The words of a text, in order.
    public static func words(of text: String) -> [FoldedWord] {
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
            if isPart(scalars[index]) {
                start = start ?? index
            } else {
                close(at: index)
            }
            index = scalars.index(after: index)
        }
        close(at: scalars.endIndex)
        return words
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
