import Model

/// Public bodies named after their town (`Procura di Roma`, `Università degli Studi di Milano`).
struct Bodies {
    /// The text.
    let reading: Reading
    /// What was found with the catalogue.
    let known: Choices

    /// One organisation for each body with its town.
    func choices() -> [Choice] {
        reading.sections.enumerated().flatMap { number, section in
            section.words.compactMap { index in
                let token = reading.tokens[index]
                guard token.roles.contains(.body), token.isCapital, !section.isUpper else { return nil }
                return choice(index, section, number)
            }
        }
    }

    private func choice(_ head: Int, _ section: Reading.Section, _ number: Int) -> Choice? {
        guard let town = town(after: head, in: section) else { return nil }
        let words = head..<town.upperBound
        return Choice(
            words: words, name: words, range: reading.bytes(of: words), section: number, kind: .organization,
            evidence: .recognised, confidence: Confidence.recognised)
    }

    /// The words of the town after `di`, `of`, `degli Studi di` or `della Repubblica di`.
    private func town(after head: Int, in section: Reading.Section) -> Range<Int>? {
        var index = head + 1
        var joints = 0
        while index < section.words.upperBound, joints < 2 {
            let token = reading.tokens[index]
            guard token.roles.contains(.joint), token.gap == .space else { return nil }
            joints += 1
            index += 1
            guard index < section.words.upperBound else { return nil }
            let next = reading.tokens[index]
            guard next.gap == .space || next.gap == .apostrophe else { return nil }
            if Bodies.qualities.contains(next.hash) {
                index += 1
                continue
            }
            guard next.isCapital else { return nil }
            if let place = known.covering(index), place.kind == .place { return place.words }
            return index..<index + 1
        }
        return nil
    }

    private static let qualities = Set(["studi", "repubblica", "appello", "commercio"].map(WordHash.of))
}
