import GRDB
import Model

/// Puts queries into the terms of the tables.
struct Resolver {
    let finder: Finder
    let now: Timestamp
    let zone: Zone
    let companyNames: (String) -> [String]
    /// The journal's number when the list was built, if anything has changed since.
    let builtAt: Int64?
    /// Whether all articles of the query are wanted, or windows of them.
    var isWhole = false

    private var db: Database { finder.db }

    /// - Parameter anchors: The companies with which a `with:` means to be, as the user named them.
    func filter(_ query: Query, anchors: [String] = []) throws -> Filter {
        switch query {
        case .everything, .sorted: .everything
        case .text(let term): try text(term)
        case .pattern(let pattern): pattern.problem == nil ? .check(.pattern(pattern)) : .nothing
        case .company(let name, let salience): companies(try ids(of: name), atLeast: salience)
        case .often(let name, let times): often(try ids(of: name), times)
        case .with(let name): try together(name, with: anchors)
        case .named(let kind, let term): Facets.Kind(kind).map { name(term, $0, .name(kind, term)) } ?? .nothing
        case .amount(let test): AmountFacets.filter(test)
        case .source(let name): try outlets(name)
        case .from(let id): .places(outlets: [], sources: [id])
        case .author(let term): name(term, .author, .author(term))
        case .language(let language): .language(language.code)
        case .state(.updated): .updated
        case .state(.muted): .muted(now.seconds)
        case .state(let state): .flag(test(state))
        case .tag(let tag): try tagged(tag)
        case .since(let day): .since(day.start(now: now, zone: zone))
        case .before(let day): .before(day.start(now: now, zone: zone))
        case .saved: .nothing
        case .not(let query): try filter(query, anchors: anchors).negated
        case .all(let parts):
            .conjunction(of: try parts.map { try filter($0, anchors: anchors + query.anchors) })
        case .any(let parts): .alternatives(of: try parts.map { try filter($0, anchors: anchors) })
        }
    }

    private func test(_ state: Query.State) -> Flag.Test {
        switch state {
        case .unread, .updated, .muted: Flag.Test(flag: .read, value: false, orChangedAfter: builtAt)
        case .read: Flag.Test(flag: .read, value: true, orChangedAfter: builtAt)
        case .starred: Flag.Test(flag: .starred, value: true, orChangedAfter: builtAt)
        }
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

    /// A tag stands for those under it too: `finance` for `finance/banks`.
    private func tagged(_ text: String) throws -> Filter {
        let wanted = Folding.fold(text)
        func isMeant(_ tag: some StringProtocol) -> Bool {
            let folded = Folding.fold(tag)
            return folded == wanted || folded.hasPrefix(wanted + "/")
        }
        let tags = try Row.fetchAll(db.cachedStatement(sql: "SELECT id, name FROM tag ORDER BY id"))
            .filter { isMeant($0[1] as String) }.map { $0[0] as Int64 }
        let sources = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT id, tags FROM source WHERE tags <> '' ORDER BY id")
        )
        .filter { ($0[1] as String).split(separator: "\n").contains { isMeant($0) } }.map { $0[0] as Int64 }
        return tags.isEmpty && sources.isEmpty ? .nothing : .tagged(tags, sources: sources)
    }
}

/// Words.
extension Resolver {
    /// The search of a term, with the forms of a plain word, or the words of a beginning, that stand in the index; `nil`
    /// where it holds no word.
    func search(_ term: TextTerm) throws -> SearchExpression? {
        if term.form == .prefix,
            let phrases = try Vocabulary(db: db).completions(of: term, most: finder.limits.mostCompletions)
        {
            guard let first = phrases.first else { return nil }
            return SearchExpression(TextTerm(first, .phrase, in: term.place), forms: phrases)
        }
        guard term.isStemmed else { return SearchExpression(term) }
        let statement = try db.cachedStatement(sql: "SELECT 1 FROM search WHERE search MATCH ? LIMIT 1")
        let forms = try Stem.forms(of: Folding.fold(term.text)).dropFirst().filter { form in
            guard let search = SearchExpression(TextTerm(form, .phrase)) else { return false }
            return try Int.fetchOne(statement, arguments: [search.text]) != nil
        }
        return SearchExpression(term, forms: [term.text] + forms)
    }

    private func text(_ term: TextTerm) throws -> Filter {
        guard let search = try search(term) else { return .nothing }
        if search.isOpen, let open = try open(term) { return open }
        guard term.place == .body else { return .search(search) }
        // A text often begins with its title. Where the title does not have the words, the text has them elsewhere.
        var other = term
        other.place = .title
        guard let inTitle = try self.search(other) else { return .search(search) }
        return .any([
            .search(.all([search], except: [inTitle])), .all([.search(.all([search, inTitle])), .check(.body(term))]),
        ])
    }

    /// The beginning of a word that many articles have: the text index would gather all of these before it gives the first,
    /// so the articles themselves are asked, which soon finds some. `nil` where the text index has little to gather.
    private func open(_ term: TextTerm) throws -> Filter? {
        guard !isWhole, let last = FoldedWord.words(of: term.text).last?.folded else { return nil }
        let few = finder.limits.pagesARoot * Double(try Sizes(db: db).all()).squareRoot()
        guard try Double(IndexSpan(db: db).pages(beginning: last)) > few else { return nil }
        return .check(term.place == .body ? .body(term) : .term(term))
    }

    /// A name by its words; whether these stand beside each other in one name the article has to tell.
    private func name(_ term: TextTerm, _ kind: Facets.Kind, _ check: ContentCheck) -> Filter {
        let words = FoldedWord.words(of: term.text).map { kind.token($0.folded) }
        guard let last = words.last else { return .nothing }
        let tokens =
            words.dropLast().map { SearchExpression(facet: $0) }
            + [SearchExpression(facet: last, isPrefix: term.form == .prefix)]
        let found = Filter.facet(.all(tokens))
        return tokens.count == 1 ? found : .all([found, .check(check)])
    }
}

/// Companies.
extension Resolver {
    /// The numbers of the companies that a name means; `open*` means those whose name begins so.
    func ids(of text: String) throws -> [Int64] {
        if text.count > 1, text.hasSuffix("*") {
            let start = Folding.fold(text.dropLast())
            let sql = "SELECT id FROM company WHERE folded >= ? AND folded < ?"
            return try Int64.fetchAll(
                db.cachedStatement(sql: sql), arguments: [start, start + "\u{10FFFF}"])
        }
        let sql = """
            SELECT id FROM company WHERE name IN (SELECT value FROM json_each(?)) UNION
            SELECT id FROM company WHERE folded = ?
            """
        return try Int64.fetchAll(
            db.cachedStatement(sql: sql), arguments: [JSONList(companyNames(text)).text, Folding.fold(text)])
    }

    private func companies(_ ids: [Int64], atLeast salience: Salience) -> Filter {
        ids.isEmpty ? .nothing : .companies(ids, atLeast: salience)
    }

    private func often(_ ids: [Int64], _ times: Int) -> Filter {
        guard !ids.isEmpty else { return .nothing }
        let all = Filter.companies(ids, atLeast: .passing)
        return times <= 1 ? all : .all([all, .often(ids, times: times)])
    }

    private func together(_ name: String, with anchors: [String]) throws -> Filter {
        let ids = try ids(of: name)
        let others = try Set(names(of: anchors.flatMap { try self.ids(of: $0) }))
        let ones = try Set(names(of: ids))
        // Where one owns the other, a mention of the owned one alone is not both.
        let apart = others.subtracting(ones)
        guard !ids.isEmpty, !apart.isEmpty else { return .nothing }
        return .all([.companies(ids, atLeast: .passing), .check(.together(ones, apart))])
    }

    /// The canonical names of companies.
    func names(of ids: [Int64]) throws -> [String] {
        let sql = "SELECT name FROM company WHERE id IN (SELECT value FROM json_each(?))"
        return try String.fetchAll(db.cachedStatement(sql: sql), arguments: [JSONList(ids).text])
    }
}
