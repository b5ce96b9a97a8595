import Model

/// An element of HTML by its name, as far as it matters to the text of a fragment.
struct FragmentTag: Equatable {
    /// What an element does to the text around and inside it.
    enum Role {
        /// A part of a line, such as `em`.
        case inline
        /// A link.
        case anchor
        /// A block of the kind that the block around it has.
        case block
        /// A block of a kind of its own.
        case special(Block.Kind)
        case paragraph, item, heading, list
        case table, row, cell
        case preformatted
        case lineBreak, rule
        /// Nothing in itself, such as `img`.
        case empty
        /// Its text has no tags and is none of the article's: `script`.
        case raw
        /// What is inside is none of the article's.
        case dropped
        /// A block of the page, not of the article.
        case furniture
        /// What only the parser of whole pages reads right.
        case foreign
    }

    /// Its name in one word.
    private let letters: UInt64
    /// What it does.
    let role: Role

    /// The element of a name, whatever its case; `nil` for a name that is none of HTML's.
    init?(_ name: ArraySlice<UInt8>) {
        guard name.count <= 10 else { return nil }
        letters = FragmentTag.word(name)
        guard let role = FragmentTag.roles[letters] else { return nil }
        self.role = role
    }

    /// Ten letters or digits in one word, six bits each, whatever their case.
    static func word(_ name: some Sequence<UInt8>) -> UInt64 {
        name.reduce(0) { $0 << 6 | UInt64($1.isDigit ? $1 - 0x30 + 27 : $1 & 0x1F) }
    }

    /// Whether two are the same element.
    static func == (left: FragmentTag, right: FragmentTag) -> Bool { left.letters == right.letters }

    /// An element that HTML does not know, which is read as a part of its line.
    static let unknown = FragmentTag(Array("span".utf8)[...])

    /// Whether it is a paragraph.
    var isParagraph: Bool { if case .paragraph = role { true } else { false } }
    /// Whether it is an item of a list.
    var isItem: Bool { if case .item = role { true } else { false } }
    /// Whether it is a list.
    var isList: Bool { if case .list = role { true } else { false } }
    /// Whether it is a heading.
    var isHeading: Bool { if case .heading = role { true } else { false } }
    /// Whether it is a link.
    var isAnchor: Bool { if case .anchor = role { true } else { false } }
    /// Whether it is a table.
    var isTable: Bool { if case .table = role { true } else { false } }
    /// Whether it is a row of a table.
    var isRow: Bool { if case .row = role { true } else { false } }
    /// Whether it is a cell of a table.
    var isCell: Bool { if case .cell = role { true } else { false } }

    /// Whether it has no end.
    var isVoid: Bool {
        switch role {
        case .lineBreak, .rule, .empty: true
        default: false
        }
    }

    /// The roles by names in one word.
    private struct Roles {
        private var keys = [UInt64](repeating: 0, count: 1024)
        private var roles = [Role](repeating: .inline, count: 1024)

        init(_ all: [(Role, String)]) {
            for (role, names) in all {
                for name in names.split(separator: " ") {
                    let word = FragmentTag.word(name.utf8)
                    var slot = Roles.slot(word)
                    while keys[slot] != 0 { slot = (slot + 1) & 1023 }
                    keys[slot] = word
                    roles[slot] = role
                }
            }
        }

        private static func slot(_ word: UInt64) -> Int { Int((word &* 0x9E37_79B9_7F4A_7C15) >> 54) }

        subscript(word: UInt64) -> Role? {
            guard word != 0 else { return nil }
            var slot = Roles.slot(word)
            while keys[slot] != word {
                guard keys[slot] != 0 else { return nil }
                slot = (slot + 1) & 1023
            }
            return roles[slot]
        }
    }

    private static let roles = Roles(all)

    private static let all: [(Role, String)] = [
        (
            .inline,
            """
            b i em strong span font u small big sup sub code abbr acronym cite q mark time ins del s strike tt kbd samp var \
            dfn bdi bdo nobr ruby rb rt rp picture blink data
            """
        ),
        (.anchor, "a"), (.list, "ul ol dl dir"), (.paragraph, "p"), (.item, "li dt dd"),
        (
            .block,
            """
            div section article main header hgroup figure figcaption address html body center tbody thead tfoot caption \
            details summary fieldset legend
            """
        ),
        (.heading, "h1 h2 h3 h4 h5 h6"), (.special(.quote), "blockquote"), (.preformatted, "pre"),
        (.table, "table"), (.row, "tr"), (.cell, "td th"), (.lineBreak, "br"), (.rule, "hr"),
        (.empty, "img wbr area link meta source track param embed input col colgroup base"),
        (.raw, "script style iframe noembed noframes"), (.furniture, "footer aside form"),
        (
            .dropped,
            """
            head title noscript template svg math object canvas audio video select button textarea label nav dialog menu \
            map applet
            """
        ),
        (.foreign, "option frameset listing xmp plaintext frame marquee isindex keygen optgroup meter progress output"),
    ]
}
