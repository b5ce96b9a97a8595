/// A name and a password for one server. It never says them: neither printed nor reflected.
public struct Credentials: Equatable, Sendable {
    /// The name.
    public let user: String
    /// The password; may be empty.
    public let password: String

    /// A name and a password.
    public init(user: String, password: String) {
        self.user = user
        self.password = password
    }
}

extension Credentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// That there are some, and nothing of them.
    public var description: String { "(credentials)" }
    /// The same.
    public var debugDescription: String { description }
    /// Nothing.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// An address as a user typed it: `https://name:password@a.example/feed` is an address, and credentials apart from it.
public struct TypedAddress: Equatable, Sendable {
    /// The address, without the user part.
    public let address: Address
    /// What stood before the `@`.
    public let credentials: Credentials?

    /// Reads an address; `feed:` stands for `https:`. Throws `.badAddress`, which quotes nothing of a user part.
    public init(_ typed: String) throws(FetchError) {
        var text = AddressText.cleaned(typed)
        let small = text.lowercased()
        if small.hasPrefix("feed:http") {
            text = String(text.dropFirst(5))
        } else if small.hasPrefix("feed://") {
            text = "https:" + text.dropFirst(5)
        }
        guard let parsed = AddressText(text) else { throw .badAddress(TypedAddress.withoutUser(text)) }
        address = parsed.address
        credentials = parsed.user.map { Credentials(user: $0.name, password: $0.password) }
    }

    /// Whether a word of a command line is an address and no path.
    public static func isAddress(_ word: String) -> Bool {
        let small = word.lowercased()
        return ["http://", "https://", "feed://", "feed:http"].contains { small.hasPrefix($0) }
    }

    /// The text with all between its scheme and its last `@` left out.
    public static func withoutUser(_ text: String) -> String {
        guard let at = text.lastIndex(of: "@") else { return text }
        let scheme = text.firstRange(of: "://").map { text[..<$0.upperBound] } ?? ""
        guard scheme.endIndex <= at else { return text }
        return String(scheme + text[text.index(after: at)...])
    }
}
