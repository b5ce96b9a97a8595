/// An encoding that a page declares, beyond UTF-8 and those of Western Europe (`CodePage`).
struct PageEncoding {
    /// The label as iconv knows it.
    private let label: String
    /// Whether it writes other letters as ASCII ones after an escape.
    private let hasEscapes: Bool

    /// The encoding named after `charset=` in the first 4096 bytes, or in an XML declaration; `nil` where none is named
    /// or it is one of those that need no conversion.
    init?(declaredIn page: [UInt8]) {
        let mayBeXML = page.index(of: UInt8(ascii: "?"), in: 0..<min(page.count, 200)) != nil
        var name = mayBeXML ? XMLDeclaration(of: Array(page.prefix(200))).encoding : nil
        if let value = PageEncoding.charset(in: page) { name = value }
        guard let name, !name.isEmpty, !PageEncoding.plain.contains(name) else { return nil }
        // As browsers do (WHATWG Encoding), the larger encoding of a family is read.
        label = PageEncoding.larger[name] ?? name
        hasEscapes = name.hasPrefix("iso-2022") || name.hasPrefix("hz-")
    }

    /// The small letters, digits and hyphens after the first `charset=` of the first 4096 bytes.
    private static func charset(in page: [UInt8]) -> String? {
        let limit = min(page.count, 4096)
        var from = 0
        while let mark = page.index(of: UInt8(ascii: "="), in: from..<limit) {
            from = mark + 1
            guard mark >= 7, page[mark - 7..<mark].lazy.map(\.lowercased).elementsEqual("charset".utf8) else {
                continue
            }
            let value = page[from..<limit].drop { $0 == .space || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
            let marks = [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":")]
            let name = value.prefix { $0.isLetter || $0.isDigit || marks.contains($0) }
            return String(decoding: name.map(\.lowercased), as: UTF8.self)
        }
        return nil
    }

    /// The page as UTF-8; `nil` where it is UTF-8 already, whatever it says, or the encoding is not known.
    func decode(_ page: [UInt8]) -> [UInt8]? {
        if hasEscapes {
            guard page.contains(0x1B) || page.contains(UInt8(ascii: "~")) else { return nil }
        } else if isMostlyUTF8(page) {
            return nil
        }
        return converted(page, from: label)
    }

    private static let plain: Set<String> = [
        "utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "utf-32", "utf-7", "us-ascii", "ascii", "iso-8859-1",
        "latin1", "windows-1252", "cp1252", "iso-8859-15", "latin9",
    ]

    private static let larger = [
        "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932", "sjis": "cp932", "euc-kr": "cp949",
        "ks_c_5601-1987": "cp949", "big5": "big5-hkscs", "x-x-big5": "big5-hkscs", "iso-8859-9": "windows-1254",
        "tis-620": "cp874", "iso-8859-11": "cp874", "windows-874": "cp874", "x-gbk": "gb18030",
        "x-mac-cyrillic": "mac-cyrillic",
    ]
}
