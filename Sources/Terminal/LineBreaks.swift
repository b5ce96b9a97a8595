/// Where a line may end between two characters; a small part of Unicode Standard Annex 14.
enum LineBreaks {
    /// Whether a scalar is a space at which lines end: not the ones that keep words together.
    static func isSpace(_ value: UInt32) -> Bool {
        switch value {
        case 0x20, 0x09, 0x0D, 0x85, 0x2028, 0x2029, 0x2000...0x2006, 0x2008...0x200B, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Whether a line may end between two scalars; `before` stands before them. At spaces the caller decides.
    static func isAllowed(between left: UInt32, and right: UInt32, after before: UInt32) -> Bool {
        if isSpace(left) || Glyph(right).columns == 0 { return false }
        if isHyphen(left) { return !isSpace(before) && !isHyphen(before) && isWordPart(right) }
        guard EastAsianWidth.isWide(left) || EastAsianWidth.isWide(right) else { return false }
        return !isOpening(left) && !isClosing(right)
    }

    /// Hyphen-minus, hyphen, en and em dash.
    private static func isHyphen(_ value: UInt32) -> Bool {
        value == 0x2D || value == 0x2010 || value == 0x2013 || value == 0x2014
    }

    /// Letters, so that `-5` and `--` stay together.
    private static func isWordPart(_ value: UInt32) -> Bool {
        (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) || value >= 0xC0 && !isHyphen(value)
    }

    private static func isOpening(_ value: UInt32) -> Bool {
        switch value {
        case 0x28, 0x5B, 0x7B, 0xAB, 0x2018, 0x201C, 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0x3018,
            0x301A, 0x301D, 0xFF08, 0xFF3B, 0xFF5B, 0xFF5F:
            true
        default: false
        }
    }

    /// Closing brackets and stops, small kana and marks of repetition: none begins a line.
    private static func isClosing(_ value: UInt32) -> Bool {
        switch value {
        case 0x21, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0x7D, 0xBB, 0x2019, 0x201D, 0x2026, 0x3001, 0x3002, 0x3005,
            0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017, 0x3019, 0x301B, 0x301E, 0x301F, 0x3041, 0x3043,
            0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x308E, 0x309D, 0x309E, 0x30A1, 0x30A3, 0x30A5,
            0x30A7, 0x30A9, 0x30C3, 0x30E3, 0x30E5, 0x30E7, 0x30EE, 0x30FB...0x30FE, 0xFF01, 0xFF09, 0xFF0C, 0xFF0E,
            0xFF1A, 0xFF1B, 0xFF1F, 0xFF3D, 0xFF5D, 0xFF60:
            true
        default: false
        }
    }
}
