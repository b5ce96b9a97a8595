@testable import Model
import Testing

struct HostNameTests {
    @Test(arguments: [
        // Cyrillic а, р, р before Latin letters.
        ("https://\u{430}\u{440}\u{440}le.com/x", "https://xn--le-6kc8da.com/x"),
        ("https://\u{430}\u{440}\u{440}\u{4CF}\u{435}.com", "https://xn--80ak6aa92e.com"),
        ("http://news.\u{3BF}penai.com/\u{E8}?q=\u{430}", "http://news.xn--penai-qce.com/\u{E8}?q=\u{430}"),
    ])
    func `a name that could pass for another is shown in ASCII`(_ address: String, _ shown: String) {
        #expect(HostName.revealing(address) == shown)
    }

    @Test(arguments: [
        "https://m\u{FC}nchen.de/", "https://\u{65E5}\u{672C}\u{8A9E}.jp/",
        "https://\u{43F}\u{440}\u{438}\u{43C}\u{435}\u{440}.\u{440}\u{444}/",
        "https://example.com/\u{430}\u{440}", "https://example.com", "no address \u{430}pple",
    ])
    func `a name in one alphabet stays as it is`(_ address: String) {
        #expect(HostName.revealing(address) == address)
    }

    @Test func `the examples of RFC 3492 are written as it writes them`() {
        // Section 7.1, (L) and (S): "3年B組金八先生" and "-> $1.00 <-" are given there with their code points.
        let teacher: [UInt32] = [0x33, 0x5E74, 0x42, 0x7D44, 0x91D1, 0x516B, 0x5148, 0x751F]
        #expect(HostName.punycode(teacher) == "3B-ww4c5e180e575a65lsy2b")
        let czech: [UInt32] = [
            0x50, 0x72, 0x6F, 0x10D, 0x70, 0x72, 0x6F, 0x73, 0x74, 0x11B, 0x6E, 0x65, 0x6D, 0x6C, 0x75, 0x76, 0xED,
            0x10D,
            0x65, 0x73, 0x6B, 0x79,
        ]
        #expect(HostName.punycode(czech) == "Proprostnemluvesky-uyb24dma41a")
    }
}
