/// The language of an article, by its ISO 639-1 code.
public struct Language: Hashable, Sendable {
    /// Two lower-case letters, such as `it`.
    public let code: String

    /// Italian.
    public static let italian = Language("it")
    /// English.
    public static let english = Language("en")

    /// The language of a tag such as `it`, `it-IT` or `EN_us`: its first two letters, in lower case.
    public init(_ tag: String) {
        code = String(tag.lowercased().prefix(2))
    }
}
