public import Model

/// What is known of companies, organisations, people and places, ready to be found in texts.
///
/// The format is `docs/catalogue.md`. Names are compiled on loading; a company's full record is read when asked for.
public struct Catalogue: Sendable {
    /// The records as they were given.
    let source: [UInt8]
    /// Names of every kind; their letters stand in `source`.
    let names: NameTable
    /// Ticker symbols.
    let symbols: NameTable
    /// The `Near` words of homonyms.
    let near: GuardWords
    /// The `Not near` words of homonyms.
    let notNear: GuardWords
    /// The canonical names of the companies, in the order of the records.
    public let companyNames: [String]
    /// Common words, shared by the tokenizer and every rule.
    let lexicon: Lexicon
    /// Where each company's record starts in `source`.
    private let records: [Int32]
    /// How many of the companies were written down by hand; the listed ones follow them.
    private let checkedCount: Int
    /// The companies that each company owns directly.
    private let children: [[Int32]]

    /// Reads records, several files joined by an empty line.
    ///
    /// Throws at the first line that is no `Field: value`, names an unknown field, or stands outside a record;
    /// `problems(in:)` finds whatever else is wrong.
    public init(parsing bytes: UnsafeBufferPointer<UInt8>) throws(EntitiesError) {
        var builder = CatalogueBuilder(bytes)
        try builder.read()
        source = Array(bytes)
        names = builder.names
        symbols = builder.symbols
        near = builder.near
        notNear = builder.notNear
        companyNames = builder.companyNames
        lexicon = builder.lexicon
        records = builder.records
        checkedCount = builder.checkedCount
        children = builder.children()
    }

    /// Reads records from an array of bytes.
    public init(parsing bytes: [UInt8]) throws(EntitiesError) {
        let result: Result<Catalogue, EntitiesError> = bytes.withUnsafeBufferPointer { buffer in
            Result { () throws(EntitiesError) in try Catalogue(parsing: buffer) }
        }
        self = try result.get()
    }

    /// Reads records from a string.
    public init(parsing text: String) throws(EntitiesError) {
        try self.init(parsing: Array(text.utf8))
    }

    /// Every company with all its fields, read anew at each call.
    public var companies: [Company] {
        records.indices.map(company(at:))
    }

    /// The company of this canonical name, letter for letter.
    public func company(named name: String) -> Company? {
        index(named: name).map { company(at: Int($0)) }
    }

    /// Whether a company was taken over from lists of listed companies, and not checked by hand.
    public func isListed(_ name: String) -> Bool {
        index(named: name).map { isListed($0) } ?? false
    }

    /// The canonical names of the companies that a query's text means, with all that they own.
    ///
    /// The text is compared folded with canonical names, aliases, units, products, tickers and metonyms, and must be one
    /// of them from end to end: `"big g"` gives Google and its subsidiaries. The exact canonical name comes first.
    public func companies(meaning text: String) -> [String] {
        var found: [Int32] = []
        for entry in entries(named: text).sorted(by: { $0.role.rawValue < $1.role.rawValue }) where entry.record >= 0 {
            if entry.role != .person { found.append(entry.record) }
        }
        if let exact = index(named: text) { found.insert(exact, at: 0) }
        var seen: Set<Int32> = []
        var order: [Int32] = []
        while !found.isEmpty {
            let fresh = found.filter { seen.insert($0).inserted }
            order += fresh
            found = fresh.flatMap { children[Int($0)] }
        }
        return order.map { companyNames[Int($0)] }
    }

    /// Whether the company of a number is a listed one.
    func isListed(_ record: Int32) -> Bool {
        Int(record) >= checkedCount
    }

    private func index(named name: String) -> Int32? {
        entries(named: name).first { $0.role == .canonical && companyNames[Int($0.record)] == name }?.record
    }

    /// The entries whose whole name is the text, folded.
    private func entries(named text: String) -> [Entry] {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            var tokens: [Token] = []
            var tokenizer = Tokenizer(bytes, lexicon)
            tokenizer.append(bytes.indices, to: &tokens)
            return names.entries(of: tokens[...], bytes) + symbols.entries(of: tokens[...], bytes)
        }
    }

    private func company(at index: Int) -> Company {
        source.withUnsafeBufferPointer { Company(reading: $0, at: Int(records[index])) }
    }
}

extension Catalogue {
    /// The first names of all records of organisations.
    public var organizations: [String] { firstNames(.organization) }
    /// The first names of all records of people, those of companies left out.
    public var people: [String] { firstNames(.person) }
    /// The first names of all records of places.
    public var places: [String] { firstNames(.place) }

    private func firstNames(_ role: Entry.Role) -> [String] {
        names.entries.filter { $0.role == role && $0.isFirst && $0.record < 0 }.map { entry in
            String(decoding: source[Int(entry.start)..<Int(entry.start + entry.length)], as: UTF8.self)
        }
    }
}

extension NameTable {
    /// Whether a hand-made record has the name that the words make.
    func contains(_ tokens: ArraySlice<Token>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        entries(of: tokens, bytes).contains { !$0.isListed }
    }

    /// All entries of the name that the words make.
    func entries(of tokens: ArraySlice<Token>, _ bytes: UnsafeBufferPointer<UInt8>) -> [Entry] {
        guard !tokens.isEmpty, let node = node(tokens, bytes) else { return [] }
        var found: [Entry] = []
        var index = head(node)
        while index >= 0 {
            found.append(entries[Int(index)])
            index = entries[Int(index)].next
        }
        return found
    }
}
