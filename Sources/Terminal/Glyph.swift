/// What a scalar of a text becomes on the screen. Drawing, measuring and printing all ask here, so they agree.
enum Glyph: Equatable {
    /// Itself, in one column.
    case narrow
    /// Itself, in two columns.
    case wide
    /// Itself, on the character before it; nothing where there is none.
    case mark
    /// A blank: tabs and the ends of lines.
    case space
    /// U+FFFD: control characters and what is no character at all.
    case replaced
    /// Nothing: what cannot be seen but can change what is seen.
    case hidden

    /// What a scalar value becomes.
    init(_ value: UInt32) {
        switch value {
        case 0x20..<0x7F, 0xA1..<0xAD, 0xAE..<0x300, 0x2010..<0x2028, 0x20A0..<0x20D0, 0x2500..<0x25FD: self = .narrow
        case 0x09, 0x0A, 0x0D, 0x85, 0xA0, 0x2028, 0x2029: self = .space
        case 0..<0x20, 0x7F..<0xA0: self = .replaced
        case 0x4E00..<0xA000, 0xAC00..<0xD7A4: self = .wide
        default: self = Glyph.classified(value)
        }
    }

    /// Columns it takes, 0 to 2.
    var columns: Int {
        switch self {
        case .narrow, .space, .replaced: 1
        case .wide: 2
        case .mark, .hidden: 0
        }
    }

    private static func classified(_ value: UInt32) -> Glyph {
        guard let scalar = Unicode.Scalar(value) else { return .replaced }
        let properties = scalar.properties
        if isHidden(value) || properties.isDefaultIgnorableCodePoint { return .hidden }
        if isConjoining(value) { return .mark }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return .mark
        case .format: return isNumberSign(value) ? .narrow : .hidden
        default: return EastAsianWidth.isWide(value) ? .wide : .narrow
        }
    }

    /// Joiners, tags and skin tones that some terminals fold into the glyph before and others set beside it.
    private static func isHidden(_ value: UInt32) -> Bool {
        (0x1F3FB...0x1F3FF).contains(value) || (0xE0000...0xE0FFF).contains(value)
    }

    /// Vowels and finals of Hangul, which terminals draw in the columns of the consonant before.
    private static func isConjoining(_ value: UInt32) -> Bool {
        (0x1161...0x11FF).contains(value) || (0xD7B0...0xD7FB).contains(value)
    }

    /// Format characters that are drawn: the signs that enclose numbers in Arabic, Syriac and Kaithi.
    private static func isNumberSign(_ value: UInt32) -> Bool {
        switch value {
        case 0x600...0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD: true
        default: false
        }
    }
}
