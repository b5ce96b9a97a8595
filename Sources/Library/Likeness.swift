import Model

/// Whether two texts speak of the same: for doubtful cases only.
enum Likeness {
    /// Words shorter than this say nothing of what a text is about.
    private static let shortest = 3

    /// Whether two titles are the same or share a third of the words of the one that has fewer.
    static func areLike(_ one: String, _ other: String) -> Bool {
        let (first, second) = (words(of: one), words(of: other))
        guard !first.isEmpty, !second.isEmpty else { return Folding.fold(one) == Folding.fold(other) }
        return first.intersection(second).count * 3 >= min(first.count, second.count)
    }

    /// How many characters of a text are looked at.
    private static let length = 20_000

    private static func words(of text: String) -> Set<Substring> {
        Set(
            Folding.fold(text.prefix(length)).split { !$0.isLetter && !$0.isNumber }
                .filter { $0.utf8.count >= shortest })
    }
}
