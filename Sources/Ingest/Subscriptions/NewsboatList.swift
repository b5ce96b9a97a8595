/// Reads newsboat's `urls`: a feed a line, its tags and `"~title"` after it.
///
/// ```
/// https://telaio.example/feed.xml economia "prime pagine" "~Il Telaio"
/// ```
enum NewsboatList {
    /// The bytes of a line beyond which it is none.
    private static let longest = 64 << 10

    /// The list in a decoded text; lines of feeds that newsboat makes by itself (`query:`, `exec:`, `filter:`) are skipped.
    static func list(in text: [UInt8]) -> SubscriptionList {
        var list = SubscriptionList()
        var places: [String: Int] = [:]
        for (number, line) in text.split(separator: .newline, omittingEmptySubsequences: false).enumerated() {
            guard line.count <= longest else {
                list.skipped.append("line \(number + 1): longer than \(longest >> 10) KB")
                continue
            }
            let words = words(of: line)
            guard let first = words.first, !first.hasPrefix("#") else { continue }
            guard let address = SubscriptionList.feedAddress(first) else {
                list.skipped.append("line \(number + 1): \(reason(first))")
                continue
            }
            var subscription = Subscription(address: address)
            for word in words.dropFirst() where !word.isEmpty {
                if word.hasPrefix("~") {
                    subscription.title = word.count > 1 ? String(word.dropFirst()) : nil
                } else if !word.hasPrefix("!"), !subscription.tags.contains(word) {
                    // A tag that begins with `!` only hides the feed.
                    subscription.tags.append(word)
                }
            }
            list.add(subscription, places: &places)
        }
        return list
    }

    private static func reason(_ word: String) -> String {
        for kind in ["query:", "exec:", "filter:"] where word.hasPrefix(kind) {
            return "\(kind) feeds are made by newsboat itself"
        }
        return "no address of the web: \(word.prefix(100))"
    }

    /// The words of a line, those in quotes as one; a comment ends it.
    private static func words(of line: ArraySlice<UInt8>) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        var isQuoted = false
        var isOpen = false
        var rest = line[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\\"), isQuoted, let next = rest.popFirst() {
                word.append(next)
            } else if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
                isOpen = true
            } else if byte.isBlank, !isQuoted {
                if isOpen { words.append(oneLine(word)) }
                word = []
                isOpen = false
            } else if byte == UInt8(ascii: "#"), !isOpen, !words.isEmpty {
                break
            } else {
                word.append(byte)
                isOpen = true
            }
        }
        if isOpen { words.append(oneLine(word)) }
        return words
    }
}
