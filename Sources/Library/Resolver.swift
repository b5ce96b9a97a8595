import GRDB
import Model

/// Puts queries into the terms of the tables.
struct Resolver {
    let db: Database
    let now: Timestamp
    let zone: Zone
    let companyNames: (String) -> [String]
    /// The journal's number when the list was built, if anything has changed since.
    let builtAt: Int64?

    func filter(_ query: Query) throws -> Filter {
        switch query {
        case .everything: .everything
        case .text(let term): SearchExpression(term).map(Filter.search) ?? .nothing
        case .company(let name, let salience): try companies(name, salience)
        case .source(let name): try outlets(name)
        case .from(let id): .places(outlets: [], sources: [id])
        case .language(let language): .language(language.code)
        case .state(let state): .flag(test(state))
        case .since(let day): .since(day.start(now: now, zone: zone))
        case .before(let day): .before(day.start(now: now, zone: zone))
        case .not(let query): try filter(query).negated
        case .all(let parts): .conjunction(of: try parts.map(filter))
        case .any(let parts): .alternatives(of: try parts.map(filter))
        }
    }

    private func test(_ state: Query.State) -> Flag.Test {
        switch state {
        case .unread: Flag.Test(flag: .read, value: false, orChangedAfter: builtAt)
        case .read: Flag.Test(flag: .read, value: true, orChangedAfter: builtAt)
        case .starred: Flag.Test(flag: .starred, value: true, orChangedAfter: builtAt)
        }
    }

    private func companies(_ text: String, _ salience: Salience) throws -> Filter {
        let sql = """
            SELECT id FROM company WHERE name IN (SELECT value FROM json_each(?)) UNION
            SELECT id FROM company WHERE folded = ?
            """
        let ids = try Int64.fetchAll(
            db.cachedStatement(sql: sql), arguments: [JSONList(companyNames(text)).text, Folding.fold(text)])
        return ids.isEmpty ? .nothing : .companies(ids, atLeast: salience)
    }

    private func outlets(_ text: String) throws -> Filter {
        let wanted = Folding.fold(text)
        let outlets = try Row.fetchAll(db.cachedStatement(sql: "SELECT id, name FROM outlet ORDER BY id"))
        let ids = outlets.filter { Folding.fold($0[1] as String).contains(wanted) }.map { $0[0] as Int64 }
        let sources = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT id, coalesce(title, address) FROM source ORDER BY id"))
        let numbers = sources.filter { Folding.fold($0[1] as String).contains(wanted) }.map { $0[0] as Int64 }
        return ids.isEmpty && numbers.isEmpty ? .nothing : .places(outlets: ids, sources: numbers)
    }
}
