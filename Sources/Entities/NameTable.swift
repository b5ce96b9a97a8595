/// Names by their words: one step of a hash table a word, whatever the number of names.
///
/// A trie in flat arrays (E. Fredkin, "Trie memory", CACM 3, 1960): an edge is a slot of one open-addressed table keyed
/// by node, separator and word hash, and it is followed only if the letters agree too.
struct NameTable {
    private struct Edge {
        var key: UInt64 = 0
        var node: Int32 = 0
        /// Where the letters start: a length byte, then the folded letters.
        var letters: Int32 = 0
    }

    private var edges: [Edge]
    private var used = 0
    private var shift: UInt64
    private var letters: [UInt8] = []
    /// The first entry of each node, -1 where no name ends.
    private var heads: [Int32] = [-1]
    private var filter = [UInt64](repeating: 0, count: 1024)
    /// What the names stand for.
    private(set) var entries: [Entry] = []

    /// An empty table with room for about so many words.
    init(words: Int) {
        var bits = 6
        while 1 << bits < words * 2 { bits += 1 }
        edges = Array(repeating: Edge(), count: 1 << bits)
        shift = UInt64(64 - bits)
        heads.reserveCapacity(words)
        entries.reserveCapacity(words)
        letters.reserveCapacity(words * 8)
    }

    /// The node from which every name starts.
    static let root: Int32 = 0

    private static func key(_ node: Int32, _ join: UInt64, _ hash: UInt32) -> UInt64 {
        UInt64(UInt32(bitPattern: node)) << 34 | join << 32 | UInt64(hash) | 1 << 63
    }

    @inline(__always)
    private func slot(_ key: UInt64) -> Int {
        Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    }

    /// Whether a name may start with a word; false for most words that start none.
    @inline(__always)
    func mayStart(_ hash: UInt32) -> Bool {
        filter[Int(hash >> 6 & 1023)] >> UInt64(hash & 63) & 1 == 1
    }

    /// The node after a word, `nil` where no name goes on like this.
    func step(
        _ node: Int32, _ join: UInt64, _ token: Token, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Int32? {
        let key = NameTable.key(node, join, token.hash)
        var index = slot(key)
        while edges[index].key != 0 {
            if edges[index].key == key, agrees(Int(edges[index].letters), bytes, token.range) {
                return edges[index].node
            }
            index = (index + 1) & (edges.count - 1)
        }
        return nil
    }

    /// Whether the letters kept at an offset are those of a word.
    private func agrees(_ offset: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        var folded = FoldedBytes(bytes, range)
        for index in offset + 1..<offset + 1 + Int(letters[offset]) {
            guard folded.next() == letters[index] else { return false }
        }
        return folded.next() == nil
    }

    /// The first of the entries whose name ends at a node, -1 for none; `Entry.next` gives the others.
    @inline(__always)
    func head(_ node: Int32) -> Int32 {
        heads[Int(node)]
    }

    /// The node of the name that the words make, `nil` for none.
    func node(_ tokens: ArraySlice<Token>, _ bytes: UnsafeBufferPointer<UInt8>) -> Int32? {
        var node = NameTable.root
        for token in tokens {
            let join: UInt64? = token.start == tokens.first?.start ? 0 : token.gap.join
            guard let join, let next = step(node, join, token, bytes) else { return nil }
            node = next
        }
        return node
    }

    /// Adds a name made of these words of `bytes`.
    mutating func insert(_ tokens: ArraySlice<Token>, _ bytes: UnsafeBufferPointer<UInt8>, _ entry: Entry) {
        guard let first = tokens.first else { return }
        filter[Int(first.hash >> 6 & 1023)] |= 1 << UInt64(first.hash & 63)
        var node = NameTable.root
        for (offset, token) in tokens.enumerated() {
            guard token.length < 128, let join = offset == 0 ? 0 : token.gap.join else { return }
            node = step(node, join, token, bytes) ?? grow(node, join, token, bytes)
        }
        var entry = entry
        entry.next = -1
        let added = Int32(entries.count)
        if heads[Int(node)] < 0 {
            heads[Int(node)] = added
        } else {
            var last = Int(heads[Int(node)])
            while entries[last].next >= 0 { last = Int(entries[last].next) }
            entries[last].next = added
        }
        entries.append(entry)
    }

    private mutating func grow(
        _ node: Int32, _ join: UInt64, _ token: Token, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Int32 {
        if used * 2 >= edges.count { widen() }
        let offset = Int32(letters.count)
        letters.append(0)
        var folded = FoldedBytes(bytes, token.range)
        while let byte = folded.next() { letters.append(byte) }
        letters[Int(offset)] = UInt8(truncatingIfNeeded: letters.count - Int(offset) - 1)
        let next = Int32(heads.count)
        heads.append(-1)
        place(Edge(key: NameTable.key(node, join, token.hash), node: next, letters: offset))
        used += 1
        return next
    }

    private mutating func place(_ edge: Edge) {
        var index = slot(edge.key)
        while edges[index].key != 0 { index = (index + 1) & (edges.count - 1) }
        edges[index] = edge
    }

    private mutating func widen() {
        let old = edges
        edges = Array(repeating: Edge(), count: old.count * 2)
        shift -= 1
        for edge in old where edge.key != 0 { place(edge) }
    }
}

/// What one name of a table stands for.
struct Entry {
    /// What a name is to its record, those first that win where several bear the same name.
    enum Role: UInt8 {
        case canonical, alias, unit, product, organization, person, metonym, place, ticker

        /// Whether it names the firm itself.
        var isFirm: Bool {
            self == .canonical || self == .alias || self == .unit
        }
    }

    /// How letters are compared.
    enum Case: UInt8 {
        case proper, exact, any
    }

    /// Whether its letters alone are no ground to believe it, and no guards of its own help: a legal form, its symbol in
    /// brackets, a corporate word beside it or a recogniser must agree.
    var needsAgreement: Bool { isListed && isHomonym }

    /// The company's number in the catalogue, -1 for what belongs to none.
    var record: Int32 = -1
    /// What the name is to its record.
    var role: Role = .canonical
    /// How letters are compared.
    var letterCase: Case = .proper
    /// The same letters mean something else too.
    var isHomonym = false
    /// What they mean else is a common word, that the press writes small.
    var isWord = false
    /// A name of a listed company that nobody checked by hand.
    var isListed = false
    /// Which of its first eight words have a capital, the first in the lowest bit.
    var capitals: UInt8 = 0
    /// The first of several names of its record, as that of a place.
    var isFirst = true
    /// Its first letter is a capital.
    var isCapital = true
    /// It is written with a full stop at its end.
    var endsWithStop = false
    /// A metonym that is the city of the company's head office.
    var isCity = false
    /// Where the name stands in the bytes that the table was made from.
    var start: Int32 = 0
    /// How many bytes the name has.
    var length: Int32 = 0
    /// The next entry of the same name, -1 for none.
    var next: Int32 = -1
}
