import GRDB
public import Model

extension Library {
    /// The log of corrections, the oldest first, with those taken back.
    public func corrections() throws(LibraryError) -> [LoggedCorrection] {
        try read { db in try CorrectionLog(db: db).entries() }
    }

    /// The corrections that hold, the oldest first.
    public func correctionsInForce() throws(LibraryError) -> [Correction] {
        try corrections().filter { !$0.isUndone }.map(\.correction)
    }

    /// Adds corrections to the log, as one change to be undone with `undo()`; `nil` where there are none.
    ///
    /// Articles are read with them from now on; for those stored before see `staleArticles(knowledge:limit:)`. Where a company
    /// that is followed is said to be the same as another, that one is followed from now on, as a change of its own.
    @discardableResult
    public func correct(_ corrections: [Correction]) throws(LibraryError) -> Change? {
        guard !corrections.isEmpty else { return nil }
        let moment = now()
        return try write { db in
            try follow(corrections.map(\.verdict), at: moment, in: db)
            let ids = try CorrectionLog(db: db).add(corrections, at: moment)
            return try Journal(db: db).record(
                .corrected, number: db.nextNumber(.lastChange), ids: ids,
                subject: corrections.count == 1 ? corrections[0].description : nil, at: moment)
        }
    }

    /// Follows the companies that others, which are followed, are the same as.
    private func follow(_ verdicts: [Correction.Verdict], at moment: Timestamp, in db: Database) throws {
        for case .sameAs(let from, let to) in verdicts {
            let sql = "SELECT followed FROM company WHERE name = ?"
            guard try Bool.fetchOne(db.cachedStatement(sql: sql), arguments: [from]) == true else { continue }
            try follow(to, true, at: moment, in: db)
        }
    }

    /// Takes one correction back by its number, or has it hold again, as a change of its own; `nil` when there is no such
    /// correction or it stands so already.
    @discardableResult
    public func setCorrection(_ id: Int64, isUndone: Bool) throws(LibraryError) -> Change? {
        let moment = now()
        return try write { db in
            let log = CorrectionLog(db: db)
            guard let entry = try log.entries().first(where: { $0.id == id }),
                try log.set(isUndone: isUndone, [id]) > 0
            else { return nil }
            return try Journal(db: db).record(
                isUndone ? .uncorrected : .corrected, number: db.nextNumber(.lastChange), ids: [id],
                subject: entry.correction.description, at: moment)
        }
    }
}
