extension Schema {
    /// Sources that were removed, so that they can be brought back with what came from them; and changes that are one step with
    /// the one before in the journal (`continues`).
    static let departures = """
        CREATE TABLE departed (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            address TEXT NOT NULL,
            scope TEXT NOT NULL,
            title TEXT,
            site TEXT,
            tags TEXT NOT NULL,
            fetchesPages INTEGER NOT NULL,
            last INTEGER,
            success INTEGER,
            due INTEGER,
            barredUntil INTEGER,
            problem TEXT,
            failures INTEGER NOT NULL,
            gone INTEGER NOT NULL,
            entityTag TEXT,
            modified TEXT
        );

        CREATE TABLE departedOrigin (
            source INTEGER NOT NULL REFERENCES departed (id) ON DELETE CASCADE,
            article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
            print INTEGER,
            PRIMARY KEY (source, article)
        ) WITHOUT ROWID;
        CREATE INDEX departedOriginByArticle ON departedOrigin (article);

        CREATE TABLE journalOfDepartures (
            id INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            action TEXT NOT NULL
                CHECK (action IN ('read', 'unread', 'starred', 'unstarred', 'followed', 'unfollowed', 'corrected',
                    'uncorrected', 'tagged', 'untagged', 'muted', 'unmuted', 'arranged', 'removed', 'restored')),
            ids BLOB NOT NULL,
            count INTEGER NOT NULL CHECK (count > 0),
            subject TEXT,
            standing INTEGER NOT NULL DEFAULT 0 CHECK (standing IN (0, 1, 2)),
            continues INTEGER NOT NULL DEFAULT 0 CHECK (continues IN (0, 1))
        );
        INSERT INTO journalOfDepartures (id, at, action, ids, count, subject, standing)
            SELECT id, at, action, ids, count, subject, standing FROM journal;
        DROP TABLE journal;
        ALTER TABLE journalOfDepartures RENAME TO journal;
        CREATE INDEX journalByStanding ON journal (standing);
        """
}
