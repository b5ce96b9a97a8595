import Foundation
import Ingest
import Model
import Testing

@Suite struct ServedEncodingTests {
    private let cyrillic: [UInt8] = [0xCD, 0xEE, 0xE2, 0xFB, 0xE9]

    @Test func `an encoding that only the server states is believed where the text is no UTF-8`() {
        let type = "text/html; charset=\"Windows-1251\""
        #expect(ServedEncoding.decode(Array("<p>".utf8) + cyrillic, type: type) == Array("<p>Новый".utf8))
        #expect(ServedEncoding.decode(Array("perché".utf8), type: type) == Array("perché".utf8))
        #expect(ServedEncoding.decode(cyrillic, type: "text/html") == cyrillic)
        #expect(ServedEncoding.decode(cyrillic, type: "text/html; charset=x-nessuno") == cyrillic)
        #expect(ServedEncoding.decode(cyrillic, type: "text/html; charset=") == cyrillic)
    }

    @Test func `what the text itself says of its encoding is believed before the server`() {
        let page = Array("<meta charset=koi8-r>".utf8) + cyrillic
        #expect(ServedEncoding.decode(page, type: "text/html; charset=windows-1251") == page)
        let feed = Array("<?xml version='1.0' encoding='koi8-r'?><rss>".utf8) + cyrillic
        #expect(ServedEncoding.decode(feed, type: "text/xml; charset=windows-1251") == feed)
    }

    @Test func `UTF-8 is told from what only looks like it`() {
        // Sound, too long, a surrogate, beyond the end, cut, alone.
        let samples: [[UInt8]] = [
            [0xC3, 0xA8], [0xE2, 0x80, 0x9C], [0xF0, 0x9F, 0x9A, 0x80], [0xC0, 0xAF], [0xE0, 0x80, 0xAF],
            [0xED, 0xA0, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0xF4, 0x8F, 0xBF, 0xBF], [0xE2, 0x80], [0x80], [0xF5, 0x80, 0x80, 0x80],
            [0xED, 0x9F, 0xBF],
            [0xF0, 0x8F, 0xBF, 0xBF], [0xFF],
        ]
        for sample in samples {
            for before in 0..<10 {
                let text = Array(repeating: UInt8(ascii: "a"), count: before) + sample + Array("fine".utf8)
                let isSound = String(validating: text, as: UTF8.self) != nil
                // Only what is not UTF-8 is converted.
                let decoded = ServedEncoding.decode(text, type: "text/plain; charset=iso-8859-2")
                #expect((decoded == text) == isSound, "\(sample) after \(before)")
            }
        }
    }
}
