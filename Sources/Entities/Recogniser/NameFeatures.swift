/// The features of words: for each template one row of the weight table, by hashing (K. Weinberger et al., "Feature
/// hashing for large scale multitask learning", ICML 2009).
package enum NameFeatures {
    /// How many rows a word has, one a template.
    package static let count = templates.count
    /// The rows of the table, as a power of two.
    package static let bits = 18

    /// What a template looks at, for `rassegna explain` and the documentation.
    package static let templates: [String] = [
        "word", "word -1", "word +1", "word -2", "word +2",
        "shape", "shapes -1 0", "shapes 0 +1", "shapes -1 0 +1", "shapes -2 -1 0",
        "first 4", "first 3", "last 4", "last 3", "last 2", "last 3 of -1, shape", "last 3 of +1, shape",
        "word -1, shape", "word +1, shape", "words -1 0", "words 0 +1", "words -1 +1", "words -2 -1", "words +1 +2",
        "decided", "decided -1 0", "decided 0 +1", "decided, shape", "decided, word",
        "possible, shape", "possible -1 0", "possible 0 +1", "possible, lists",
        "lists", "lists -1 0", "lists 0 +1", "lists -1 0 +1", "word -1, lists", "word +1, lists", "lists, shape",
        "article, shape", "article, lists, shape", "article, decided", "article, possible, shape",
        "article, shape, word -1",
        "class", "class -1, shape", "class +1, shape", "class -2, shape", "class +2, shape", "classes -1 +1, shape",
        "class left, shape", "class right, shape", "classes left right, shape", "class left, lists",
        "class right, lists",
    ]

    /// A word as the templates see it.
    struct Sight {
        var word: UInt32
        var shape: UInt32
        var prefix: UInt32
        var suffix: UInt32
        var lists: UInt32
        var decided: UInt32
        var possible: UInt32
        /// How many firms the whole article names without doubt: 0 none, 1 one, 2 up to three, 3 more.
        var article: UInt32
        /// The word's class; 0 for none.
        var wordClass: UInt32 = 0
        /// The classes of the nearest small words before and after it that have one.
        var left: UInt32 = 0
        var right: UInt32 = 0

        /// Whether it is written small, or is a sign or number, and the catalogue knows no name there.
        @inline(__always)
        var isPlain: Bool {
            decided == 0 && possible == 0 && Sight.plainShapes >> UInt64(shape & 63) & 1 == 1
        }

        /// The shapes of such words, a bit each; what lies beyond a sentence is one.
        private static let plainShapes: UInt64 = {
            let shapes: [NameToken.Shape] = [
                .stop, .comma, .quote, .bracket, .colon, .dash, .apostrophe, .percent, .currency, .sign, .small,
                .smallHyphen,
                .digits, .year, .number, .elision,
            ]
            return shapes.reduce(1 << 63) { $0 | 1 << UInt64($1.rawValue) }
        }()

        /// What lies before the first and after the last word of a sentence.
        static let beyond = Sight(
            word: 1, shape: 255, prefix: 0, suffix: 0, lists: 0, decided: 0, possible: 0, article: 0)
    }

    @inline(__always)
    private static func row(_ template: UInt64, _ value: UInt64) -> UInt32 {
        var mixed = (value ^ (template &* 0xD6E8_FEB8_6659_FD93)) &* 0x9E37_79B9_7F4A_7C15
        mixed ^= mixed >> 32
        mixed = mixed &* 0xD6E8_FEB8_6659_FD93
        return UInt32(truncatingIfNeeded: mixed >> UInt64(64 - bits))
    }

    @inline(__always)
    private static func pair(_ one: UInt32, _ other: UInt32) -> UInt64 {
        UInt64(one) << 32 | UInt64(other)
    }

    /// Three values, the outer ones small.
    @inline(__always)
    private static func triple(_ one: UInt32, _ two: UInt32, _ three: UInt32) -> UInt64 {
        UInt64(one) << 42 ^ UInt64(two) << 21 ^ UInt64(three)
    }

    /// Writes the rows of the word at `at`, which has two words (or `Sight.beyond`) on both sides.
    @inline(__always)
    static func rows(_ at: UnsafePointer<Sight>, into rows: UnsafeMutablePointer<UInt32>) {
        let (a, b, c, d, e) = (at[-2], at[-1], at[0], at[1], at[2])
        rows[0] = row(1, UInt64(c.word))
        rows[1] = row(2, UInt64(b.word))
        rows[2] = row(3, UInt64(d.word))
        rows[3] = row(4, UInt64(a.word))
        rows[4] = row(5, UInt64(e.word))
        rows[5] = row(6, UInt64(c.shape))
        rows[6] = row(7, pair(b.shape, c.shape))
        rows[7] = row(8, pair(c.shape, d.shape))
        rows[8] = row(9, triple(b.shape, c.shape, d.shape))
        rows[9] = row(10, triple(a.shape, b.shape, c.shape))
        rows[10] = row(11, UInt64(c.prefix))
        rows[11] = row(12, UInt64(c.prefix & 0xFF_FFFF))
        rows[12] = row(13, UInt64(c.suffix))
        rows[13] = row(14, UInt64(c.suffix & 0xFF_FFFF))
        rows[14] = row(15, UInt64(c.suffix & 0xFFFF))
        rows[15] = row(16, pair(b.suffix & 0xFF_FFFF, c.shape))
        rows[16] = row(17, pair(d.suffix & 0xFF_FFFF, c.shape))
        rows[17] = row(18, pair(b.word, c.shape))
        rows[18] = row(19, pair(d.word, c.shape))
        rows[19] = row(20, pair(b.word, c.word))
        rows[20] = row(21, pair(c.word, d.word))
        rows[21] = row(22, pair(b.word, d.word))
        rows[22] = row(23, pair(a.word, b.word))
        rows[23] = row(24, pair(d.word, e.word))
        rows[24] = row(25, UInt64(c.decided))
        rows[25] = row(26, pair(b.decided, c.decided))
        rows[26] = row(27, pair(c.decided, d.decided))
        rows[27] = row(28, pair(c.decided, c.shape))
        rows[28] = row(29, pair(c.decided, c.word))
        rows[29] = row(30, pair(c.possible, c.shape))
        rows[30] = row(31, pair(b.possible, c.possible))
        rows[31] = row(32, pair(c.possible, d.possible))
        rows[32] = row(33, pair(c.possible, c.lists))
        rows[33] = row(34, UInt64(c.lists))
        rows[34] = row(35, pair(b.lists, c.lists))
        rows[35] = row(36, pair(c.lists, d.lists))
        rows[36] = row(37, triple(b.lists, c.lists, d.lists))
        rows[37] = row(38, pair(b.word, c.lists))
        rows[38] = row(39, pair(d.word, c.lists))
        rows[39] = row(40, pair(c.lists, c.shape))
        rows[40] = row(41, pair(c.article, c.shape))
        rows[41] = row(42, triple(c.article, c.lists, c.shape))
        rows[42] = row(43, pair(c.article, c.decided))
        rows[43] = row(44, triple(c.article, c.possible, c.shape))
        rows[44] = row(45, pair(b.word, c.shape << 2 | c.article))
        rows[45] = row(46, pair(c.wordClass, c.shape))
        rows[46] = row(47, pair(b.wordClass, c.shape))
        rows[47] = row(48, pair(d.wordClass, c.shape))
        rows[48] = row(49, pair(a.wordClass, c.shape))
        rows[49] = row(50, pair(e.wordClass, c.shape))
        rows[50] = row(51, triple(b.wordClass, d.wordClass, c.shape))
        rows[51] = row(52, pair(c.left, c.shape))
        rows[52] = row(53, pair(c.right, c.shape))
        rows[53] = row(54, triple(c.left, c.right, c.shape))
        rows[54] = row(55, pair(c.left, c.lists))
        rows[55] = row(56, pair(c.right, c.lists))
    }
}
