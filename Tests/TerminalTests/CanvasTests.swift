import TestSupport
import Terminal
import Testing

/// A canvas of one row with a text at its beginning.
private func row(_ text: String, width: Int, canvas columns: Int = 12) -> Canvas {
    var canvas = Canvas(Size(width: columns, height: 1))
    canvas.put(text, at: Point(x: 0, y: 0), width: width, Style(.text))
    return canvas
}

@Suite struct `Drawing on a canvas` {
    @Test func `a text is written from its place and says how many columns it took`() {
        var canvas = Canvas(Size(width: 10, height: 2))
        #expect(canvas.put("Enel", at: Point(x: 2, y: 1), width: 8, Style(.company)) == 4)
        #expect(canvas.text(row: 0) == "          ")
        #expect(canvas.text(row: 1) == "  Enel    ")
        #expect(canvas[2, 1].style == Style(.company))
        #expect(canvas[6, 1].style == Style(.text))
    }

    @Test func `a text is cut at its width and at the edges of the canvas`() {
        var canvas = Canvas(Size(width: 6, height: 1))
        #expect(canvas.put("abcdef", at: Point(x: 0, y: 0), width: 3, Style(.text)) == 3)
        #expect(canvas.text(row: 0) == "abc   ")
        #expect(canvas.put("uvwxyz", at: Point(x: 4, y: 0), width: .max, Style(.text)) == 2)
        #expect(canvas.text(row: 0) == "abc uv")
        #expect(canvas.put("12345678", at: Point(x: -3, y: 0), width: 20, Style(.text)) == 8)
        #expect(canvas.text(row: 0) == "45678v")
    }

    @Test(arguments: [Point(x: 0, y: -1), Point(x: 0, y: 1), Point(x: 6, y: 0), Point(x: 9, y: 0)])
    func `nothing is written outside`(place: Point) {
        var canvas = Canvas(Size(width: 6, height: 1))
        #expect(canvas.put("abc", at: place, width: 6, Style(.text)) == 0)
        #expect(canvas == Canvas(Size(width: 6, height: 1)))
    }

    @Test func `a canvas without cells can be drawn on`() {
        var canvas = Canvas(Size(width: 0, height: 0))
        canvas.fill(Rect(x: 0, y: 0, width: 5, height: 5), Style(.bar))
        canvas.mark(Rect(x: -1, y: -1, width: 5, height: 5), .selected)
        #expect(canvas.put("a", at: Point(x: 0, y: 0), width: 1, Style(.text)) == 0)
        #expect(canvas.text(row: 0).isEmpty)
    }

    @Test func `the clip keeps everything outside as it was`() {
        var canvas = Canvas(Size(width: 8, height: 3))
        canvas.fill(Rect(canvas.size), Style(.dim))
        canvas.clip = Rect(x: 2, y: 1, width: 3, height: 1)
        for row in 0..<3 { canvas.put("abcdefgh", at: Point(x: 0, y: row), width: 8, Style(.title)) }
        canvas.mark(Rect(canvas.size), .selected)
        #expect((0..<3).map { canvas.text(row: $0) } == ["        ", "  cde   ", "        "])
        #expect(canvas[1, 1].style == Style(.dim))
        #expect(canvas[2, 1].style == Style(.title, .selected))
        #expect(canvas[5, 1].style == Style(.dim))
    }

    @Test func `a clip is never larger than the canvas`() {
        var canvas = Canvas(Size(width: 4, height: 2))
        canvas.clip = Rect(x: -5, y: -5, width: 100, height: 100)
        #expect(canvas.clip == Rect(canvas.size))
    }

    @Test func `marks are added to what is there and roles stay`() {
        var canvas = row("Enel", width: 4)
        canvas.mark(Rect(x: 1, y: 0, width: 2, height: 1), .selected)
        canvas.mark(Rect(x: 2, y: 0, width: 2, height: 1), .match)
        #expect(
            (0..<4).map { canvas[$0, 0].style.marks } == [[], .selected, [.selected, .match], .match])
        #expect(canvas.text(row: 0) == "Enel        ")
    }

    @Test func `the same picture is equal whatever way it was drawn`() {
        var first = row("e\u{301}", width: 1)
        first.put("o\u{302}", at: Point(x: 1, y: 0), width: 1, Style(.text))
        var second = Canvas(Size(width: 12, height: 1))
        second.put("o\u{302}", at: Point(x: 1, y: 0), width: 1, Style(.text))
        second.put("e\u{301}", at: Point(x: 0, y: 0), width: 1, Style(.text))
        #expect(first == second)
        second.put("e\u{300}", at: Point(x: 0, y: 0), width: 1, Style(.text))
        #expect(first != second)
    }

    @Test func `a cell takes 8 bytes`() {
        #expect(MemoryLayout<Cell>.stride == 8)
    }
}

@Suite struct `Wide characters on a canvas` {
    @Test func `a wide character takes two columns`() {
        let canvas = row("日本", width: 12)
        #expect(canvas.text(row: 0) == "日本        ")
        #expect((0..<5).map { canvas[$0, 0].width } == [2, 0, 2, 0, 1])
        #expect(canvas.character(x: 2, y: 0) == "本")
        #expect(canvas.character(x: 3, y: 0).isEmpty)
    }

    @Test func `a wide character that does not fit leaves a blank`() {
        #expect(row("a日本", width: 4).text(row: 0) == "a日         ")
        #expect(row("a日本b", width: 9, canvas: 4).text(row: 0) == "a日 ")
    }

    @Test(arguments: 0..<5)
    func `writing over half of a wide character blanks its other half`(column: Int) {
        var canvas = row("日本語", width: 6, canvas: 6)
        canvas.put("x", at: Point(x: column, y: 0), width: 1, Style(.text))
        #expect(halvesMatch(canvas))
        #expect(canvas.character(x: column, y: 0) == "x")
        canvas.put("語", at: Point(x: column, y: 0), width: 2, Style(.text))
        #expect(halvesMatch(canvas))
    }

    @Test(arguments: 0..<6)
    func `filling over half of a wide character blanks its other half`(column: Int) {
        var canvas = row("日本語", width: 6, canvas: 6)
        canvas.fill(Rect(x: column, y: 0, width: 1, height: 1), Style(.text))
        #expect(halvesMatch(canvas))
    }

    @Test func `a wide character half before the clip leaves a blank`() {
        var canvas = Canvas(Size(width: 6, height: 1))
        canvas.clip = Rect(x: 1, y: 0, width: 5, height: 1)
        canvas.put("日本", at: Point(x: 0, y: 0), width: 4, Style(.text))
        #expect(canvas.text(row: 0) == "  本  ")
    }

    /// Every left half is followed by its right half, and no right half stands alone.
    private func halvesMatch(_ canvas: Canvas) -> Bool {
        let widths = (0..<canvas.size.width).map { canvas[$0, 0].width }
        return widths.indices.allSatisfy { index in
            let follower = index + 1 < widths.count ? widths[index + 1] : 1
            return (widths[index] == 2) == (follower == 0)
        } && widths.first != 0
    }
}

@Suite struct `Hostile text on a canvas` {
    @Test func `marks stay with their character and take no column`() {
        let canvas = row("pe\u{300}rche\u{301}!", width: 12)
        #expect(canvas.text(row: 0) == "pe\u{300}rche\u{301}!     ")
        #expect(canvas.character(x: 1, y: 0).unicodeScalars.count == 2)
        #expect(canvas.character(x: 6, y: 0) == "!")
    }

    @Test func `a heap of marks is cut`() {
        let canvas = row("a" + String(repeating: "\u{301}", count: 500) + "b", width: 12)
        #expect(canvas.character(x: 0, y: 0).unicodeScalars.count == 5)
        #expect(canvas.character(x: 1, y: 0) == "b")
    }

    @Test func `a mark without a character before it leaves the neighbour alone`() {
        var canvas = row("│", width: 1)
        canvas.put("\u{301}b", at: Point(x: 1, y: 0), width: 5, Style(.text))
        #expect(canvas.text(row: 0) == "│b          ")
    }

    @Test(arguments: [
        "\u{1B}[31mred\u{1B}[0m", "a\u{9B}31mb", "a\tb", "a\u{7}\u{8}b", "\u{202E}abc\u{202C}", "a\u{200B}\u{200D}b",
        "e\u{301}\u{FE0F}", "👨‍👩‍👧‍👦 x", "👍🏽 x", "🇮🇹🇪🇺", "日本\u{3099}", "\u{1100}\u{1161}\u{11A8}", "a\u{AD}b",
        "\u{E0041}\u{E007F}z", "\u{FFFE}\u{10FFFF}\u{E000}", "\r\na\u{2028}b", "ﷺ", "\u{301}", "", "x\u{7F}\u{0}y",
    ])
    func `what is drawn ends at the column that was measured`(text: String) {
        var canvas = Canvas(Size(width: 40, height: 1))
        let columns = canvas.put(text, at: Point(x: 0, y: 0), width: 40, Style(.text))
        canvas.put("|", at: Point(x: columns, y: 0), width: 1, Style(.text))
        #expect(columns == TextWidth.columns(of: text))
        #expect(canvas.character(x: columns, y: 0) == "|")
        #expect(canvas.text(row: 0).unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
        #expect(TextWidth.columns(of: canvas.text(row: 0)) == 40)
    }

    @Test func `control characters become visible and directions disappear`() {
        #expect(row("\u{1B}[1m\u{202E}x\u{9B}\ty", width: 12).text(row: 0) == "\u{FFFD}[1mx\u{FFFD} y    ")
    }
}

@Suite struct `The text of a canvas in snapshots` {
    @Test func `characters come first and then one letter for each role`() {
        var canvas = Canvas(Size(width: 8, height: 2))
        canvas.put("Eni", at: Point(x: 0, y: 0), width: 3, Style(.company))
        canvas.put("日 ok", at: Point(x: 0, y: 1), width: 8, Style(.text))
        canvas.mark(Rect(x: 0, y: 0, width: 5, height: 1), .selected)
        canvas.cursor = Point(x: 0, y: 0)
        #expect(canvas.snapshot == "Eni\n日 ok\n---\nCCCTT\n\ncursor 0,0\n")
    }
}
