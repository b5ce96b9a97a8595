/// The address of something on the web: `http` or `https`, a host, a port and a path, and nothing else.
///
/// What it says is ASCII without a control character: names of hosts are in their ASCII form (RFC 3492), other bytes of
/// path and query are escaped (RFC 3986). A user part and a fragment are never in it.
public struct Address: Hashable, Sendable {
    /// The two schemes that are fetched.
    public enum Scheme: String, Sendable {
        case http, https

        /// The port where none is named.
        var port: Int { self == .http ? 80 : 443 }
    }

    /// How the host is spoken to.
    public let scheme: Scheme
    /// The host in small letters, an IPv6 address in brackets.
    public let host: String
    /// The port, the scheme's own where the address names none.
    public let port: Int
    /// Path and query, with the slash at its start.
    public let target: String

    init(scheme: Scheme, host: String, port: Int, target: String) {
        self.scheme = scheme
        self.host = host
        self.port = port
        self.target = target
    }

    /// Reads an address; `nil` for another scheme, a user part, a name that no host can have.
    public init?(_ text: String) {
        guard let parsed = AddressText(text), parsed.user == nil else { return nil }
        self = parsed.address
    }

    /// Scheme, host and port: `https://a.example` or `http://a.example:8080`.
    public var origin: String {
        "\(scheme.rawValue)://\(host)" + (port == scheme.port ? "" : ":\(port)")
    }

    /// The path without the query.
    var path: Substring { target.prefix { $0 != "?" } }

    /// The path up to its last slash.
    public var folder: String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? "/"
    }

    /// The same host with another path.
    func at(_ target: String) -> Address {
        Address(scheme: scheme, host: host, port: port, target: target)
    }

    /// Whether what one server may be told, such as a password, may be told the other: the same host and port, never
    /// from `https` back to `http`.
    public func sharesSecrets(with other: Address) -> Bool {
        guard host == other.host else { return false }
        if scheme == other.scheme { return port == other.port }
        return scheme == .http && port == 80 && other.port == 443
    }
}

extension Address: CustomStringConvertible {
    /// The address as it is written.
    public var description: String { origin + target }
}

extension Address {
    /// The address that a reference in this place leads to (RFC 3986, section 5.2); `nil` for another scheme, a user part
    /// or nonsense.
    public func resolving(_ reference: String) -> Address? {
        let text = AddressText.cleaned(reference)
        if AddressText.hasScheme(text) { return Address(text) }
        if text.hasPrefix("//") { return Address(scheme.rawValue + ":" + text) }
        let bare = text.prefix { $0 != "#" }
        let whole: String
        if bare.isEmpty {
            whole = target
        } else if bare.hasPrefix("/") {
            whole = String(bare)
        } else if bare.hasPrefix("?") {
            whole = String(path + bare)
        } else {
            whole = String(path[...(path.lastIndex(of: "/") ?? path.startIndex)] + bare)
        }
        return at(AddressText.target(whole))
    }
}
