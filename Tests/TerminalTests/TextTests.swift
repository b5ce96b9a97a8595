import Terminal
import Testing

@Suite struct `The width of text` {
    @Test(arguments: [
        ("perche\u{301}", 6), ("perché", 6), ("日本", 4), ("ｱ", 1), ("Ａ", 2), ("한국어", 6), ("😀", 2), ("❤\u{FE0F}", 1),
        ("👨‍👩‍👧", 6), ("👍🏽", 2), ("🇮🇹", 2), ("1\u{FE0F}\u{20E3}", 1), ("a\tb", 3), ("\u{AD}", 0), ("\u{200B}", 0),
        ("\u{1B}", 1), ("€ “l’Enel” …", 12), ("नि", 2), ("กำ", 2), ("\u{1100}\u{1161}\u{11A8}", 2), ("", 0),
    ])
    func `columns are those of a terminal`(text: String, columns: Int) {
        #expect(TextWidth.columns(of: text) == columns)
    }

    @Test func `a piece of a text has the width of its characters`() {
        #expect(TextWidth.columns(of: "Banca 日本".dropFirst(6)) == 4)
    }

    @Test func `the width of a text is the sum over its scalars`() {
        let text = "L’Oréal 日本 e\u{301} 👩‍🚀\u{202E}\t"
        #expect(TextWidth.columns(of: text) == text.unicodeScalars.map { TextWidth.columns(of: $0) }.reduce(0, +))
    }

    @Test(arguments: [
        ("Mountain View", 13, "Mountain View"), ("Mountain View", 12, "Mountain Vi…"), ("Mountain View", 1, "…"),
        ("Mountain View", 0, ""), ("Mountain View", -3, ""), ("日本語", 6, "日本語"), ("日本語", 5, "日本…"),
        ("日本語", 4, "日…"), ("perche\u{301}no", 7, "perche\u{301}…"), ("", 0, ""),
    ])
    func `a cut text ends with an ellipsis and is never too wide`(text: String, columns: Int, cut: String) {
        let result = TextWidth.truncated(text, to: columns)
        #expect(Array(result.unicodeScalars) == Array(cut.unicodeScalars))
        #expect(TextWidth.columns(of: result) <= max(0, columns))
    }

    @Test func `another ellipsis is cut where there is no room for it`() {
        #expect(TextWidth.truncated("abcdef", to: 5, ellipsis: "...") == "ab...")
        #expect(TextWidth.truncated("abcdef", to: 2, ellipsis: "...") == "..")
    }
}

@Suite struct `Neutralised text` {
    /// Everything that must not come out, and one scalar of each class that has its own way of harm.
    static let dangerous: [ClosedRange<UInt32>] = [
        0x00...0x1F, 0x7F...0x9F, 0xAD...0xAD, 0x34F...0x34F, 0x61C...0x61C, 0x115F...0x1160, 0x180B...0x180F,
        0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164...0x3164, 0xFE00...0xFE0F, 0xFEFF...0xFEFF,
        0xFFA0...0xFFA0, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF,
    ]

    @Test(arguments: dangerous)
    func `nothing of a dangerous class comes out`(range: ClosedRange<UInt32>) throws {
        for value in range {
            let scalar = try #require(Unicode.Scalar(value))
            let safe = SafeText.neutralised("a\(scalar)b")
            #expect(!safe.unicodeScalars.contains(scalar), "U+\(String(value, radix: 16))")
            #expect(safe.hasPrefix("a") && safe.hasSuffix("b"))
        }
    }

    @Test func `ends of lines and tabs become one space`() {
        #expect(SafeText.neutralised("a\nb\r\nc\rd\te\u{85}f\u{2028}g\u{2029}h") == "a b c d e f g h")
    }

    @Test func `lines are kept where they are asked for`() {
        #expect(SafeText.neutralised(lines: "a\nb\r\nc\u{2029}\u{1B}d\te") == "a\nb\nc\n\u{FFFD}d e")
    }

    @Test(arguments: ["Perché l’Enel — «sì»", "日本語 e\u{301}", "😀 🇮🇹", "مرحبا שלום", "naïve ﬁ ½ ™"])
    func `ordinary text stays as it is`(text: String) {
        #expect(Array(SafeText.neutralised(text).unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test func `doing it twice changes nothing more`() {
        let hostile = String(String.UnicodeScalarView((0..<0x3000).compactMap { Unicode.Scalar($0) }))
        let safe = SafeText.neutralised(hostile)
        #expect(SafeText.neutralised(safe) == safe)
        #expect(TextWidth.columns(of: safe) == TextWidth.columns(of: hostile) || hostile.contains("\r\n"))
    }
}
