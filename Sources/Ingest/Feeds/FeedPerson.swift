/// Who wrote something, as feeds put it.
enum FeedPerson {
    /// The name in a text such as `Ada Neri`, `ada@example.it (Ada Neri)`, `Ada Neri <ada@example.it>` or, where there is
    /// no more, `ada@example.it`; `nil` where there is none.
    static func name(in text: String) -> String? {
        let whole = trimmed(text)
        guard !whole.isEmpty else { return nil }
        guard whole.contains("@"), let address = address(in: whole) else { return whole }
        var rest = String(whole[..<address.lowerBound]) + String(whole[address.upperBound...])
        for pair in ["()", "<>", "[]", "&lt;&gt;"] {
            while let range = rest.firstRange(of: pair) { rest.removeSubrange(range) }
        }
        rest = trimmed(rest)
        if rest.first == "(", rest.last == ")" { rest = trimmed(String(rest.dropFirst().dropLast())) }
        if rest.hasPrefix("mailto:") { rest = trimmed(String(rest.dropFirst(7))) }
        return rest.isEmpty ? String(whole[address]) : rest
    }

    /// Several names as one line, each once.
    static func joined(_ names: [String]) -> String? {
        var unique: [String] = []
        for name in names where !unique.contains(name) && unique.count < 50 { unique.append(name) }
        return unique.isEmpty ? nil : unique.joined(separator: ", ")
    }

    /// The first word that is an address of mail: letters, `@`, a name with a dot.
    private static func address(in text: String) -> Range<String.Index>? {
        guard let at = text.firstIndex(of: "@") else { return nil }
        func isPart(_ letter: Character) -> Bool {
            letter.isASCII && (letter.isLetter || letter.isNumber || "._+-".contains(letter))
        }
        var start = at
        while start > text.startIndex, isPart(text[text.index(before: start)]) { start = text.index(before: start) }
        var end = text.index(after: at)
        while end < text.endIndex, isPart(text[end]) { end = text.index(after: end) }
        let host = text[text.index(after: at)..<end]
        return start < at && host.contains(".") ? start..<end : nil
    }

    private static func trimmed(_ text: String) -> String {
        oneLine(text.utf8)
    }
}
