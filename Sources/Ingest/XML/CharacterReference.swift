/// A reference to a character in a marked-up text: `&eacute;`, `&#233;`, `&#xE9;`.
struct CharacterReference {
    /// How many bytes it takes.
    var count: Int
    /// The character; `nil` for one that may not stand in a text (`&#27;`).
    var scalar: Unicode.Scalar?

    /// The reference where an ampersand stands; `nil` where it is none, or of a name that is not known.
    ///
    /// `isLoose`: whether the semicolon may be missing where browsers forgive that.
    init?(in text: [UInt8], at ampersand: Int, to end: Int, isLoose: Bool) {
        let start = ampersand + 1
        guard start < end else { return nil }
        if text[start] == UInt8(ascii: "#") {
            self.init(numberIn: text, at: start + 1, to: end)
            return
        }
        var stop = start
        while stop < end, stop - start < 32, text[stop].isLetter || text[stop].isDigit { stop += 1 }
        guard stop > start else { return nil }
        if stop < end, text[stop] == UInt8(ascii: ";"), let scalar = EntityNames.scalar(text[start..<stop]) {
            self.init(count: stop + 1 - ampersand, scalar: scalar)
        } else if isLoose, let found = EntityNames.prefix(of: text[start..<stop]) {
            self.init(count: found.count + 1, scalar: found.scalar)
        } else {
            return nil
        }
    }

    private init(count: Int, scalar: Unicode.Scalar?) {
        self.count = count
        self.scalar = scalar
    }

    /// A number after `&#`, with or without its semicolon.
    private init?(numberIn text: [UInt8], at start: Int, to end: Int) {
        var index = start
        var value: UInt32 = 0
        let isHex = index < end && text[index] | 0x20 == UInt8(ascii: "x")
        if isHex { index += 1 }
        let first = index
        while index < end, let digit = CharacterReference.digit(text[index], isHex: isHex) {
            // Beyond Unicode it stays beyond, however many digits follow.
            value = min(value * (isHex ? 16 : 10) + digit, 0x11_0000)
            index += 1
        }
        guard index > first else { return nil }
        if index < end, text[index] == UInt8(ascii: ";") { index += 1 }
        self.init(count: index - start + 2, scalar: XMLCleaning.scalar(value))
    }

    private static func digit(_ byte: UInt8, isHex: Bool) -> UInt32? {
        if byte.isDigit { return UInt32(byte - 0x30) }
        guard isHex, 0x61...0x66 ~= byte | 0x20 else { return nil }
        return UInt32(byte | 0x20) - 0x57
    }
}
