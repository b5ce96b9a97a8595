import Model

/// Copies of texts in the case of headlines, so that capitals are not all that is learned.
enum Recasing {
    /// How a copy is written.
    enum Style {
        /// `Apple Unveils a New Chip`: every word but the smallest with a capital.
        case title
        /// `APPLE UNVEILS A NEW CHIP`.
        case upper
    }

    private static let smallWords: Set<String> = [
        "a", "an", "the", "of", "in", "on", "for", "to", "and", "at", "by", "as", "but", "or", "nor", "with", "from",
        "vs",
        "di", "del", "della", "dei", "delle", "il", "la", "lo", "i", "gli", "le", "e", "a", "al", "alla", "da", "in",
        "per", "con",
        "su", "un", "una",
    ]

    /// A copy of each block of a text as a headline of its own, in one style; names stay where they are.
    static func copies(of marked: MarkedText, _ style: Style) -> [MarkedText] {
        marked.blocks.map { block in
            let bytes = Array(marked.text.utf8)[block.range]
            let original = String(decoding: bytes, as: UTF8.self)
            var copy = MarkedText()
            copy.text = style == .upper ? upper(original) : title(original)
            copy.blocks = [Block(0..<copy.text.utf8.count, .title)]
            copy.names = marked.names.filter { block.range.contains($0.range.lowerBound) }.map { name in
                let start = name.range.lowerBound - block.range.lowerBound
                return MarkedText.Name(range: start..<start + name.range.count, kind: name.kind)
            }
            return copy
        }
    }

    private static func upper(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(capital(scalar)) }
        return String(result)
    }

    private static func title(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var word = String.UnicodeScalarView()
        var isFirst = true
        func flush() {
            guard let head = word.first else { return }
            let small = !isFirst && smallWords.contains(String(word))
            if small {
                result.append(contentsOf: word)
            } else {
                result.append(capital(head))
                result.append(contentsOf: word.dropFirst())
            }
            isFirst = false
            word = String.UnicodeScalarView()
        }
        for scalar in text.unicodeScalars {
            if scalar.properties.isAlphabetic || scalar == "'" || scalar == "’" {
                word.append(scalar)
            } else {
                flush()
                result.append(scalar)
            }
        }
        flush()
        return String(result)
    }

    /// The capital of a letter, where it takes as many bytes.
    private static func capital(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let mapped = scalar.properties.uppercaseMapping.unicodeScalars
        guard mapped.count == 1, let capital = mapped.first, UTF8.width(capital) == UTF8.width(scalar) else {
            return scalar
        }
        return capital
    }
}
