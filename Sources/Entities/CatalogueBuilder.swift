/// Compiles records into tables in one pass.
struct CatalogueBuilder {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var tokenizer: Tokenizer
    private var tokens: [Token] = []
    private var record: Int32 = -1
    private var headquarters = 0..<0
    private var parents: [(child: Int32, name: Range<Int>)] = []
    private(set) var names: NameTable
    private(set) var symbols = NameTable(words: 1024)
    private(set) var near = GuardWords()
    private(set) var notNear = GuardWords()
    private(set) var companyNames: [String] = []
    private(set) var records: [Int32] = []
    private(set) var checkedCount = 0
    private var listed: [RecordReader.Field] = []
    private var isPastChecked = false
    let lexicon = Lexicon()

    /// A builder over the bytes of the records.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        tokenizer = Tokenizer(bytes, lexicon)
        names = NameTable(words: bytes.count / 16)
    }

    /// Reads all records.
    mutating func read() throws(EntitiesError) {
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
        isPastChecked = true
        for field in listed { addListed(field) }
    }

    /// The companies that each company owns directly.
    func children() -> [[Int32]] {
        var children = [[Int32]](repeating: [], count: records.count)
        var tokenizer = tokenizer
        for (child, name) in parents {
            var tokens: [Token] = []
            tokenizer.append(name, to: &tokens)
            let owner = names.entries(of: tokens[...], bytes).first { entry in
                entry.role == .canonical && companyNames[Int(entry.record)].utf8.elementsEqual(bytes[name])
            }
            if let owner { children[Int(owner.record)].append(child) }
        }
        return children
    }

    private mutating func take(_ name: CatalogueField, _ field: RecordReader.Field) {
        switch name {
        case .sector, .country, .relation: break
        case .headquarters: headquarters = field.value
        case .parent: parents.append((record, field.value))
        case .near, .notNear: addGuards(name, field.value)
        case .company:
            record = Int32(records.count)
            records.append(Int32(field.name.lowerBound))
            headquarters = 0..<0
            addNames(.canonical, field.value)
        case .listed: listed.append(field)
        case .organization, .person, .place:
            record = -1
            addNames(name.role ?? .place, field.value)
        case .aliases, .units, .products, .people, .metonyms, .tickers: addNames(name.role ?? .alias, field.value)
        }
    }

    private mutating func addGuards(_ name: CatalogueField, _ list: Range<Int>) {
        ListItem.each(bytes, list) { item in
            tokens.removeAll(keepingCapacity: true)
            tokenizer.append(item.name, to: &tokens)
            if name == .near {
                near.insert(tokens[...], record: record)
            } else {
                notNear.insert(tokens[...], record: record)
            }
        }
    }

    private mutating func addNames(_ role: Entry.Role, _ list: Range<Int>) {
        var isFirst = true
        ListItem.each(bytes, list) { item in
            if role == .canonical, isFirst {
                companyNames.append(String(decoding: UnsafeBufferPointer(rebasing: bytes[item.name]), as: UTF8.self))
            }
            add(item, role, isFirst: isFirst)
            isFirst = false
        }
    }

    /// Adds a listed company, unless the hand-made records have its name; of its names those that they don't have.
    private mutating func addListed(_ field: RecordReader.Field) {
        let line = ListedLine(bytes, field.value)
        var isFirst = true
        var isLeftOut = false
        ListItem.each(bytes, line.names) { item in
            tokens.removeAll(keepingCapacity: true)
            tokenizer.append(item.name, to: &tokens)
            let isTaken = names.entries(of: tokens[...], bytes).contains { $0.role != .place && $0.role != .metonym }
            if isFirst {
                isLeftOut = isTaken
                isFirst = false
                guard !isTaken else { return }
                record = Int32(records.count)
                records.append(Int32(field.name.lowerBound))
                companyNames.append(String(decoding: UnsafeBufferPointer(rebasing: bytes[item.name]), as: UTF8.self))
                add(item, .canonical, isFirst: true)
            } else if !isLeftOut, !isTaken {
                add(item, .alias, isFirst: false)
            }
        }
        if !isLeftOut { addNames(.ticker, line.tickers) }
    }

    private mutating func add(_ item: ListItem, _ role: Entry.Role, isFirst: Bool) {
        tokens.removeAll(keepingCapacity: true)
        tokenizer.append(item.name, to: &tokens)
        if role == .metonym, tokens.count > 1, tokens[0].roles.contains(.function), !tokens[0].isCapital {
            tokens.removeFirst()
        }
        guard let last = tokens.last else { return }
        var entry = Entry(record: record, role: role, isFirst: isFirst)
        entry.start = Int32(item.name.lowerBound)
        entry.length = Int32(item.name.count)
        if item.has(UInt8(ascii: "e"), bytes) { entry.letterCase = .exact }
        if item.has(UInt8(ascii: "a"), bytes) { entry.letterCase = .any }
        entry.isWord = item.has(UInt8(ascii: "w"), bytes)
        entry.isHomonym = entry.isWord || item.has(UInt8(ascii: "h"), bytes)
        entry.isCapital = tokens.first { $0.hasLetters(bytes) }?.isCapital ?? false
        entry.endsWithStop = bytes[item.name.upperBound - 1] == UInt8(ascii: ".")
        entry.isListed = isPastChecked && record >= 0
        for (offset, token) in tokens.prefix(8).enumerated() where token.isCapital {
            entry.capitals |= 1 << UInt8(offset)
        }
        entry.isCity = role == .metonym && bytes[item.name].elementsEqual(bytes[headquarters])
        guard role != .ticker else { return addSymbol(entry) }
        names.insert(tokens[...], bytes, entry)
        if bytes[Int(last.start)] == UInt8(ascii: "!"), tokens.count > 1 {
            names.insert(tokens.dropLast(), bytes, entry)
        }
        if tokens.contains(where: { $0.gap == .dotSpace }) {
            for index in tokens.indices where tokens[index].gap == .dotSpace { tokens[index].gap = .space }
            names.insert(tokens[...], bytes, entry)
        }
    }

    /// Adds the part of `EXCHANGE:SYMBOL` after the colon.
    private mutating func addSymbol(_ entry: Entry) {
        guard tokens.count > 1 else { return }
        symbols.insert(tokens.dropFirst(), bytes, entry)
    }
}
