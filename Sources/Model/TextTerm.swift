/// A word, a prefix, a phrase or words near each other, searched in a text.
public struct TextTerm: Hashable, Sendable {
    /// How the text of the term is meant.
    public enum Form: Sendable {
        /// One whole word.
        case word
        /// The beginning of a word.
        case prefix
        /// Words in this order, next to each other.
        case phrase
        /// Words in any order, with at most ten others between the first and the last of them.
        case near
    }

    /// Where it is searched.
    public enum Place: Sendable {
        case anywhere
        case title
        /// The text without its title.
        case body
    }

    /// How many words may stand between words that are near each other.
    public static let nearness = 10

    /// The words as the user wrote them.
    public var text: String
    /// How they are meant.
    public var form: Form
    /// Where they are searched.
    public var place: Place

    /// A term of a search.
    public init(_ text: String, _ form: Form, in place: Place = .anywhere) {
        self.text = text
        self.form = form
        self.place = place
    }

    /// A term of a search, in titles only or anywhere.
    public init(_ text: String, _ form: Form, inTitle: Bool) {
        self.init(text, form, in: inTitle ? .title : .anywhere)
    }

    /// Whether only titles are searched.
    public var inTitle: Bool { place == .title }

    /// Whether other forms of the word are found too: `banca` finds `banche`. Only so for a whole word in small letters,
    /// never for a name, which has a capital or stands in quotation marks.
    public var isStemmed: Bool {
        form == .word && Stem.isStemmable(text)
    }
}
