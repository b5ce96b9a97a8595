/// Folding of letters, so that `Perché`, `PERCHE` and `perche` are one word.
///
/// Case and the accents of Latin letters are dropped; combining marks vanish; everything else stays.
public enum Folding {
    /// The folded form of a text: `"L’Oréal"` gives `"l'oreal"`. Both apostrophes become `'`.
    public static func fold(_ text: some StringProtocol) -> String {
        var text = String(text)
        return text.withUTF8 { bytes in
            // Most texts have ASCII alone, and need no look at their scalars.
            if bytes.allSatisfy({ $0 < 0x80 }) { return foldPlain(bytes) }
            var folded = ""
            folded.reserveCapacity(bytes.count)
            for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
                append(scalar, to: &folded)
            }
            return folded
        }
    }

    private static func foldPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        String(unsafeUninitializedCapacity: bytes.count) { buffer in
            for (index, byte) in bytes.enumerated() { buffer[index] = byte &- 65 < 26 ? byte | 0x20 : byte }
            return bytes.count
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to folded: inout String) {
        let value = scalar.value
        if value < 0x80 {
            let lower = (65...90).contains(value) ? value + 32 : value
            folded.unicodeScalars.append(Unicode.Scalar(UInt8(lower)))
        } else if let base = Folding.base(of: scalar) {
            folded.append(base)
        } else if !(0x300...0x36F).contains(value) {
            folded.append(scalar.properties.lowercaseMapping)
        }
    }

    /// The plain lower-case letters of an accented Latin letter or typographic mark; `nil` for any other scalar.
    private static func base(of scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0x2019, 0x2018, 0x02BC: "'"
        case 0xA0, 0x202F, 0x2009: " "
        case 0x2010, 0x2011: "-"
        case 0xC0...0x17F, 0x218...0x21B: latin[scalar]
        default: nil
        }
    }

    /// Accented letters by their base, both cases.
    private static let latin: [Unicode.Scalar: String] = {
        let groups = [
            "a": "ÀÁÂÃÄÅàáâãäåĀāĂăĄą", "c": "ÇçĆćĈĉĊċČč", "d": "ĎďĐđ", "e": "ÈÉÊËèéêëĒēĔĕĖėĘęĚě", "g": "ĜĝĞğĠġĢģ",
            "h": "ĤĥĦħ", "i": "ÌÍÎÏìíîïĨĩĪīĬĭĮįİı", "j": "Ĵĵ", "k": "Ķķ", "l": "ĹĺĻļĽľĿŀŁł", "n": "ÑñŃńŅņŇňŉ",
            "o": "ÒÓÔÕÖØòóôõöøŌōŎŏŐő", "r": "ŔŕŖŗŘř", "s": "ŚśŜŝŞşŠšȘșſ", "t": "ŢţŤťŦŧȚț", "u": "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲų",
            "w": "Ŵŵ", "y": "ÝýÿŶŷŸ", "z": "ŹźŻżŽž", "ae": "Ææ", "oe": "Œœ", "ss": "ß", "th": "Þþ",
        ]
        var table: [Unicode.Scalar: String] = [:]
        for (base, letters) in groups {
            for letter in letters.unicodeScalars {
                table[letter] = base
            }
        }
        return table
    }()
}
