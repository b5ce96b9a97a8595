/// A word or sign as the recogniser reads it: unlike the matcher's words, names such as `S.p.A.`, `Amazon.com`, `7-Eleven`,
/// `AT&T` and `DALL·E` are one, and every other sign stands for itself.
struct NameToken {
    /// First byte, in the text.
    var start: Int32
    /// Byte after the last.
    var end: Int32
    /// Hash of the folded letters.
    var hash: UInt32
    /// The first four bytes, ASCII letters small, lowest byte first.
    var prefix: UInt32
    /// The last four bytes, ASCII letters small, lowest byte last.
    var suffix: UInt32
    /// How it is written.
    var shape: Shape
    /// Whether a sentence starts here.
    var startsSentence = false

    /// The bytes of the word.
    var range: Range<Int> { Int(start)..<Int(end) }

    /// How a word is written, as one small number.
    enum Shape: UInt8 {
        // Signs.
        case stop, comma, quote, bracket, colon, dash, apostrophe, percent, currency, sign
        // Words.
        case small, capital, initial, short, upper, innerSmall, innerCapital
        case smallHyphen, capitalHyphen, capitalsHyphen
        case abbreviation, site, ampersand
        // Numbers.
        case digits, year, number, model, mixed
        // Parts of words.
        case elision, capitalElision, possessive, address

        /// Whether it can start a name without a doubt about its case.
        var isCapital: Bool {
            switch self {
            case .capital, .initial, .short, .upper, .innerCapital, .capitalHyphen, .capitalsHyphen, .abbreviation,
                .ampersand, .model:
                true
            default: false
            }
        }

        /// Whether it is a sign rather than a word.
        var isSign: Bool { rawValue <= Shape.sign.rawValue }
    }
}
