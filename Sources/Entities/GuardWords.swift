/// The guards of homonyms: a set of pairs of a record and a word or phrase.
struct GuardWords {
    private var slots = [UInt64](repeating: 0, count: 1 << 16)
    private var used = 0
    private var filter = [UInt64](repeating: 0, count: 1024)
    /// The most words that a phrase has.
    private var longest = 1

    /// Adds a word or phrase of a record.
    mutating func insert(_ tokens: ArraySlice<Token>, record: Int32) {
        guard let first = tokens.first else { return }
        longest = max(longest, tokens.count)
        filter[Int(first.hash >> 6 & 1023)] |= 1 << UInt64(first.hash & 63)
        if used * 2 >= slots.count {
            let old = slots
            slots = Array(repeating: 0, count: old.count * 2)
            for key in old where key != 0 { place(key) }
        }
        var chain: UInt64 = 0
        for token in tokens { chain = GuardWords.link(chain, token.hash) }
        place(GuardWords.key(chain, record))
        used += 1
    }

    private static func link(_ chain: UInt64, _ hash: UInt32) -> UInt64 {
        (chain ^ UInt64(hash)) &* 0x9E37_79B9_7F4A_7C15
    }

    private static func key(_ chain: UInt64, _ record: Int32) -> UInt64 {
        ((chain ^ UInt64(record + 1)) &* 0xD6E8_FEB8_6659_FD93) | 1
    }

    private func slot(_ key: UInt64) -> Int {
        var index = Int(key >> 32) & (slots.count - 1)
        while slots[index] != 0, slots[index] != key { index = (index + 1) & (slots.count - 1) }
        return index
    }

    private mutating func place(_ key: UInt64) {
        slots[slot(key)] = key
    }

    /// Whether a word or phrase of the record starts at any of these words, `except` left out.
    func stands(in range: Range<Int>, of tokens: [Token], except: Range<Int>, record: Int32) -> Bool {
        for index in range where !except.contains(index) {
            let hash = tokens[index].hash
            guard filter[Int(hash >> 6 & 1023)] >> UInt64(hash & 63) & 1 == 1 else { continue }
            var chain: UInt64 = 0
            for end in index..<min(index + longest, range.upperBound) {
                chain = GuardWords.link(chain, tokens[end].hash)
                if slots[slot(GuardWords.key(chain, record))] != 0 { return true }
            }
        }
        return false
    }
}
