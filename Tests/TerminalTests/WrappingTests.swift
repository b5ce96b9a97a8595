import Terminal
import Testing

/// The lines of a text as strings.
private func lines(_ text: String, _ width: Int) -> [String] {
    Wrapping.lines(of: text, width: width).map { piece(text, $0) }
}

private func piece(_ text: String, _ range: Range<Int>) -> String {
    String(decoding: Array(text.utf8)[range], as: UTF8.self)
}

@Suite struct `Wrapping text` {
    @Test(
        arguments: [
            ("ieri è ufficiale", 8, ["ieri è", "ufficiale".prefix(8), "e"]),
            ("due rivali, un solo data center", 12, ["due rivali,", "un solo data", "center"]),
            ("a  b", 1, ["a", "b"]),
            ("fine   ", 4, ["fine"]),
            ("  rientro qui", 9, ["  rientro", "qui"]),
            ("uno\n\ndue\n", 10, ["uno", "", "due"]),
            ("socio-lavoratore", 8, ["socio-", "lavorato", "re"]),
            ("da -5 a --no", 5, ["da -5", "a", "--no"]),
            ("10 km", 4, ["10", "km"]),
            ("日本語です。", 4, ["日本", "語で", "す。"]),
            ("「日本」語", 5, ["「日", "本」語".prefix(2), "語"]),
            ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
            ("", 4, []),
            ("   ", 2, [""]),
            ("\n", 2, [""]),
        ] as [(String, Int, [Substring])])
    func `lines end where a reader would end them`(text: String, width: Int, expected: [Substring]) {
        #expect(lines(text, width) == expected.map { String($0) })
    }

    @Test func `words that belong together are not parted`() {
        #expect(lines("vale 10\u{A0}mila", 9) == ["vale", "10\u{A0}mila"])
    }

    @Test func `ranges count from the beginning of the whole text`() {
        let text = "Titolo\n\nè il testo"
        let found = Wrapping.lines(of: text.utf8, range: 8..<text.utf8.count, width: 4)
        #expect(found.map { piece(text, $0) } == ["è il", "test", "o"])
        #expect(found.first?.lowerBound == 8)
    }

    @Test func `a range outside the text gives no lines`() {
        #expect(Wrapping.lines(of: "abc".utf8, range: 5..<9, width: 4).isEmpty)
        #expect(Wrapping.lines(of: "abc".utf8, range: 1..<9, width: 4) == [1..<3])
    }

    @Test func `bytes that are no text are wrapped as well`() {
        let bytes: [UInt8] = [0xFF, 0xE2, 0x82, 0x20, 0xC3, 0x28, 0xF0, 0x9F]
        #expect(Wrapping.lines(of: bytes, range: 0..<8, width: 3) == [0..<3, 4..<7, 7..<8])
    }

    @Test(arguments: [1, 2, 3, 5, 8, 21, 80])
    func `lines give the text back and none is too wide`(width: Int) {
        var random = Dice(seed: UInt64(width))
        let alphabet = Array("ab c-è 日。「」e\u{301}😀\n\t–x  👨‍👩‍👧\u{200B}".unicodeScalars)
        for _ in 0..<300 {
            let text = String(
                String.UnicodeScalarView((0..<random.next(60)).map { _ in alphabet[random.next(alphabet.count)] }))
            check(text, Wrapping.lines(of: text, width: width), width: width)
        }
    }

    @Test(arguments: [1, 2, 3, 5, 8, 21, 80])
    func `letters of ASCII, taken together, are wrapped as other letters are`(width: Int) {
        var random = Dice(seed: UInt64(width))
        let alphabet = Array("aaaaaab  -\u{301}日\n".unicodeScalars)
        for _ in 0..<300 {
            let text = String(
                String.UnicodeScalarView((0..<random.next(60)).map { _ in alphabet[random.next(alphabet.count)] }))
            let other = text.replacing("a", with: "è").replacing("b", with: "ß")
            let lines = Wrapping.lines(of: text, width: width).map { piece(text, $0) }
            let others = Wrapping.lines(of: other, width: width).map { piece(other, $0) }
            #expect(lines.map { $0.replacing("a", with: "è").replacing("b", with: "ß") } == others)
        }
    }

    @Test func `lines are handed on one by one, in order`() {
        let text = String(repeating: "uno due\n", count: 500)
        var lines: [Range<Int>] = []
        Wrapping.eachLine(of: text.utf8, range: 4..<text.utf8.count, width: 3) { lines.append($0) }
        #expect(lines.count == 999)
        #expect(lines == Wrapping.lines(of: text.utf8, range: 4..<text.utf8.count, width: 3))
    }

    /// Lines are in order, what lies between them is space, and each fits or is a single wide character.
    private func check(_ text: String, _ lines: [Range<Int>], width: Int) {
        var end = 0
        for line in lines {
            #expect(line.lowerBound >= end && isBlank(text, end..<line.lowerBound), "\(text.debugDescription)")
            let content = piece(text, line)
            let columns = TextWidth.columns(of: content)
            #expect(
                columns <= width || content.unicodeScalars.filter { TextWidth.columns(of: $0) > 0 }.count == 1,
                "\(text.debugDescription) \(content.debugDescription)")
            end = line.upperBound
        }
        #expect(isBlank(text, end..<text.utf8.count), "\(text.debugDescription)")
    }

    private func isBlank(_ text: String, _ range: Range<Int>) -> Bool {
        piece(text, range).unicodeScalars.allSatisfy { " \n\t\u{200B}".unicodeScalars.contains($0) }
    }
}

/// Numbers that are the same in every run: splitmix64.
private struct Dice {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
}
