internal import Synchronization

/// The words of one guard of a company's homonyms, such as its `Near` field.
struct GuardWords: Sendable {
    /// The chains of words that phrases make, each with a bit in `filter` for its first word.
    private var chains: [UInt64] = []
    private var filter: UInt64 = 0
    /// The most words that a phrase has.
    private var longest = 1

    /// Adds the words and phrases of a list with `;` between.
    mutating func insert(list tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>) {
        chains.reserveCapacity(tokens.count)
        var first = 0
        for index in tokens.indices.dropFirst() where tokens[index].gap.join == nil {
            let gap = Int(tokens[index - 1].end)..<Int(tokens[index].start)
            guard bytes[gap].contains(UInt8(ascii: ";")) else { continue }
            insert(tokens[first..<index])
            first = index
        }
        insert(tokens[first...])
    }

    /// Adds a word or phrase.
    private mutating func insert(_ tokens: ArraySlice<Token>) {
        guard let first = tokens.first else { return }
        longest = max(longest, tokens.count)
        filter |= GuardWords.bit(first.hash)
        chains.append(tokens.reduce(0) { GuardWords.link($0, $1.hash) })
    }

    private static func link(_ chain: UInt64, _ hash: UInt32) -> UInt64 {
        (chain ^ UInt64(hash)) &* 0x9E37_79B9_7F4A_7C15
    }

    private static func bit(_ hash: UInt32) -> UInt64 {
        1 << UInt64(hash & 63)
    }

    /// Whether a word or phrase starts at any of these words, `except` left out.
    func stands(in range: Range<Int>, of tokens: [Token], except: Range<Int>) -> Bool {
        guard filter != 0 else { return false }
        for index in range where !except.contains(index) {
            let hash = tokens[index].hash
            guard filter & GuardWords.bit(hash) != 0 else { continue }
            var chain: UInt64 = 0
            for end in index..<min(index + longest, range.upperBound) {
                chain = GuardWords.link(chain, tokens[end].hash)
                if chains.contains(chain) { return true }
            }
        }
        return false
    }
}

/// Both guards of a company, read from its record when a text first needs them.
struct Guards: Sendable {
    /// The words of which one must stand near a homonym.
    private(set) var near = GuardWords()
    /// The words that must not stand in its sentence.
    private(set) var notNear = GuardWords()

    /// The guards of the record that starts at a byte offset.
    init(reading bytes: UnsafeBufferPointer<UInt8>, at offset: Int, _ lexicon: Lexicon) {
        var reader = RecordReader(bytes, at: offset)
        var tokenizer = Tokenizer(bytes, lexicon)
        var tokens: [Token] = []
        var isFirst = true
        while let line = reader.next() {
            if case .comment = line { continue }
            guard case .field(let field) = line, let name = CatalogueField(bytes, field.name),
                isFirst || !name.startsRecord
            else { return }
            isFirst = false
            guard name == .near || name == .notNear else { continue }
            tokens.removeAll(keepingCapacity: true)
            tokenizer.append(field.value, to: &tokens)
            if name == .near { near.insert(list: tokens, bytes) } else { notNear.insert(list: tokens, bytes) }
        }
    }
}

/// The guards of the companies whose homonyms texts have held so far: to read them all would double the time of loading.
final class GuardCache: Sendable {
    private let known = Mutex<[Int32: Guards]>([:])

    /// The guards of a company, read by `read` at first.
    func of(_ record: Int32, _ read: () -> Guards) -> Guards {
        if let guards = known.withLock({ $0[record] }) { return guards }
        let guards = read()
        known.withLock { $0[record] = guards }
        return guards
    }
}
