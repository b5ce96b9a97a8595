import Model

// What a title says, once it is known which heading it is.
extension HTMLTitle {
    /// The words of a heading without what stands beside the title in it: a line above it a date, the
    /// outlet's name.
    ///
    /// - `stated`: the titles that the head states of the article itself.
    static func words(of heading: String, stated: [String], outlet: String?) -> String {
        let folded = Folding.fold(heading)
        for title in stated where title.utf8.wordCount >= 3 {
            let other = Folding.fold(title)
            guard other.utf8.count * 5 >= folded.utf8.count * 2, other.utf8.count < folded.utf8.count else { continue }
            if folded.hasSuffix(other), isLineAbove(folded.utf8.dropLast(other.utf8.count)) { return title }
            if folded.hasPrefix(other), isLineBelow(folded.utf8.dropFirst(other.utf8.count)) { return title }
        }
        return HTMLMetadata.title(heading, without: outlet, isSure: heading.contains("|"))
    }

    /// Whether a title may begin after some words; after a colon it goes on.
    private static func isLineAbove(_ words: some BidirectionalCollection<UInt8>) -> Bool {
        guard let last = words.last(where: { $0 != .space }) else { return false }
        return last != UInt8(ascii: ":") && (words.last == .space || last.isDigit)
    }

    /// Whether a title may be over before some words: a date, or what stands after a bar.
    private static func isLineBelow(_ words: some BidirectionalCollection<UInt8>) -> Bool {
        guard words.first == .space, let first = words.first(where: { $0 != .space }) else { return false }
        return first.isDigit || first == UInt8(ascii: "|")
    }
}
