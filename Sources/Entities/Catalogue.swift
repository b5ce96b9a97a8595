public import Model

/// What is known of companies, organisations, people and places, ready to be found in texts.
///
/// The format is `docs/catalogue.md`. Names are compiled on loading; a company's full record is read when asked for.
public struct Catalogue: Sendable {
    /// The records as they were given.
    let source: CatalogueSource
    /// Names of every kind; their letters stand in `source`.
    let names: NameTable
    /// Ticker symbols.
    let symbols: SymbolTable
    /// Common words, shared by the tokenizer and every rule.
    let lexicon: Lexicon
    /// Where each company's record starts in `source`, and where its name stands.
    private let records: [(start: Int32, name: CatalogueBuilder.Span)]
    /// How many of the companies were written down by hand; the listed ones follow them.
    private let checkedCount: Int
    /// The guards that texts have asked for.
    private let guards = GuardCache()
    /// The companies that name a parent, and where they name it.
    private let parents: [(child: Int32, name: CatalogueBuilder.Span)]

    /// Reads records, several files joined by an empty line, from bytes that last as long as the program.
    ///
    /// Throws at the first line that is no `Field: value`, names an unknown field, or stands outside a record;
    /// `problems(in:)` finds whatever else is wrong.
    public init(parsing bytes: @escaping @Sendable () -> UnsafeBufferPointer<UInt8>) throws(EntitiesError) {
        try self.init(.lasting(bytes))
    }

    /// Reads records from bytes that are copied.
    public init(parsing bytes: UnsafeBufferPointer<UInt8>) throws(EntitiesError) {
        try self.init(.owned(Array(bytes)))
    }

    /// Reads records from an array of bytes.
    public init(parsing bytes: [UInt8]) throws(EntitiesError) {
        try self.init(.owned(bytes))
    }

    /// Reads records from a string.
    public init(parsing text: String) throws(EntitiesError) {
        try self.init(parsing: Array(text.utf8))
    }

    private init(_ source: CatalogueSource) throws(EntitiesError) {
        let lexicon = Lexicon()
        let result = source.withBytes { bytes in
            Result { () throws(EntitiesError) in
                var builder = CatalogueBuilder(bytes, lexicon)
                try builder.read(source)
                return builder
            }
        }
        let builder = try result.get()
        self.source = source
        self.lexicon = lexicon
        names = builder.names
        symbols = builder.symbols
        records = builder.records
        checkedCount = builder.checkedCount
        parents = builder.parents
    }

    /// How many companies there are.
    var companyCount: Int { records.count }

    /// The canonical names of the companies, in the order of the records, the listed ones last; read anew at each call.
    public var companyNames: [String] {
        records.indices.map { companyName(Int32($0)) }
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
            found = fresh.flatMap { children(of: $0) }
        }
        return order.map { companyName($0) }
    }

    /// Whether the company of a number is a listed one.
    func isListed(_ record: Int32) -> Bool {
        Int(record) >= checkedCount
    }

    /// The canonical name of the company of a number.
    func companyName(_ record: Int32) -> String {
        source.withBytes { bytes in
            String(decoding: UnsafeBufferPointer(rebasing: bytes[records[Int(record)].name.range]), as: UTF8.self)
        }
    }

    /// The country of the company of a number, as a code of two letters; read anew at each call.
    func country(of record: Int32) -> String? {
        company(at: Int(record)).country
    }

    /// The guards of a company's homonyms.
    func guards(of record: Int32) -> Guards {
        guards.of(record) {
            source.withBytes { Guards(reading: $0, at: Int(records[Int(record)].start), lexicon) }
        }
    }

    /// The companies that a company owns directly.
    private func children(of record: Int32) -> [Int32] {
        source.withBytes { bytes in
            let name = bytes[records[Int(record)].name.range]
            return parents.lazy.filter { bytes[$0.name.range].elementsEqual(name) }.map(\.child)
        }
    }

    private func index(named name: String) -> Int32? {
        entries(named: name).first { $0.role == .canonical && companyName($0.record) == name }?.record
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
        source.withBytes { Company(reading: $0, at: Int(records[index].start)) }
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
            source.withBytes { String(decoding: UnsafeBufferPointer(rebasing: $0[entry.range]), as: UTF8.self) }
        }
    }
}

extension Catalogue {
    /// Whether others may well be called so, too: a homonym, or a short name beside the company's own.
    func isShared(_ entry: Entry, words: Int) -> Bool {
        entry.isHomonym || entry.role == .alias && words == 1 && entry.length <= 3
    }
}

extension NameTable {
    /// Whether a hand-made record has the name that the words make.
    func contains(_ tokens: ArraySlice<Token>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        entries(of: tokens, bytes).contains { !$0.isListed }
    }
}
