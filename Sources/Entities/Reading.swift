import Model

/// A text cut into words and blocks: what every stage after the tokenizer reads.
struct Reading {
    /// A block that is not furniture, with its words.
    struct Section {
        /// What the block is.
        var kind: Block.Kind
        /// Its bytes in the text.
        var range: Range<Int>
        /// Its words.
        var words: Range<Int>
        /// All its letters are capitals, so that case says nothing.
        var isUpper: Bool
        /// Most of its words have a capital, as in an English headline.
        var isTitleCase: Bool
    }

    /// The text.
    let bytes: UnsafeBufferPointer<UInt8>
    /// Its words, furniture left out.
    private(set) var tokens: [Token] = []
    /// Its blocks, furniture left out.
    private(set) var sections: [Section] = []
    /// The words of the first title, the first 60 of them.
    private(set) var title = 0..<0
    /// Whether numbers are written in the Italian way, with a decimal comma; `nil` where the language is unknown.
    let usesComma: Bool?

    /// Cuts a text into words.
    init(_ bytes: UnsafeBufferPointer<UInt8>, blocks: [Block], language: Language?, lexicon: Lexicon) {
        self.bytes = bytes
        usesComma = language.map { $0 != .english }
        tokens.reserveCapacity(bytes.count / 5)
        var tokenizer = Tokenizer(bytes, lexicon)
        for block in blocks where block.kind != .furniture {
            let range = block.range.clamped(to: 0..<bytes.count)
            let first = tokens.count
            tokenizer.append(range, to: &tokens)
            let words = first..<tokens.count
            guard !words.isEmpty else { continue }
            let section = section(block.kind, range, words)
            sections.append(section)
            if block.kind == .title, title.isEmpty { title = words.prefix(60) }
        }
    }

    private func section(_ kind: Block.Kind, _ range: Range<Int>, _ words: Range<Int>) -> Section {
        var (capital, upper, letters) = (0, 0, 0)
        for token in tokens[words] where token.shape.isDisjoint(with: [.digit, .mark]) {
            letters += 1
            capital += token.isCapital ? 1 : 0
            upper += token.shape.contains(.upper) ? 1 : 0
        }
        return Section(
            kind: kind, range: range, words: words, isUpper: letters > 1 && upper == letters,
            isTitleCase: letters > 3 && capital * 3 >= letters * 2)
    }

    /// Whether a word starts a sentence, so that its capital says nothing.
    func startsSentence(_ index: Int) -> Bool {
        switch tokens[index].gap {
        case .block, .sentence: true
        case .dotSpace: index == 0 || tokens[index - 1].length > 1
        default: false
        }
    }

    /// The word before, where it belongs to the same run of words.
    func before(_ index: Int) -> Token? {
        index > 0 && (tokens[index].gap.isLoose || tokens[index].gap == .apostrophe) ? tokens[index - 1] : nil
    }

    /// The word at an index, where it follows the one before with nothing but a space or hyphen between.
    func after(_ index: Int) -> Token? {
        index < tokens.count && tokens[index].gap.isLoose ? tokens[index] : nil
    }

    /// The words of the sentence around some words, at most 100 to each side.
    func sentence(around range: Range<Int>, in section: Section) -> Range<Int> {
        var (low, high) = (range.lowerBound, range.upperBound)
        let floor = max(section.words.lowerBound, low - 100)
        let ceiling = min(section.words.upperBound, high + 100)
        while low > floor, !startsSentence(low) { low -= 1 }
        while high < ceiling, !startsSentence(high) { high += 1 }
        return low..<high
    }

    /// The words of the paragraph around some words, at most 200 to each side so that cost stays linear.
    func paragraph(around range: Range<Int>, in section: Section) -> Range<Int> {
        let low = max(section.words.lowerBound, range.lowerBound - 200)
        return low..<max(low, min(section.words.upperBound, range.upperBound + 200))
    }

    /// The bytes from the first to the last of some words.
    func bytes(of words: Range<Int>) -> Range<Int> {
        Int(tokens[words.lowerBound].start)..<Int(tokens[words.upperBound - 1].end)
    }

    /// Some bytes of the text as a string.
    func text(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }

    /// Whether two words have the same folded letters.
    func sameLetters(_ left: Token, _ right: Token) -> Bool {
        guard left.hash == right.hash else { return false }
        var (one, other) = (FoldedBytes(bytes, left.range), FoldedBytes(bytes, right.range))
        while let byte = one.next() {
            guard other.next() == byte else { return false }
        }
        return other.next() == nil
    }
}
