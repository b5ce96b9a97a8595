import GRDB
import Model

/// The numbers of outlets and companies by name, new ones given as they are met.
struct NameWriter {
    private let db: Database
    private var outlets: [String: Int64] = [:]
    private var companies: [String: Int64] = [:]

    init(_ db: Database) {
        self.db = db
    }

    /// The number of an outlet; `nil` for an empty name.
    mutating func outlet(_ name: String) throws -> Int64? {
        guard !name.isEmpty else { return nil }
        if let known = outlets[name] { return known }
        let find = try db.cachedStatement(sql: "SELECT id FROM outlet WHERE name = ?")
        let id = try Int64.fetchOne(find, arguments: [name]) ?? insertOutlet(name)
        outlets[name] = id
        return id
    }

    /// The number of a company.
    mutating func company(_ name: String) throws -> Int64 {
        if let known = companies[name] { return known }
        let find = try db.cachedStatement(sql: "SELECT id FROM company WHERE name = ?")
        let id = try Int64.fetchOne(find, arguments: [name]) ?? insertCompany(name)
        companies[name] = id
        return id
    }

    /// Companies and their parts in an article by number; a company that is listed twice counts once.
    mutating func parts(of appearances: [Appearance]) throws -> [Int64: StoredArticle.Part] {
        var parts: [Int64: StoredArticle.Part] = [:]
        for appearance in appearances where !appearance.company.isEmpty {
            let id = try company(appearance.company.withoutNUL)
            let known = parts[id] ?? StoredArticle.Part(salience: 0, mentions: 0)
            parts[id] = StoredArticle.Part(
                salience: max(known.salience, appearance.salience.rawValue),
                mentions: known.mentions + max(1, appearance.mentions))
        }
        return parts
    }

    private func insertOutlet(_ name: String) throws -> Int64 {
        try db.cachedStatement(sql: "INSERT INTO outlet (name) VALUES (?)").execute(arguments: [name])
        return db.lastInsertedRowID
    }

    private func insertCompany(_ name: String) throws -> Int64 {
        try db.cachedStatement(sql: "INSERT INTO company (name, folded) VALUES (?, ?)")
            .execute(arguments: [name, Folding.fold(name)])
        return db.lastInsertedRowID
    }
}

/// The numbers that the library gives once and never again.
enum NumberSequence: String {
    case lastArticle, lastChange
}

extension Database {
    /// The next number of a sequence.
    func nextNumber(_ sequence: NumberSequence) throws -> Int64 {
        let name = sequence.rawValue
        return try Int64.fetchOne(
            cachedStatement(sql: "UPDATE library SET \(name) = \(name) + 1 RETURNING \(name)")) ?? 0
    }
}

/// Numbers of a sequence for one transaction, written back at its end.
struct NumberBlock {
    private let sequence: NumberSequence
    private var last: Int64?

    init(_ sequence: NumberSequence) {
        self.sequence = sequence
    }

    /// The next number.
    mutating func next(in db: Database) throws -> Int64 {
        let before =
            try last ?? Int64.fetchOne(db.cachedStatement(sql: "SELECT \(sequence.rawValue) FROM library")) ?? 0
        last = before + 1
        return before + 1
    }

    /// Writes how far the numbers have come.
    func apply(in db: Database) throws {
        guard let last else { return }
        try db.cachedStatement(sql: "UPDATE library SET \(sequence.rawValue) = ?").execute(arguments: [last])
    }
}
