public import Model

/// What the screen says of an entity.
public enum EntityText {
    /// What it is and why: `Redmond → Microsoft · headquarters`, `TPU → Google · product`,
    /// `2 e 3 miliardi di euro · 2-3 bn EUR · Eni`.
    public static func explanation(of mention: Mention, in text: String) -> String {
        let surface = text.slice(mention.range)
        if let amount = mention.amount {
            return [surface, AmountText.text(of: amount), mention.company].compactMap { $0 }.joined(separator: " · ")
        }
        var line = surface
        if let company = mention.company, company != surface { line += " → \(company)" }
        return line + " · " + reason(for: mention, surface: surface)
    }

    private static func reason(for mention: Mention, surface: String) -> String {
        switch mention.evidence {
        case .product: return "product"
        case .metonym: return surface.first?.isUppercase == true ? "headquarters" : "nickname"
        case .ticker: return "ticker"
        case .alias where mention.company != nil: return "alias"
        case .recognised: return "\(word(for: mention.kind)), from the text"
        case .alias, .name, nil: return word(for: mention.kind)
        }
    }

    private static func word(for kind: Mention.Kind) -> String {
        kind == .organization ? "organisation" : kind.rawValue
    }
}

extension String {
    /// The text at a range of UTF-8 bytes; a range that is not in the text or cuts a character is mended.
    func slice(_ range: Range<Int>) -> String {
        let bounds = range.clamped(to: 0..<utf8.count)
        let start = utf8.index(utf8.startIndex, offsetBy: bounds.lowerBound)
        let end = utf8.index(utf8.startIndex, offsetBy: bounds.upperBound)
        return String(decoding: utf8[start..<end], as: UTF8.self)
    }
}
