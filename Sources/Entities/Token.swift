/// A word of a text, or one of the marks that names are made with (`&`, `+`, `!`).
struct Token {
    /// First byte, in the text.
    var start: Int32
    /// Byte after the last.
    var end: Int32
    /// Hash of the folded letters.
    var hash: UInt32
    /// What the word is in the lexicon.
    var roles: Roles
    /// What stands before it.
    var gap: Gap
    /// How it is written.
    var shape: Shape

    /// The bytes of the word.
    var range: Range<Int> {
        Int(start)..<Int(end)
    }

    /// What stands between a word and the one before.
    enum Gap: UInt8 {
        /// Nothing, as before the `&` of `AT&T`.
        case joined
        /// White space, a line end included.
        case space
        /// One hyphen or middle dot, nothing else.
        case hyphen
        /// One apostrophe, nothing else.
        case apostrophe
        /// One full stop, nothing else.
        case dot
        /// One slash, nothing else.
        case slash
        /// A full stop and white space: an abbreviation or the end of a sentence.
        case dotSpace
        /// Commas, brackets, quotation marks, dashes.
        case other
        /// The end of a sentence for certain.
        case sentence
        /// The start of a block.
        case block

        /// The class under which names and texts are compared; `nil` where no name goes on.
        var join: UInt64? {
            switch self {
            case .joined, .space, .hyphen: 0
            case .apostrophe: 1
            case .dot, .dotSpace: 2
            case .slash: 3
            case .other, .sentence, .block: nil
            }
        }

        /// Whether two capitalised words with this between them can be one name.
        var isLoose: Bool {
            self == .space || self == .hyphen || self == .joined
        }
    }

    /// How a word is written.
    struct Shape: OptionSet {
        let rawValue: UInt8
        /// Its first letter is a capital.
        static let capital = Shape(rawValue: 1)
        /// It has letters, all of them capitals.
        static let upper = Shape(rawValue: 2)
        /// A capital follows a small letter (`OpenAI`).
        static let inner = Shape(rawValue: 4)
        /// It begins with a digit.
        static let digit = Shape(rawValue: 8)
        /// It is `&`, `+` or `!`.
        static let mark = Shape(rawValue: 16)
    }

    /// Whether the word is written with a capital first.
    var isCapital: Bool {
        shape.contains(.capital)
    }

    /// Whether the word has anything but digits and marks.
    func hasLetters(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        isCapital || (!shape.contains(.mark) && bytes[range].contains { $0 > 57 })
    }

    /// How many bytes the word has.
    var length: Int {
        Int(end - start)
    }
}
