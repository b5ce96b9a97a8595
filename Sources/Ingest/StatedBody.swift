import Model

/// The text of an article as linked data state it, against which the text found on the page is checked.
struct StatedBody {
    /// Runs of three words, hashed.
    private var runs: Set<UInt64> = []
    private let text: String

    /// A body worth a check: a few sentences at least.
    init?(_ text: String?) {
        guard let text, text.utf8.count >= 300 else { return nil }
        self.text = text
        var plain = Array(text.utf8.prefix(1 << 20))
        if plain.contains(UInt8(ascii: "<")) || plain.contains(UInt8(ascii: "&")) {
            plain = HTMLArticle(HTMLDocument(plain)).writer.text
        }
        StatedBody.eachRun(plain[...]) { runs.insert($0) }
        guard runs.count >= 30 else { return nil }
    }

    /// How many runs of words the body has.
    var count: Int { runs.count }

    /// How many of a text's runs of three words are in the body, and how many it has.
    func matches(_ piece: ArraySlice<UInt8>) -> (found: Int, of: Int) {
        var found = 0
        var all = 0
        StatedBody.eachRun(piece) { run in
            all += 1
            if runs.contains(run) { found += 1 }
        }
        return (found, all)
    }

    /// The body as an article's draft; `nil` where it has no text.
    func draft() -> Draft? {
        let isMarkup = text.contains("</") || text.contains("<br") || text.contains("<p")
        let markup =
            isMarkup
            ? text
            : text.split(whereSeparator: \.isNewline).map { "<p>" + $0.replacing("<", with: "&lt;") + "</p>" }.joined()
        let draft = HTMLArticle(HTMLDocument(Array(markup.utf8))).draft(base: nil)
        return draft.blocks.isEmpty ? nil : draft
    }

    private static func eachRun(_ text: ArraySlice<UInt8>, _ take: (UInt64) -> Void) {
        var words: (UInt64, UInt64) = (0, 0)
        var count = 0
        var hash: UInt64 = 0
        func end() {
            guard hash != 0 else { return }
            count += 1
            if count >= 3 { take(words.0 &* 0x9E37_79B9_7F4A_7C15 ^ words.1 &* 0xC2B2_AE3D_27D4_EB4F ^ hash) }
            words = (words.1, hash)
            hash = 0
        }
        for byte in text {
            if byte.isLetter || byte.isDigit || byte >= 0x80 {
                hash = ((hash == 0 ? 0xCBF2_9CE4_8422_2325 : hash) ^ UInt64(byte.lowercased)) &* 0x100_0000_01B3
            } else {
                end()
            }
        }
        end()
    }
}
