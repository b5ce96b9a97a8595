/// The encodings of one byte a letter.
enum CodePage {
    case windows1252, latin1, latin9

    /// The encoding named after `charset=` in the first 4096 bytes; `nil` where none is named or it is another one.
    ///
    /// As browsers do (WHATWG Encoding), `iso-8859-1` is read as windows-1252.
    init?(declaredIn text: [UInt8]) {
        let head = String(decoding: text.prefix(4096), as: UTF8.self).lowercased()
        guard let mark = head.firstRange(of: "charset=") else { return nil }
        let label = head[mark.upperBound...].drop { "\"' ".contains($0) }.prefix {
            $0.isLetter || $0.isNumber || $0 == "-"
        }
        switch label {
        case "windows-1252", "iso-8859-1", "latin1", "us-ascii": self = .windows1252
        case "iso-8859-15", "latin9": self = .latin9
        default: return nil
        }
    }

    /// The likeliest encoding of a text: windows-1252, unless it has bytes that this leaves undefined, or a currency
    /// sign where ISO 8859-15 has the euro.
    init(guessedFrom text: [UInt8]) {
        var hasEuro = false
        var hasControls = false
        var hasUndefined = false
        for byte in text where byte >= 0x80 {
            hasEuro = hasEuro || byte == 0xA4
            hasControls = hasControls || byte < 0xA0
            hasUndefined = hasUndefined || (byte < 0xA0 && CodePage.windows[Int(byte) - 0x80] == nil)
        }
        if hasControls && !hasUndefined {
            self = .windows1252
        } else if hasEuro {
            self = .latin9
        } else {
            self = hasUndefined ? .latin1 : .windows1252
        }
    }

    /// The text as UTF-8.
    func decode(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 {
                text.append(byte)
            } else {
                text.append(contentsOf: UTF8.encode(scalar(byte)) ?? UTF8.encodedReplacementCharacter)
            }
        }
        return text
    }

    /// The letter that a byte from 0x80 on stands for.
    func scalar(_ byte: UInt8) -> Unicode.Scalar {
        switch self {
        case .windows1252 where byte < 0xA0: CodePage.windows[Int(byte) - 0x80] ?? "\u{FFFD}"
        case .latin9: CodePage.ninth[byte] ?? Unicode.Scalar(byte)
        default: Unicode.Scalar(byte)
        }
    }

    /// Windows-1252 from 0x80 to 0x9F.
    static let windows: [Unicode.Scalar?] = [
        "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil,
        nil, "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
    ]

    /// Where ISO 8859-15 differs from ISO 8859-1.
    private static let ninth: [UInt8: Unicode.Scalar] = [
        0xA4: "€", 0xA6: "Š", 0xA8: "š", 0xB4: "Ž", 0xB8: "ž", 0xBC: "Œ", 0xBD: "œ", 0xBE: "Ÿ",
    ]
}
