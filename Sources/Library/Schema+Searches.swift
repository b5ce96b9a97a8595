extension Schema {
    /// Saved searches, articles that rules hide, and changes of both in the journal.
    ///
    /// A row of `saved` is never changed but for whether it holds: a change is a set of rows that hold from then on, or no
    /// longer, and the journal takes it back by turning them over.
    static let searches = """
        CREATE TABLE saved (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL CHECK (name <> ''),
            folded TEXT NOT NULL,
            text TEXT NOT NULL,
            place INTEGER NOT NULL,
            holds INTEGER NOT NULL DEFAULT 1 CHECK (holds IN (0, 1))
        );
        CREATE UNIQUE INDEX savedByName ON saved (folded) WHERE holds = 1;

        CREATE TABLE muted (
            slot INTEGER PRIMARY KEY REFERENCES article (slot) ON UPDATE CASCADE ON DELETE CASCADE,
            until INTEGER NOT NULL,
            rule TEXT NOT NULL,
            lifted INTEGER NOT NULL DEFAULT 0 CHECK (lifted IN (0, 1))
        );
        CREATE INDEX mutedInForce ON muted (until) WHERE lifted = 0;

        CREATE TABLE journalOfSearches (
            id INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            action TEXT NOT NULL
                CHECK (action IN ('read', 'unread', 'starred', 'unstarred', 'followed', 'unfollowed', 'corrected',
                    'uncorrected', 'tagged', 'untagged', 'muted', 'unmuted', 'arranged')),
            ids BLOB NOT NULL,
            count INTEGER NOT NULL CHECK (count > 0),
            subject TEXT,
            standing INTEGER NOT NULL DEFAULT 0 CHECK (standing IN (0, 1, 2))
        );
        INSERT INTO journalOfSearches SELECT id, at, action, ids, count, subject, standing FROM journal;
        DROP TABLE journal;
        ALTER TABLE journalOfSearches RENAME TO journal;
        CREATE INDEX journalByStanding ON journal (standing);
        """

    /// A view of the words in the text index (`Vocabulary`); it takes no room.
    static let words = """
        CREATE VIRTUAL TABLE word USING fts5vocab (search, instance);
        """
}
