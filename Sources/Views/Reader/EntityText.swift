public import Model

/// What the screen says of an entity.
public enum EntityText {
    /// What it is and why: `Redmond → Microsoft · headquarters`, `TPU → Google · product`.
    public static func explanation(of mention: Mention, in text: String) -> String {
        let surface = text.slice(mention.range)
        var line = surface
        if let company = mention.company, company != surface { line += " → \(company)" }
        return line + " · " + reason(for: mention, surface: surface)
    }

    private static func reason(for mention: Mention, surface: String) -> String {
        if let amount = mention.amount { return self.text(of: amount) }
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

    /// `43,000,000,000 USD`, `3.4 %`.
    private static func text(of amount: Amount) -> String {
        let whole = amount.value.rounded(.towardZero)
        let figure = whole == amount.value && abs(whole) < 1e15 ? Figures.grouped(Int(whole)) : "\(amount.value)"
        switch amount.unit {
        case .percent: return figure + " %"
        case .money(let currency): return currency.map { "\(figure) \($0)" } ?? figure
        }
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
