/// Ticker symbols by their words.
///
/// Few texts ask for one, so that a search through all their hashes, in order and side by side, costs less than filling a
/// hash table that is loaded each time: a filter answers most questions, the search takes some microseconds.
struct SymbolTable: WordChains {
    private var hashes: [UInt32] = []
    private var entries: [Entry] = []
    private var filter = [UInt64](repeating: 0, count: 2048)
    private var source = CatalogueSource.owned([])

    /// An empty table with room for about so many symbols.
    init(symbols: Int) {
        hashes.reserveCapacity(symbols)
        entries = Pages.room(for: symbols)
    }

    /// Ends a table: its letters stand in these bytes.
    mutating func finish(_ source: CatalogueSource) {
        self.source = source
    }

    /// The chain that is one word longer.
    @inline(__always)
    func grow(_ chain: UInt64, _ join: UInt64, _ hash: UInt32) -> UInt64 {
        NameTable.link(chain, join, hash)
    }

    /// Adds a symbol that ends with a chain of words.
    mutating func insert(_ chain: UInt64, _ entry: Entry) {
        let hash = UInt32(truncatingIfNeeded: chain >> 32)
        let index = Int(hash >> 6 & 2047)
        filter[index] = filter[index] | 1 << UInt64(hash & 63)
        hashes.append(hash)
        entries.append(entry)
    }

    /// All entries of the symbol that the words make.
    func entries(of tokens: ArraySlice<Token>, _ bytes: UnsafeBufferPointer<UInt8>) -> [Entry] {
        guard let chain = chain(of: tokens) else { return [] }
        let hash = UInt32(truncatingIfNeeded: chain >> 32)
        guard filter[Int(hash >> 6 & 2047)] >> UInt64(hash & 63) & 1 == 1 else { return [] }
        return hashes.indices.lazy.filter { hashes[$0] == hash }.map { entries[$0] }.filter {
            $0.agrees(tokens, bytes, in: source)
        }
    }

    /// The chain of these words; `nil` where something stands between that no symbol contains.
    func chain(of tokens: ArraySlice<Token>) -> UInt64? {
        guard let first = tokens.first else { return nil }
        var chain = NameTable.root
        for token in tokens {
            guard let join = token.start == first.start ? 0 : token.gap.join else { return nil }
            chain = grow(chain, join, token.hash)
        }
        return chain
    }
}

/// What words are taken into, one after another.
protocol WordChains {
    /// The chain that is one word longer.
    mutating func grow(_ chain: UInt64, _ join: UInt64, _ hash: UInt32) -> UInt64
}
