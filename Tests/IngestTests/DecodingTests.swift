import Ingest
import Model
import Testing

@Suite struct DecodingTests {
    private func text(_ bytes: [UInt8], _ format: Format = .text) throws -> String {
        try Reader().articles(in: bytes, named: "a", format: format)[0].text
    }

    private func wide(_ text: String, littleEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { littleEndian ? [UInt8($0 & 255), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 255)] }
    }

    @Test func `UTF-8 with and without its mark, and UTF-16 with and without, give the same text`() throws {
        let sample = "Città e perché, 3 € 🚄"
        #expect(try text(Array(sample.utf8)) == sample)
        #expect(try text([0xEF, 0xBB, 0xBF] + Array(sample.utf8)) == sample)
        for littleEndian in [true, false] {
            #expect(try text(wide("\u{FEFF}" + sample, littleEndian: littleEndian)) == sample)
            #expect(try text(wide(sample, littleEndian: littleEndian)) == sample)
        }
    }

    @Test func `the encodings of one byte are told apart`() throws {
        #expect(try text(Array("citt".utf8) + [0xE0, 0x20, 0x80, 0x20, 0x93, 0x94]) == "città € “”")
        #expect(try text(Array("citt".utf8) + [0xE0, 0x20, 0xA4]) == "città €")
        #expect(try text(Array("citt".utf8) + [0xE0]) == "città")
        let page = "<meta charset=iso-8859-15><p>prezzo: "
        #expect(try text(Array(page.utf8) + [0xA4, 0x20, 0xBD], .html) == "prezzo: € œ")
    }

    @Test func `a damaged byte does not spoil a text in UTF-8`() throws {
        let sound = String(repeating: "è già così ", count: 10)
        #expect(try text(Array(sound.utf8) + [0xE9] + Array("fine".utf8)) == sound + "\u{FFFD}fine")
    }

    @Test func `line ends of every kind become line feeds`() throws {
        #expect(try text(Array("uno\r\ndue\rtre\n\rquattro\r".utf8)) == "uno\ndue\ntre\n\nquattro\n")
    }

    @Test(arguments: [[], [0xEF, 0xBB, 0xBF], [0x20, 0x0A, 0x0D, 0x09], [0xFF, 0xFE]] as [[UInt8]])
    func `nothing, a mark alone and blanks alone are empty`(bytes: [UInt8]) {
        #expect(throws: IngestError.empty) { try text(bytes) }
    }

    @Test(
        arguments: [
            Array("a\0b".utf8), Array("%PDF-1.4 ciao".utf8), [0x89, 0x50, 0x4E, 0x47, 1, 2], [0x1F, 0x8B, 8],
            Array(repeating: 0x01, count: 50), Array(repeating: 0x00, count: 50),
        ] as [[UInt8]])
    func `bytes that are no text are refused`(bytes: [UInt8]) {
        let error = #expect(throws: IngestError.self) { try text(bytes) }
        #expect(error?.description.hasPrefix("not a text but") == true)
    }

    @Test func `marks alone are no article`() {
        #expect(throws: IngestError.noArticle) { try text(Array("--- ***\n".utf8)) }
        #expect(throws: IngestError.noArticle) { try text(Array("<html><script>x()</script></html>".utf8), .html) }
    }

    @Test func `a line of a megabyte is one paragraph`() throws {
        let line = String(repeating: "parola ", count: 150_000) + "fine."
        #expect(try article(line).blocks.map(\.range) == [0..<line.utf8.count])
    }

    @Test func `more bytes than the limit are refused`() {
        let bytes = [UInt8](repeating: 0x61, count: 11)
        #expect(throws: IngestError.tooLarge(bytes: 11, limit: 10)) {
            try Reader(limit: 10).articles(in: bytes, named: "a")
        }
    }
}

@Suite struct FormatTests {
    @Test(arguments: [
        ("a.md", "ciao", Format.markdown), ("a.HTM", "ciao", .html), ("a.txt", "<html>", .text),
        ("-", "\n<!DOCTYPE HTML><p>", .html), ("nota", "<?xml version=\"1.0\"?><html>", .html),
        ("-", "---\ntitle: x\n---\n", .markdown), ("-", "--- nota\nciao", .text), ("a.b/c", "ciao", .text),
    ])
    func `the name's ending tells the format, or else how the text begins`(name: String, text: String, format: Format) {
        #expect(Format(named: name, text: Array(text.utf8)) == format)
    }
}

@Suite struct LanguageGuessTests {
    @Test(arguments: [
        ("it", "Il consiglio ha deciso di non vendere la rete che ha comprato nel corso dell'anno"),
        ("en", "The board has decided not to sell the network that it bought in the course of the year"),
        ("de", "Der Vorstand hat nicht die Absicht, das Netz zu verkaufen, und das ist auch gut"),
        ("fr", "Le conseil ne veut pas vendre le réseau qui est dans les comptes de la société"),
        ("es", "El consejo no ha querido vender la red que compró el año pasado por los socios"),
    ])
    func `little words tell the language`(code: String, text: String) {
        #expect(LanguageGuess.language(of: Array(text.utf8)) == Language(code))
    }

    @Test(arguments: ["", "Enel 3,4% Telecom Italia", "日本 Ελλάδα"])
    func `a text without little words has no language`(text: String) {
        #expect(LanguageGuess.language(of: Array(text.utf8)) == nil)
    }
}
