import Ingest
import Model
import Testing

@Suite struct PageEncodingTests {
    private let prose =
        "<p>Una frase lunga abbastanza da stare in un articolo, che dice qualcosa di un'impresa e poi finisce. "

    private func text(_ label: String, _ letters: [UInt8], named name: String = "a.html") throws -> String {
        let page =
            "<html><head><meta http-equiv=Content-Type content=\"text/html; charset=\(label)\"></head><body>\(prose)"
        return try Reader().articles(in: Array(page.utf8) + letters, named: name)[0].text
    }

    @Test(
        arguments: [
            ("shift_jis", [0x8A, 0x94, 0x8E, 0xAE], "株式"), ("euc-jp", [0xB3, 0xF4, 0xBC, 0xB0], "株式"),
            ("gb2312", [0xB9, 0xAB, 0xCB, 0xBE], "公司"),
            ("big5", [0xA4, 0xBD, 0xA5, 0x71], "公司"), ("EUC-KR", [0xC8, 0xB8, 0xBB, 0xE7], "회사"),
            ("windows-1251", [0xCD, 0xEE, 0xE2], "Нов"),
            ("koi8-r", [0xEE, 0xCF, 0xD7], "Нов"), ("iso-8859-2", [0xAF, 0xF3, 0xB3, 0xE6], "Żółć"),
            ("windows-1254", [0xDD, 0xFE], "İş"),
            ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x33, 0x74, 0x1B, 0x28, 0x42], "株"), ("iso-8859-1", [0xE8, 0x80], "è€"),
        ] as [(String, [UInt8], String)])
    func `a page is read in the encoding that it declares`(label: String, letters: [UInt8], read: String) throws {
        #expect(try text(label, letters).hasSuffix("finisce. " + read))
    }

    @Test func `a page without an ending in its name is read in the encoding that it declares`() throws {
        for name in ["pagina", "-", "a.php", "https://telaio.example/"] {
            #expect(try text("windows-1251", [0xCD, 0xEE, 0xE2], named: name).hasSuffix("finisce. Нов"))
            #expect(try text("iso-8859-2", [0xAF, 0xF3, 0xB3, 0xE6], named: name).hasSuffix("finisce. Żółć"))
        }
    }

    @Test func `UTF-8 is read as that, whatever the page declares, and an unknown encoding by guess`() throws {
        #expect(try text("shift_jis", Array("perché “così”".utf8)).hasSuffix("perché “così”"))
        #expect(try text("x-nessuno", [0xE8]).hasSuffix("è"))
    }

    @Test func `a few NULs and controls in a page hide nothing, many make it no text`() throws {
        #expect(try text("utf-8", Array("qui\0 e là\u{1}".utf8)).contains("qui e là"))
        #expect(throws: IngestError.notText("binary data")) { try text("utf-8", Array(repeating: 0, count: 1000)) }
    }
}
