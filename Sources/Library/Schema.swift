import GRDB

/// The form of the library's file, as steps that are only ever added to.
enum Schema {
    /// Marks the file as a library of Rassegna ("Rass" in ASCII), in SQLite's `application_id`.
    static let application = 0x5261_7373

    /// The form that this program writes, in SQLite's `user_version`.
    static var version: Int { steps.count }

    /// Brings a database to the newest form, in one transaction: of two programs that open a new file at once,
    /// the second waits and then finds nothing to do. `progress` hears of each step of an older library before it is done.
    static func migrate(_ db: Database, progress: (Library.Migration) -> Void = { _ in }) throws {
        guard try form(of: db) < version else { return }
        try db.inTransaction(.immediate) {
            SchemaFunctions.add(to: db)
            let first = try form(of: db)
            for (index, step) in steps.enumerated().dropFirst(first) {
                if first > 0 { progress(Library.Migration(step: index - first + 1, steps: version - first)) }
                try db.execute(sql: step)
            }
            try db.execute(sql: "PRAGMA application_id = \(application); PRAGMA user_version = \(version)")
            return .commit
        }
    }

    /// The form of a database; 0 before the first step.
    static func form(of db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    }

    /// Step n leads from form n to form n + 1.
    private static let steps = [
        articles, corrections, sources, merging, facets, recurring, searches, words, departures,
    ]

    /// What is read for a list (`article`, `state`) is kept apart from what is read for one article (`body`), so that
    /// lists and marks touch small rows only. `slot` orders articles by time, so every list is a window over a key.
    private static let articles = """
        CREATE TABLE library (
            only INTEGER PRIMARY KEY CHECK (only = 1),
            articles INTEGER NOT NULL DEFAULT 0 CHECK (articles >= 0),
            unread INTEGER NOT NULL DEFAULT 0 CHECK (unread BETWEEN 0 AND articles),
            lastArticle INTEGER NOT NULL DEFAULT 0,
            lastChange INTEGER NOT NULL DEFAULT 0,
            spill INTEGER NOT NULL DEFAULT 0 CHECK (spill >= 0)
        );
        INSERT INTO library (only) VALUES (1);

        CREATE TABLE outlet (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            articles INTEGER NOT NULL DEFAULT 0 CHECK (articles >= 0),
            unread INTEGER NOT NULL DEFAULT 0 CHECK (unread BETWEEN 0 AND articles)
        );

        CREATE TABLE article (
            slot INTEGER PRIMARY KEY,
            id INTEGER NOT NULL UNIQUE CHECK (id > 0),
            key TEXT NOT NULL UNIQUE,
            fingerprint INTEGER NOT NULL,
            published INTEGER NOT NULL,
            added INTEGER NOT NULL,
            language TEXT,
            outlet INTEGER REFERENCES outlet (id),
            title TEXT NOT NULL,
            author TEXT,
            url TEXT,
            file TEXT NOT NULL,
            words INTEGER NOT NULL CHECK (words >= 0),
            about BLOB NOT NULL
        );
        CREATE INDEX articleByFingerprint ON article (fingerprint);
        CREATE INDEX articleByOutlet ON article (outlet);

        CREATE TABLE body (
            slot INTEGER PRIMARY KEY REFERENCES article (slot) ON UPDATE CASCADE ON DELETE CASCADE,
            text TEXT NOT NULL,
            layout BLOB NOT NULL,
            mentions BLOB NOT NULL
        );

        CREATE TABLE state (
            slot INTEGER PRIMARY KEY REFERENCES article (slot) ON UPDATE CASCADE ON DELETE CASCADE,
            id INTEGER NOT NULL,
            read INTEGER NOT NULL DEFAULT 0 CHECK (read IN (0, 1)),
            readChange INTEGER NOT NULL DEFAULT 0,
            starred INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
            starredChange INTEGER NOT NULL DEFAULT 0
        );
        CREATE INDEX stateUnread ON state (read) WHERE read = 0;
        CREATE INDEX stateStarred ON state (starred) WHERE starred = 1;

        CREATE TABLE company (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            folded TEXT NOT NULL,
            followed INTEGER NOT NULL DEFAULT 0 CHECK (followed IN (0, 1)),
            articles INTEGER NOT NULL DEFAULT 0 CHECK (articles >= 0),
            unread INTEGER NOT NULL DEFAULT 0 CHECK (unread BETWEEN 0 AND articles)
        );
        CREATE INDEX companyByFolded ON company (folded);

        CREATE TABLE appearance (
            company INTEGER NOT NULL REFERENCES company (id),
            slot INTEGER NOT NULL REFERENCES article (slot) ON UPDATE CASCADE ON DELETE CASCADE,
            salience INTEGER NOT NULL CHECK (salience BETWEEN 0 AND 2),
            mentions INTEGER NOT NULL CHECK (mentions >= 1),
            PRIMARY KEY (company, slot)
        ) WITHOUT ROWID;
        CREATE INDEX appearanceBySlot ON appearance (slot);

        CREATE TABLE companyWeek (
            company INTEGER NOT NULL REFERENCES company (id),
            week INTEGER NOT NULL,
            articles INTEGER NOT NULL CHECK (articles >= 0),
            PRIMARY KEY (company, week)
        ) WITHOUT ROWID;

        CREATE TABLE journal (
            id INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            action TEXT NOT NULL
                CHECK (action IN ('read', 'unread', 'starred', 'unstarred', 'followed', 'unfollowed')),
            ids BLOB NOT NULL,
            count INTEGER NOT NULL CHECK (count > 0),
            subject TEXT,
            standing INTEGER NOT NULL DEFAULT 0 CHECK (standing IN (0, 1, 2))
        );
        CREATE INDEX journalByStanding ON journal (standing);

        CREATE VIEW document AS SELECT slot, title, text FROM article JOIN body USING (slot);
        CREATE VIRTUAL TABLE search USING fts5 (
            title, text, content = 'document', content_rowid = 'slot',
            tokenize = "unicode61 remove_diacritics 2 separators 'ʼ'"
        );
        INSERT INTO search (search, rank) VALUES ('hashsize', 16777216);
        """

    /// `knowledge` is the number of what an article was read with: catalogue, rules and corrections; 0 is unknown.
    private static let corrections = """
        CREATE TABLE correction (
            id INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            surface TEXT NOT NULL,
            verdict TEXT NOT NULL CHECK (verdict IN ('not-a-name', 'kind', 'means', 'same-as', 'new-company')),
            value TEXT CHECK ((value IS NULL) = (verdict = 'not-a-name')),
            origin TEXT CHECK ((origin IS NULL) = (verdict <> 'same-as')),
            undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
        );

        ALTER TABLE article ADD COLUMN knowledge INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX articleByKnowledge ON article (knowledge);

        CREATE TABLE journalOfAll (
            id INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            action TEXT NOT NULL
                CHECK (action IN ('read', 'unread', 'starred', 'unstarred', 'followed', 'unfollowed', 'corrected',
                    'uncorrected')),
            ids BLOB NOT NULL,
            count INTEGER NOT NULL CHECK (count > 0),
            subject TEXT,
            standing INTEGER NOT NULL DEFAULT 0 CHECK (standing IN (0, 1, 2))
        );
        INSERT INTO journalOfAll SELECT id, at, action, ids, count, subject, standing FROM journal;
        DROP TABLE journal;
        ALTER TABLE journalOfAll RENAME TO journal;
        CREATE INDEX journalByStanding ON journal (standing);
        """

    /// Sources, what came from them, and by which names an article is known again.
    ///
    /// `name` leads from the hash of an identifier, address or place in a file to the number of the article that it
    /// names; 0 is a name that several articles have had, which therefore names none. It takes the place of `article.key`,
    /// which is only filled with something unique. `origin.print` is what a source last said of an article where that is
    /// not the article's text; NULL where the text is the source's own.
    private static let sources = """
        CREATE TABLE source (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL CHECK (kind IN ('feed', 'folder')),
            address TEXT NOT NULL UNIQUE,
            scope TEXT NOT NULL,
            title TEXT,
            site TEXT,
            tags TEXT NOT NULL DEFAULT '',
            fetchesPages INTEGER NOT NULL DEFAULT 0 CHECK (fetchesPages IN (0, 1)),
            last INTEGER,
            success INTEGER,
            due INTEGER,
            barredUntil INTEGER,
            problem TEXT,
            failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
            gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1)),
            entityTag TEXT,
            modified TEXT,
            articles INTEGER NOT NULL DEFAULT 0 CHECK (articles >= 0),
            unread INTEGER NOT NULL DEFAULT 0 CHECK (unread BETWEEN 0 AND articles)
        );

        CREATE TABLE origin (
            source INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
            slot INTEGER NOT NULL REFERENCES article (slot) ON UPDATE CASCADE ON DELETE CASCADE,
            print INTEGER,
            PRIMARY KEY (source, slot)
        ) WITHOUT ROWID;
        CREATE INDEX originBySlot ON origin (slot);

        CREATE TABLE version (
            number INTEGER PRIMARY KEY,
            article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
            at INTEGER NOT NULL,
            title TEXT NOT NULL,
            text TEXT NOT NULL,
            layout BLOB NOT NULL
        );
        CREATE INDEX versionByArticle ON version (article);

        CREATE TABLE name (
            hash INTEGER PRIMARY KEY,
            article INTEGER NOT NULL CHECK (article >= 0)
        );

        ALTER TABLE article ADD COLUMN summary INTEGER NOT NULL DEFAULT 0 CHECK (summary IN (0, 1));
        ALTER TABLE article ADD COLUMN updated INTEGER;

        INSERT OR IGNORE INTO name SELECT nameHash(key), id FROM article ORDER BY id;
        INSERT OR IGNORE INTO name
            SELECT addressHash(url), CASE WHEN min(id) = max(id) THEN min(id) ELSE 0 END FROM article
            WHERE addressHash(url) IS NOT NULL GROUP BY 1;
        UPDATE article SET fingerprint =
            (SELECT fingerprint(title, text, layout) FROM body WHERE body.slot = article.slot);
        """

    /// The text index merges its pieces in steps of sixteen, not of four: a quarter less to do when articles are stored,
    /// and searches of a hundred thousand of them take as long. It never merges all at once, which would keep marks
    /// waiting for more than a second.
    private static let merging = """
        INSERT INTO search (search, rank) VALUES ('automerge', 16);
        INSERT INTO search (search, rank) VALUES ('crisismerge', 64);
        """

    /// What articles are searched by apart from their words (`Facets`), and the user's tags.
    ///
    /// The index keeps neither texts nor places (`detail=none`), so a token in an article takes some four bytes.
    private static let facets = """
        CREATE VIRTUAL TABLE facet USING fts5 (
            tokens, content = '', columnsize = 0, detail = none, tokenize = 'ascii'
        );
        INSERT INTO facet (facet, rank) VALUES ('hashsize', 4194304);
        INSERT INTO facet (rowid, tokens)
            SELECT a.slot, facets(b.text, b.mentions, a.author, a.language)
            FROM article AS a CROSS JOIN body AS b ON b.slot = a.slot ORDER BY a.slot;
        CREATE INDEX articleUpdated ON article ((updated IS NOT NULL)) WHERE updated IS NOT NULL;

        CREATE TABLE tag (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE CHECK (name <> '')
        );
        CREATE TABLE tagging (
            tag INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
            slot INTEGER NOT NULL REFERENCES article (slot) ON UPDATE CASCADE ON DELETE CASCADE,
            PRIMARY KEY (tag, slot)
        ) WITHOUT ROWID;
        CREATE INDEX taggingBySlot ON tagging (slot);
        """

    /// What recurs in the articles of each outlet (`RecurringBlocks`), and which blocks of an article are furniture by that
    /// (`FoldedBlocks`); NULL where none are.
    private static let recurring = """
        CREATE TABLE recurring (
            outlet INTEGER PRIMARY KEY REFERENCES outlet (id) ON DELETE CASCADE,
            blocks BLOB NOT NULL
        );

        ALTER TABLE body ADD COLUMN folded BLOB;
        """
}
