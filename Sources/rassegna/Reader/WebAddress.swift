import Model

/// An address that may be handed to another program: `http` or `https`, no user name, no control character.
struct WebAddress: Equatable {
    /// The address as it is handed on: a host that could pass for another one in ASCII.
    let text: String

    /// Checks an address; `nil` for any that is not safe to open.
    init?(_ address: String) {
        let lower = address.lowercased()
        guard lower.hasPrefix("https://") || lower.hasPrefix("http://") else { return nil }
        let isClean = address.unicodeScalars.allSatisfy { scalar in
            scalar.value > 0x20 && scalar.value != 0x7F && !(0x80...0xA0).contains(scalar.value)
                && scalar.properties.generalCategory != .format
        }
        guard isClean else { return nil }
        let authority = address.dropFirst(lower.hasPrefix("https") ? 8 : 7).prefix { !"/?#\\".contains($0) }
        guard !authority.isEmpty, !authority.contains("@") else { return nil }
        text = HostName.revealing(address)
    }
}
