import Terminal
import Testing

@Suite struct `The notation of keys` {
    static let all: [Key] =
        [
            .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end,
            .pageUp,
            .pageDown, .ctrlLeft, .ctrlRight, .shiftUp, .shiftDown,
        ]
        + (1...63).map { .function($0) } + (0...127).compactMap { Key(controlByte: $0) }
        + "jJ <>|?é日-^".unicodeScalars.flatMap { [.char($0), .alt($0)] }

    @Test(arguments: all)
    func `every key is read back from its notation`(key: Key) throws {
        #expect(Key(key.notation) == key)
        #expect(try Key.script("x" + key.notation + "y") == [.char("x"), key, .char("y")])
        #expect(!key.label.isEmpty)
    }

    @Test(arguments: [
        ("j", Key.char("j")), ("<Enter>", .enter), ("<Esc>", .escape), ("<Space>", .char(" ")), ("<C-d>", .ctrl("d")),
        ("<M-x>", .alt("x")), ("<A-X>", .alt("X")), ("<F1>", .function(1)), ("<lt>", .char("<")), ("<BS>", .backspace),
        ("<S-Tab>", .backTab), ("<C-D>", .ctrl("d")), ("<enter>", .enter), ("<CR>", .enter), ("<C-Left>", .ctrlLeft),
        ("<C-Space>", .ctrl(" ")), ("<M-lt>", .alt("<")), ("<gt>", .char(">")), ("<PgDn>", .pageDown),
        ("<C-\\>", .ctrl("\\")),
        (" ", .char(" ")),
    ])
    func `keys are written as in vi`(notation: String, key: Key) {
        #expect(Key(notation) == key)
    }

    @Test(arguments: [
        ("<C-i>", Key.tab), ("<C-m>", .enter), ("<C-j>", .enter), ("<C-h>", .backspace), ("<C-[>", .escape),
    ])
    func `combinations that a terminal cannot tell from a key are that key`(notation: String, key: Key) {
        #expect(Key(notation) == key)
    }

    @Test(arguments: [
        "", "jk", "<>", "<Foo>", "<F0>", "<F64>", "<F+1>", "<C-é>", "<C-1>", "<M-ab>", "\u{1B}", "\u{202E}",
    ])
    func `what is no key is not read`(notation: String) {
        #expect(Key(notation) == nil)
    }

    @Test(arguments: [
        (Key.ctrl("d"), "Ctrl-D"), (.char(" "), "Space"), (.pageDown, "PgDn"), (.alt("x"), "Alt-x"), (.char("G"), "G"),
        (.function(5), "F5"), (.backTab, "Shift-Tab"), (.char("<"), "<"), (.ctrl(" "), "Ctrl-Space"),
    ])
    func `help calls keys by their names`(key: Key, label: String) {
        #expect(key.label == label)
    }
}

@Suite struct `Scripts of keys` {
    @Test func `a script is read character by character`() throws {
        let keys = try Key.script("c a<Enter>/x<C-d><lt>>")
        #expect(
            keys == [
                .char("c"), .char(" "), .char("a"), .enter, .char("/"), .char("x"), .ctrl("d"), .char("<"), .char(">"),
            ])
    }

    @Test func `line ends and tabs are their keys`() throws {
        #expect(try Key.script("a\n\tb") == [.char("a"), .enter, .tab, .char("b")])
        #expect(try Key.script("").isEmpty)
    }

    @Test(arguments: [
        ("ab<Foo>c", KeyError.unknown(name: "Foo", column: 3)), ("a<Enter", .unclosed(column: 2)),
        ("è<", .unclosed(column: 2)), ("j\u{1B}", .unknown(name: "\u{1B}", column: 2)),
        ("<>", .unknown(name: "", column: 1)),
    ])
    func `an error names its column`(script: String, error: KeyError) {
        #expect(throws: error) { try Key.script(script) }
        #expect(error.description.hasPrefix("column "))
        #expect(!error.description.contains("\u{1B}"))
    }
}
