import GRDB
public import Model

extension Library {
    /// Sets the state of articles; `nil` when all of them were in it already. To be undone with `undo()`.
    ///
    /// - Parameter action: What to do with articles; companies are followed with `follow(_:_:)`.
    @discardableResult
    public func mark(_ action: Change.Action, ids: [ArticleID]) throws(LibraryError) -> Change? {
        try change(action) { marking in try marking.collect(ids) }
    }

    /// Sets the state of all articles that a query matches; `nil` when all of them were in it already.
    ///
    /// With `builtAt`, those of the list as it was built then: see `PageRequest.builtAt`.
    @discardableResult
    public func mark(
        _ action: Change.Action, matching query: Query, builtAt: Int64? = nil
    ) throws(LibraryError) -> Change? {
        try change(action) { marking in
            guard let list = try self.list(query, builtAt: builtAt, and: marking.before, isWhole: true, in: marking.db)
            else { return }
            try marking.collect(list.plan)
        }
    }

    /// Follows a company by its canonical name, or no longer; `nil` when nothing changes.
    @discardableResult
    public func follow(_ company: String, _ isFollowed: Bool) throws(LibraryError) -> Change? {
        let moment = now()
        return try write { db in try follow(company, isFollowed, at: moment, in: db) }
    }

    /// The same within a transaction.
    @discardableResult
    func follow(_ company: String, _ isFollowed: Bool, at moment: Timestamp, in db: Database) throws -> Change? {
        var names = NameWriter(db)
        let ids = [try names.company(company)]
        guard try Following(db: db).set(isFollowed, ids) > 0 else { return nil }
        return try Journal(db: db).record(
            isFollowed ? .followed : .unfollowed, number: db.nextNumber(.lastChange), ids: ids, subject: company,
            at: moment)
    }

    /// Takes back the last change that was not taken back; `nil` when there is none.
    ///
    /// - Returns: The change, with the number of articles or companies that it was taken back from.
    @discardableResult
    public func undo() throws(LibraryError) -> Change? {
        try write { db in
            let step = try Journal(db: db).undoStep()
            return try together(step) { try repeated($0, as: $0.change.action.opposite, in: db) }
        }
    }

    /// Makes the change again that was taken back last; `nil` when there is none or a new change came after it.
    ///
    /// - Returns: The change, with the number of articles or companies that it was made to again.
    @discardableResult
    public func redo() throws(LibraryError) -> Change? {
        try write { db in
            let step = try Journal(db: db).redoStep()
            return try together(step) { try repeated($0, as: $0.change.action, in: db) }
        }
    }
}

extension Library {
    /// The last change that holds, the one that `undo()` would take back; `nil` when there is none.
    public func lastChange() throws(LibraryError) -> Change? {
        try read { db in try Journal(db: db).lastDone()?.change }
    }

    /// The last changes, the newest first, at most `limit`.
    public func history(limit: Int) throws(LibraryError) -> [HistoryRow] {
        try read { db in try Journal(db: db).history(limit: limit) }
    }

    /// The number that the journal has reached; it rises with every change, undo and redo. A list that is built now
    /// gives it as `builtAt`.
    public func journalNumber() throws(LibraryError) -> Int64 {
        try read { db in try Int64.fetchOne(db.cachedStatement(sql: "SELECT lastChange FROM library")) ?? 0 }
    }
}

extension Library {
    /// Makes and records a change of the articles that `collect` gathers.
    private func change(
        _ action: Change.Action, collect: (inout Marking) throws -> Void
    ) throws(LibraryError) -> Change? {
        guard let target = action.flag else { return nil }
        let moment = now()
        return try write { db in
            var marking = try Marking(finder: finder(db), target: target)
            try collect(&marking)
            var numbers = try marking.numbers()
            let count = numbers.count
            guard count > 0 else { return nil }
            let number = try db.nextNumber(.lastChange)
            try marking.apply(number: number, count: count)
            let subject = count == 1 ? try marking.title() : nil
            return try Journal(db: db).record(action, number: number, &numbers, subject: subject, at: moment)
        }
    }

    /// Makes the changes of a step again, or their opposites, and says what they come to.
    private func together(_ step: [Journal.Entry], _ make: (Journal.Entry) throws -> Change) throws -> Change? {
        let changes = try step.map(make).sorted { $0.id < $1.id }
        let articles = step.count > 1 ? Set(step.flatMap(\.ids)).count : 0
        return .together(changes, articles: articles)
    }

    /// Makes an entry's change again, or its opposite.
    private func repeated(_ entry: Journal.Entry, as action: Change.Action, in db: Database) throws -> Change {
        var change = entry.change
        let number = try db.nextNumber(.lastChange)
        if let target = action.flag {
            let marking = try Marking(finder: finder(db), target: target)
            try marking.collect(entry.ids)
            change.count = try marking.listedCount()
            try marking.apply(number: number, count: change.count)
        } else if action == .corrected || action == .uncorrected {
            change.count = try CorrectionLog(db: db).set(isUndone: action == .uncorrected, entry.ids)
        } else if action == .tagged || action == .untagged {
            change.count = try Tagging(db: db).set(change.subject ?? "", action == .tagged, on: entry.ids).count
        } else if action == .muted || action == .unmuted {
            change.count = try Muting(db: db).lift(entry.ids, isMuted: action == .muted)
        } else if action == .removed || action == .restored {
            let departures = Departures(db: db)
            change.count = try entry.ids.count {
                try action == .removed ? departures.leave($0) : departures.comeBack($0)
            }
        } else if action == .arranged {
            try SavedSearches(db: db).turnOver(entry.ids)
        } else {
            change.count = try Following(db: db).set(action == .followed, entry.ids)
        }
        return change
    }
}
