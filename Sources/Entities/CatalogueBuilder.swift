/// Compiles records into tables in one pass.
struct CatalogueBuilder {
    /// Where something stands in the bytes.
    struct Span {
        var start: Int32
        var end: Int32

        init(_ range: Range<Int>) {
            start = Int32(truncatingIfNeeded: range.lowerBound)
            end = Int32(truncatingIfNeeded: range.upperBound)
        }

        var range: Range<Int> { Int(start)..<Int(end) }
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private let scanner: NameScanner
    private var tokenizer: Tokenizer
    private var tokens: [Token] = []
    private var record: Int32 = -1
    private var headquarters = 0..<0
    /// The values of the lines of listed companies, which are read last, so that hand-made names win.
    private var listed: [Span] = []
    private var isListed = false
    private(set) var names: NameTable
    private(set) var symbols: SymbolTable
    /// Where the records of companies start, and where their names stand.
    private(set) var records: [(start: Int32, name: Span)] = []
    /// The companies that name a parent, and where they name it.
    private(set) var parents: [(child: Int32, name: Span)] = []
    private(set) var checkedCount = 0

    /// A builder over the bytes of the records.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ lexicon: Lexicon) {
        self.bytes = bytes
        scanner = NameScanner(bytes)
        tokenizer = Tokenizer(bytes, lexicon)
        names = NameTable(words: bytes.count / 24)
        symbols = SymbolTable(symbols: bytes.count / 128)
        records = Pages.room(for: bytes.count / 104)
        listed.reserveCapacity(bytes.count / 128)
    }

    /// Reads all records, whose bytes are those of a text.
    mutating func read(_ text: CatalogueSource) throws(EntitiesError) {
        var reader = RecordReader(bytes)
        var isInside = false
        while let line = reader.next() {
            switch line {
            case .blank: isInside = false
            case .comment: break
            case .broken: throw .catalogue(line: reader.line, reason: "is not `Field: value`")
            case .field(let field):
                guard let name = CatalogueField(bytes, field.name) else {
                    throw .catalogue(line: reader.line, reason: "has an unknown field")
                }
                guard isInside || name.startsRecord else {
                    throw .catalogue(line: reader.line, reason: "stands outside a record")
                }
                isInside = true
                take(name, field)
            }
        }
        checkedCount = records.count
        isListed = true
        for span in listed { addListed(span) }
        names.finish(text)
        symbols.finish(text)
    }

    private mutating func take(_ name: CatalogueField, _ field: RecordReader.Field) {
        switch name {
        case .sector, .country, .relation, .near, .notNear: break
        case .headquarters: headquarters = field.value
        case .parent: parents.append((record, Span(field.value)))
        case .company:
            addRecord(field.name.lowerBound, ListItem.first(bytes, field.value).name)
            headquarters = 0..<0
            addNames(.canonical, field.value)
        case .listed: listed.append(Span(field.name.lowerBound..<field.value.upperBound))
        case .organization, .person, .place:
            record = -1
            addNames(name.role ?? .place, field.value)
        case .aliases, .units, .products, .people, .metonyms, .tickers: addNames(name.role ?? .alias, field.value)
        }
    }

    private mutating func addRecord(_ start: Int, _ name: Range<Int>) {
        record = Int32(truncatingIfNeeded: records.count)
        records.append((Int32(truncatingIfNeeded: start), Span(name)))
    }

    private mutating func addNames(_ role: Entry.Role, _ list: Range<Int>) {
        var index = list.lowerBound
        while index < list.upperBound {
            while index < list.upperBound, bytes[index] == UInt8(ascii: " ") { index += 1 }
            let start = index
            var entry = Entry(record: record, role: role, isFirst: start == list.lowerBound)
            if let chain = read(&entry, from: &index, to: list.upperBound) {
                if role == .ticker { symbols.insert(chain, entry) } else { names.insert(chain, entry) }
            } else {
                let item = ListItem.first(bytes, start..<list.upperBound, next: &index)
                addRare(item, entry)
            }
        }
    }
}

extension CatalogueBuilder {
    /// Reads a name of plain letters with its tags, and goes on to the next one; `nil` where the tokenizer must read it.
    @inline(__always)
    private mutating func read(_ entry: inout Entry, from index: inout Int, to end: Int) -> UInt64? {
        let start = index
        var first = start
        if entry.role == .metonym { return nil }
        if entry.role == .ticker {
            while first < end, (bytes[first] | 0x20) &- 97 < 26 { first += 1 }
            guard first > start, first < end, bytes[first] == UInt8(ascii: ":") else { return nil }
            first += 1
        }
        let scanned =
            entry.role == .ticker
            ? scanner.name(from: first, to: end, in: &symbols) : scanner.name(from: first, to: end, in: &names)
        guard let scanned else { return nil }
        entry.start = Int32(truncatingIfNeeded: first)
        entry.length = Int32(truncatingIfNeeded: scanned.end - first)
        entry.isCapital = scanned.isCapital
        entry.capitals = scanned.capitals
        entry.endsWithStop = bytes[scanned.end - 1] == UInt8(ascii: ".")
        entry.isListed = isListed
        index = scanned.end
        while index < end, bytes[index] == UInt8(ascii: " ") { index += 1 }
        if index < end, bytes[index] == UInt8(ascii: "[") {
            let open = index + 1
            while index < end, bytes[index] != UInt8(ascii: "]") { index += 1 }
            tag(&entry, ListItem(name: start..<scanned.end, tags: open..<index))
            while index < end, bytes[index] != UInt8(ascii: ";") { index += 1 }
        }
        index += 1
        return scanned.chain
    }

    private func tag(_ entry: inout Entry, _ item: ListItem) {
        if item.has(UInt8(ascii: "e"), bytes) { entry.letterCase = .exact }
        if item.has(UInt8(ascii: "a"), bytes) { entry.letterCase = .any }
        entry.isWord = item.has(UInt8(ascii: "w"), bytes)
        entry.isHomonym = entry.isWord || item.has(UInt8(ascii: "h"), bytes)
    }

    /// Adds a name with signs in it, or with a second form, by way of the tokenizer.
    private mutating func addRare(_ item: ListItem, _ plain: Entry) {
        tokens.removeAll(keepingCapacity: true)
        tokenizer.append(item.name, to: &tokens)
        guard let entry = complete(plain, item), let last = tokens.last else { return }
        guard entry.role != .ticker else {
            if tokens.count > 1, let chain = symbols.chain(of: tokens.dropFirst()) { symbols.insert(chain, entry) }
            return
        }
        names.insert(tokens[...], entry)
        if bytes[Int(last.start)] == UInt8(ascii: "!"), tokens.count > 1 { names.insert(tokens.dropLast(), entry) }
        if tokens.contains(where: { $0.gap == .dotSpace }) {
            for index in tokens.indices where tokens[index].gap == .dotSpace { tokens[index].gap = .space }
            names.insert(tokens[...], entry)
        }
    }

    /// The entry of the name that was cut into `tokens`; the article before a metonym is dropped from these.
    private mutating func complete(_ plain: Entry, _ item: ListItem) -> Entry? {
        var entry = plain
        if entry.role == .metonym, tokens.count > 1, tokens[0].roles.contains(.function), !tokens[0].isCapital {
            tokens.removeFirst()
        }
        guard let first = tokens.first else { return nil }
        tag(&entry, item)
        let start = Int(entry.role == .ticker && tokens.count > 1 ? tokens[1].start : first.start)
        entry.start = Int32(truncatingIfNeeded: start)
        entry.length = Int32(truncatingIfNeeded: item.name.upperBound - start)
        entry.isCapital = tokens.first { $0.hasLetters(bytes) }?.isCapital ?? false
        for (offset, token) in tokens.prefix(8).enumerated() where token.isCapital {
            entry.capitals |= 1 << UInt8(offset)
        }
        entry.endsWithStop = bytes[item.name.upperBound - 1] == UInt8(ascii: ".")
        entry.isCity = entry.role == .metonym && bytes[item.name].elementsEqual(bytes[headquarters])
        entry.isListed = isListed
        return entry
    }
}

extension CatalogueBuilder {
    /// Adds a listed company, unless the hand-made records have its name; of its names those that they don't have.
    private mutating func addListed(_ span: Span) {
        let line = ListedLine(bytes, ListedLine.value(bytes, span.range))
        var index = line.names.lowerBound
        var role = Entry.Role.canonical
        while index < line.names.upperBound {
            while index < line.names.upperBound, bytes[index] == UInt8(ascii: " ") { index += 1 }
            let start = index
            var entry = Entry(record: record, role: role, isFirst: role == .canonical)
            var chain = read(&entry, from: &index, to: line.names.upperBound)
            if chain == nil {
                let item = ListItem.first(bytes, start..<line.names.upperBound, next: &index)
                tokens.removeAll(keepingCapacity: true)
                tokenizer.append(item.name, to: &tokens)
                guard let rare = complete(entry, item) else { return }
                entry = rare
                chain = names.chain(of: tokens[...])
            }
            let isKnown: Bool
            if let chain { isKnown = isTaken(chain) } else { isKnown = true }
            if role == .canonical {
                guard !isKnown else { return }
                addRecord(span.range.lowerBound, Int(entry.start)..<Int(entry.start + entry.length))
                role = .alias
            }
            entry.record = record
            if let chain, !isKnown { names.insert(chain, entry) }
        }
        addNames(.ticker, line.tickers)
    }

    /// Whether a name is that of a company, body or person already.
    private func isTaken(_ chain: UInt64) -> Bool {
        var head = names.head(chain)
        while head >= 0 {
            let entry = names.entries[Int(head)]
            if entry.role != .place, entry.role != .metonym { return true }
            head = entry.next
        }
        return false
    }
}
