/// A regular expression of a query: `/eni(live)?\b/`, or `/…/i` where case does not count.
///
/// Letters stand for themselves, accents and case included. `.` is any scalar but a line end; `[a-z]`, `[^…]`, `\d`, `\w`,
/// `\s` and their capitals are classes, `\b`, `\B`, `^`, `$` places (of lines), `(…)`, `(?:…)` and `|` group, `*`, `+`, `?`,
/// `{2,5}` repeat. There are no references back and no looking around, so that a text of any kind takes time in
/// proportion to its length.
public struct TextPattern: Hashable, Sendable {
    /// Its text, without the slashes.
    public var text: String
    /// Whether capitals and small letters are the same.
    public var ignoresCase: Bool

    /// The longest text of a pattern, in scalars.
    public static let longest = 300

    /// A pattern as it is written.
    public init(_ text: String, ignoresCase: Bool = false) {
        self.text = text
        self.ignoresCase = ignoresCase
    }

    /// What is wrong with the pattern: where, in scalars from 0, and what was expected there; `nil` for a good one.
    public var problem: (offset: Int, expected: String)? {
        do throws(PatternError) {
            _ = try PatternProgram(self)
            return nil
        } catch {
            return (error.offset, error.expected)
        }
    }
}

/// Why a text is no pattern.
struct PatternError: Error {
    /// Where, in scalars from 0.
    var offset: Int
    /// What could stand there, in words.
    var expected: String
}
