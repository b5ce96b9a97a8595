import Model

/// The words of a line, folded, as the tables of furniture compare them: numbers are `#`, a colon is a word of its own.
struct FurnitureWords {
    private let words: [Substring]
    private let isSpeech: Bool
    private let isCall: Bool

    init(_ line: some Collection<UInt8>) {
        let folded = Folding.fold(String(decoding: line, as: UTF8.self))
        words = FurnitureWords.words(of: folded)
        isSpeech =
            folded.unicodeScalars.first { $0.properties.isAlphabetic || "«\"“".unicodeScalars.contains($0) }
            .map { !$0.properties.isAlphabetic } ?? false
        isCall = folded.last == "!" || folded.last == ":"
    }

    /// What the words show.
    var sign: Furniture.Sign {
        guard let first = words.first, !isSpeech else { return .none }
        if first == "more", words.count <= 6, let last = words.last(where: { $0 != ":" }),
            ["stories", "articles", "news", "coverage", "reading", "posts"].contains(last)
        {
            return .opening
        }
        if let opening = openingSign(first) { return opening }
        if words.allSatisfy({ FurnitureTables.buttons.contains(String($0)) }) {
            return words.count { FurnitureTables.networks.contains(String($0)) } >= 2 || words.count >= 4
                ? .line : .button
        }
        if FurnitureTables.whole.contains(words.filter { $0 != "#" && $0 != ":" }.joined(separator: " ")) {
            return .opening
        }
        return words.indices.contains(where: isNotice) ? .line : .none
    }

    /// The sign of the phrase that the line begins with.
    private func openingSign(_ first: Substring) -> Furniture.Sign? {
        let key = String(first)
        if words.count <= 40, begins(with: FurnitureTables.labels[key]) { return .opening }
        if words.count <= 35, begins(with: FurnitureTables.calls[key]) { return .line }
        if words.count <= 20, FurnitureTables.follow.contains(key), words.contains(where: isNetwork) { return .line }
        if words.count <= 18, begins(with: FurnitureTables.offers[key]), isCall || words.contains(where: isAddress) {
            return .opening
        }
        return nil
    }

    private func begins(with phrases: [[Substring]]?) -> Bool {
        phrases?.contains { words.starts(with: $0) } ?? false
    }

    /// Whether a phrase that only notices have begins at a word.
    private func isNotice(at index: Int) -> Bool {
        guard let phrases = FurnitureTables.notices[String(words[index])] else { return false }
        return phrases.contains { words[index...].starts(with: $0) }
    }

    private func isNetwork(_ word: Substring) -> Bool {
        FurnitureTables.networks.contains(String(word))
    }

    /// Whether a word speaks to the reader or of a shop.
    private func isAddress(_ word: Substring) -> Bool {
        FurnitureTables.shopping.contains(String(word))
    }

    /// Letters and digits of ASCII in runs; the numbers as `#`, a colon after a word as `:`.
    private static func words(of folded: String) -> [Substring] {
        var words: [Substring] = []
        var rest = folded.utf8[...]
        while let start = rest.firstIndex(where: isPart) {
            let end = rest[start...].firstIndex { !isPart($0) } ?? rest.endIndex
            let word = rest[start..<end]
            if !word.allSatisfy(\.isDigit) {
                words.append(Substring(word))
            } else if words.last != "#" {
                words.append("#")
            }
            if end < rest.endIndex, rest[end] == UInt8(ascii: ":") { words.append(":") }
            rest = rest[end...]
        }
        return words
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit
    }
}
