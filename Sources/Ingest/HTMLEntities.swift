import CGumbo
import Glibc

/// Reads the character references of HTML (`&egrave;`, `&#8217;`, `&amp`), by the rules of HTML 5.
struct HTMLEntities {
    /// References by rare names, as the parser reads them.
    private var rare: [[UInt8]: [UInt8]?] = [:]

    /// Adds a text to others with its references read.
    ///
    /// - `isValue`: whether it is an attribute's value, where a name without `;` before a letter or `=` is none.
    mutating func decode(_ text: UnsafeBufferPointer<UInt8>, isValue: Bool = false, into result: inout [UInt8]) {
        guard let start = text.baseAddress else { return }
        var index = 0
        while index < text.count {
            guard let found = memchr(start + index, Int32(UInt8(ascii: "&")), text.count - index) else { break }
            let mark = UnsafeRawPointer(found) - UnsafeRawPointer(start)
            result.append(contentsOf: UnsafeBufferPointer(rebasing: text[index..<mark]))
            index = mark + 1
            if let end = takeReference(text, from: index, isValue: isValue, into: &result) {
                index = end
            } else {
                result.append(UInt8(ascii: "&"))
            }
        }
        result.append(contentsOf: UnsafeBufferPointer(rebasing: text[min(index, text.count)...]))
    }

    /// Adds what the reference after an `&` stands for; its end, or `nil` where there is none.
    private mutating func takeReference(
        _ text: UnsafeBufferPointer<UInt8>, from first: Int, isValue: Bool, into result: inout [UInt8]
    ) -> Int? {
        guard first < text.count else { return nil }
        if text[first] == UInt8(ascii: "#") { return takeNumber(text, from: first + 1, into: &result) }
        var end = first
        while end < text.count, end - first < 32, text[end].isLetter || text[end].isDigit { end += 1 }
        guard end > first else { return nil }
        let name = Array(text[first..<end])
        if end < text.count, text[end] == UInt8(ascii: ";") {
            if let letters = HTMLEntities.common[name] ?? asked(name) {
                result.append(contentsOf: letters)
                return end + 1
            }
        }
        // The old names need no `;`.
        guard
            let count = (2...6).reversed().first(where: {
                $0 <= name.count && HTMLEntities.old.contains(Array(name[..<$0]))
            }),
            let letters = HTMLEntities.common[Array(name[..<count])]
        else { return nil }
        let after = first + count
        if isValue, after < text.count, text[after].isLetter || text[after].isDigit || text[after] == UInt8(ascii: "=")
        {
            return nil
        }
        result.append(contentsOf: letters)
        return after
    }

    private func takeNumber(_ text: UnsafeBufferPointer<UInt8>, from first: Int, into result: inout [UInt8]) -> Int? {
        let isHex = first < text.count && text[first] | 0x20 == UInt8(ascii: "x")
        var index = isHex ? first + 1 : first
        let start = index
        var value: UInt32 = 0
        while index < text.count, let digit = HTMLEntities.digit(text[index], isHex: isHex) {
            if value < 0x20_0000 { value = value * (isHex ? 16 : 10) + digit }
            index += 1
        }
        guard index > start else { return nil }
        let code = 0x80...0x9F ~= value ? CodePage.windows1252.scalar(UInt8(value)).value : value
        let scalar = code == 0 ? "\u{FFFD}" : Unicode.Scalar(code) ?? "\u{FFFD}"
        result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        return index < text.count && text[index] == UInt8(ascii: ";") ? index + 1 : index
    }

    private static func digit(_ byte: UInt8, isHex: Bool) -> UInt32? {
        if byte.isDigit { return UInt32(byte - 0x30) }
        guard isHex, 0x61...0x66 ~= byte | 0x20 else { return nil }
        return UInt32((byte | 0x20) - 0x57)
    }

    /// What the parser makes of a name; asked once for each, and for a thousand names at most.
    private mutating func asked(_ name: [UInt8]) -> [UInt8]? {
        if let known = rare[name] { return known }
        guard rare.count < 1000 else { return nil }
        let reference = [UInt8(ascii: "&")] + name + [UInt8(ascii: ";")]
        let answer = HTMLTree.text(ofFragment: reference)
        let found = answer == reference || answer.isEmpty ? nil : answer
        rare[name] = found
        return found
    }
}

extension HTMLEntities {
    /// The names of Latin-1's letters and marks from U+00A0 on.
    private static let latin = """
        nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute \
        micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig \
        Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash \
        Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute \
        ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc \
        uuml yacute thorn yuml
        """.split(separator: " ").map { Array($0.utf8) }

    private static let others: [(String, String)] = [
        ("amp", "&"), ("AMP", "&"), ("lt", "<"), ("LT", "<"), ("gt", ">"), ("GT", ">"), ("quot", "\""), ("QUOT", "\""),
        ("apos", "'"), ("rsquo", "’"), ("lsquo", "‘"), ("rdquo", "”"), ("ldquo", "“"), ("sbquo", "‚"), ("bdquo", "„"),
        ("ndash", "–"), ("mdash", "—"), ("hellip", "…"), ("bull", "•"), ("euro", "€"), ("trade", "™"), ("prime", "′"),
        ("lsaquo", "‹"), ("rsaquo", "›"), ("ensp", "\u{2002}"), ("emsp", "\u{2003}"), ("thinsp", "\u{2009}"),
        ("zwnj", "\u{200C}"), ("zwj", "\u{200D}"), ("minus", "−"), ("rarr", "→"), ("larr", "←"), ("raquo", "»"),
        ("OElig", "Œ"), ("oelig", "œ"), ("Scaron", "Š"), ("scaron", "š"), ("num", "#"), ("excl", "!"), ("comma", ","),
        ("period", "."), ("lpar", "("), ("rpar", ")"), ("colon", ":"), ("semi", ";"), ("dollar", "$"), ("percnt", "%"),
    ]

    private static let common: [[UInt8]: [UInt8]] = {
        var table: [[UInt8]: [UInt8]] = [:]
        for (index, name) in latin.enumerated() {
            table[name] = UTF8.encode(Unicode.Scalar(UInt8(0xA0 + index))).map(Array.init)
        }
        for (name, letters) in others { table[Array(name.utf8)] = Array(letters.utf8) }
        return table
    }()

    /// The names that need no `;`.
    private static let old = Set(latin + others[..<8].map { Array($0.0.utf8) })
}
