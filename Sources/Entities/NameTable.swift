/// Names by their words: one step of a hash table a word, whatever the number of names.
///
/// A trie whose nodes are hashes of all the words up to them (as in S. Wu and U. Manber, "A fast algorithm for
/// multi-pattern searching", 1994, which looks hashes of prefixes up): a slot of one open-addressed table holds 40 bits of
/// the hash and the first name that ends there. Hashes that agree are not enough: a text is taken for a name only if the
/// letters are the same too.
struct NameTable: WordChains {
    /// The hash of no word, from which every name starts.
    static let root: UInt64 = 0

    /// 40 bits of a hash, then 24 bits: 0 for an empty slot, 1 for words that only start names, else a name's number + 2.
    private var slots: [UInt64]
    private var used = 0
    private var shift: UInt64
    private var filter = [UInt64](repeating: 0, count: 2048)
    /// What the names stand for.
    private(set) var entries: [Entry] = []
    /// The bytes in which the names stand.
    private var source = CatalogueSource.owned([])

    /// An empty table with room for about so many words.
    init(words: Int) {
        var bits = 6
        while 1 << bits < words * 2 { bits += 1 }
        slots = Pages.array(repeating: 0, count: 1 << bits)
        shift = UInt64(64 - bits)
        entries = Pages.room(for: words * 4 / 5)
    }

    /// Ends a table: its letters stand in these bytes.
    mutating func finish(_ source: CatalogueSource) {
        self.source = source
    }

    /// The hash of a chain of words and one more.
    @inline(__always)
    static func link(_ chain: UInt64, _ join: UInt64, _ hash: UInt32) -> UInt64 {
        let mixed = (chain ^ (join << 32 | UInt64(hash))) &* 0x9E37_79B9_7F4A_7C15
        return mixed ^ mixed >> 32
    }

    /// Whether a name may start with a word; false for most words that start none.
    @inline(__always)
    func mayStart(_ hash: UInt32) -> Bool {
        filter[Int(hash >> 6 & 2047)] >> UInt64(hash & 63) & 1 == 1
    }

    /// The slot of a chain of words, or the empty one where it would stand.
    @inline(__always)
    private func slot(_ chain: UInt64) -> Int {
        var index = Int(truncatingIfNeeded: chain >> shift)
        while slots[index] != 0, (slots[index] ^ chain) >> 24 != 0 { index = (index + 1) & (slots.count - 1) }
        return index
    }

    /// One word further: the chain of words, and the first name that may end there, -1 for none.
    ///
    /// `nil` where no name goes on like this.
    @inline(__always)
    func step(_ chain: UInt64, _ join: UInt64, _ hash: UInt32) -> (chain: UInt64, head: Int32)? {
        let next = NameTable.link(chain, join, hash)
        let found = slots[slot(next)]
        return found == 0 ? nil : (next, Int32(truncatingIfNeeded: found & 0xFF_FFFF) - 2)
    }

    /// The first name that ends with a chain of words of this very table, -1 for none.
    func head(_ chain: UInt64) -> Int32 {
        max(-1, Int32(truncatingIfNeeded: slots[slot(chain)] & 0xFF_FFFF) - 2)
    }

    /// Whether the words have the letters of a name.
    func agrees(_ head: Int32, _ tokens: ArraySlice<Token>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        entries[Int(head)].agrees(tokens, bytes, in: source)
    }

    /// All entries of the name that the words make.
    func entries(of tokens: ArraySlice<Token>, _ bytes: UnsafeBufferPointer<UInt8>) -> [Entry] {
        var chain = NameTable.root
        var head: Int32 = -1
        for token in tokens {
            let join: UInt64? = token.start == tokens.first?.start ? 0 : token.gap.join
            guard let join, let next = step(chain, join, token.hash) else { return [] }
            (chain, head) = next
        }
        guard head >= 0, agrees(head, tokens, bytes) else { return [] }
        var found: [Entry] = []
        while head >= 0 {
            found.append(entries[Int(head)])
            head = entries[Int(head)].next
        }
        return found
    }
}

extension NameTable {
    /// Adds a name made of these words.
    mutating func insert(_ tokens: ArraySlice<Token>, _ entry: Entry) {
        if let chain = chain(of: tokens) { insert(chain, entry) }
    }

    /// The chain of these words, made where it is missing; `nil` where something stands between that no name contains.
    mutating func chain(of tokens: ArraySlice<Token>) -> UInt64? {
        guard let first = tokens.first else { return nil }
        var chain = NameTable.root
        for token in tokens {
            guard let join = token.start == first.start ? 0 : token.gap.join else { return nil }
            chain = grow(chain, join, token.hash)
        }
        return chain
    }

    /// Adds a name that ends with a chain of words that `grow` gave.
    mutating func insert(_ chain: UInt64, _ entry: Entry) {
        precondition(entries.count < 0xFF_FFF0, "a table has fewer than 16 million names")
        let added = Int32(truncatingIfNeeded: entries.count)
        let index = slot(chain)
        let found = slots[index]
        let head = Int32(truncatingIfNeeded: found & 0xFF_FFFF) - 2
        if head < 0 {
            slots[index] = found & ~0xFF_FFFF | UInt64(added + 2)
        } else {
            var last = Int(head)
            while entries[last].next >= 0 { last = Int(entries[last].next) }
            entries[last].next = added
        }
        entries.append(entry)
    }

    /// The chain that is one word longer, made where it is missing.
    @inline(__always)
    mutating func grow(_ chain: UInt64, _ join: UInt64, _ hash: UInt32) -> UInt64 {
        if chain == NameTable.root {
            let index = Int(hash >> 6 & 2047)
            filter[index] = filter[index] | 1 << UInt64(hash & 63)
        }
        let next = NameTable.link(chain, join, hash)
        let index = slot(next)
        guard slots[index] == 0 else { return next }
        slots[index] = next & ~0xFF_FFFF | 1
        used += 1
        if used * 2 > slots.count { widen() }
        return next
    }

    private mutating func widen() {
        let old = slots
        slots = Array(repeating: 0, count: old.count * 2)
        shift -= 1
        for kept in old where kept != 0 { slots[slot(kept)] = kept }
    }
}
