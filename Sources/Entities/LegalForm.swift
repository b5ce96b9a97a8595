/// A legal form where it stands in a text (`S.p.A.`, `Inc.`).
struct LegalForm {
    /// Its words.
    var words: Range<Int>
    /// The byte after it, its full stop included.
    var end: Int
    /// The section it stands in.
    var section: Int

    /// Whether it belongs to the name made of these words: a space or a comma stands between.
    func follows(_ name: Range<Int>, in reading: Reading) -> Bool {
        guard words.lowerBound == name.upperBound else { return false }
        let token = reading.tokens[words.lowerBound]
        if token.gap == .space || token.gap == .joined { return true }
        return reading.bytes[Int(reading.tokens[name.upperBound - 1].end)..<Int(token.start)].elementsEqual(", ".utf8)
    }
}

extension LegalForm {
    /// Whether it is one of other countries alone than a company's: no firm of the United States is a *S.r.l.*
    ///
    /// - Parameter country: The country's code of two letters; nothing is foreign to a company of none.
    func isForeign(to country: String?, in reading: Reading) -> Bool {
        guard let country else { return false }
        let letters = reading.bytes[reading.bytes(of: words)].filter { $0 & 0xDF &- 65 < 26 }.map { $0 | 0x20 }
        return LegalForm.countries[String(decoding: letters, as: UTF8.self)].map { !$0.contains(country) } ?? false
    }

    /// The countries of forms that are at home in some alone, by their letters in small. English forms are used in too many.
    private static let countries: [String: Set<String>] = {
        let italian: Set = ["IT", "SM"]
        let german: Set = ["DE", "AT", "CH", "LI", "LU"]
        let french: Set = ["FR", "BE", "CH", "LU", "MC"]
        return [
            "spa": italian.union(["CL"]), "srl": italian.union(["RO", "MD", "BE", "AR"]), "srls": italian,
            "sas": italian.union(french).union(["CO", "AR"]), "snc": italian.union(french), "scpa": italian,
            "scarl": italian,
            "sarl": french, "gmbh": german, "gmbhcokg": german, "ag": german, "kg": german, "kgaa": german,
            "agcokgaa": german,
            "ab": ["SE", "FI"], "asa": ["NO"], "oyj": ["FI"], "as": ["DK", "NO"], "bv": ["NL", "BE"],
        ]
    }()
}

/// The legal forms of firms.
struct LegalForms: Sendable {
    private let table: NameTable
    private let source: [UInt8]

    private static let list = """
        S.p.A. [any]; SpA [any]; S.r.l. [any]; Srl [any]; S.r.l.s. [any]; Srls [any]; S.a.s.; S.n.c.; Snc; Inc.; Corp.; \
        Corporation; Co.; & Co.; & C.; Company; Ltd.; Limited; Co. Ltd.; Pty Ltd.; PLC [any]; NV [exact]; N.V. [exact]; \
        SE [exact]; AG [exact]; SA [exact]; S.A. [exact]; GmbH; GmbH & Co. KG; LLC [exact]; L.L.C.; LLP [exact]; \
        LP [exact]; L.P. [exact]; KG [exact]; KGaA; AG & Co. KGaA; AB [exact]; ASA [exact]; Oyj; A/S [exact]; \
        BV [exact]; B.V. [exact]; SAS [exact]; SARL; S.a.r.l.; S.c.p.A.; Scpa; Scarl; S.c.a.r.l.
        """

    /// The built-in list.
    init(_ lexicon: Lexicon) {
        source = Array(LegalForms.list.utf8)
        var table = NameTable(words: 128)
        source.withUnsafeBufferPointer { bytes in
            var tokenizer = Tokenizer(bytes, lexicon)
            ListItem.each(bytes, bytes.indices) { item in
                var tokens: [Token] = []
                tokenizer.append(item.name, to: &tokens)
                var entry = Entry(role: .alias)
                if item.has(UInt8(ascii: "e"), bytes) { entry.letterCase = .exact }
                if item.has(UInt8(ascii: "a"), bytes) { entry.letterCase = .any }
                entry.start = Int32(item.name.lowerBound)
                entry.length = Int32(item.name.count)
                entry.endsWithStop = bytes[item.name.upperBound - 1] == UInt8(ascii: ".")
                table.insert(tokens[...], entry)
            }
        }
        table.finish(.owned(source))
        self.table = table
    }

    /// All legal forms of a text in order.
    func forms(in reading: Reading) -> [LegalForm] {
        var found: [LegalForm] = []
        for (number, section) in reading.sections.enumerated() where !section.words.isEmpty {
            var index = section.words.lowerBound
            while index < section.words.upperBound {
                if reading.tokens[index].roles.contains(.legal),
                    let form = form(at: index, in: reading, section, number)
                {
                    found.append(form)
                    index = form.words.upperBound
                } else {
                    index += 1
                }
            }
        }
        return found
    }

    private func form(at first: Int, in reading: Reading, _ section: Reading.Section, _ number: Int) -> LegalForm? {
        var chain = NameTable.root
        var longest: LegalForm?
        for index in first..<min(first + 8, section.words.upperBound) {
            let token = reading.tokens[index]
            guard let join = index == first ? 0 : token.gap.join,
                let next = table.step(chain, join, token.hash)
            else { break }
            chain = next.chain
            let words = first..<index + 1
            guard next.head >= 0, table.agrees(next.head, reading.tokens[words], reading.bytes) else { continue }
            let entry = table.entries[Int(next.head)]
            guard agrees(entry, reading, words, section) else { continue }
            longest = LegalForm(words: words, end: end(entry, reading, words), section: number)
        }
        return longest
    }

    private func agrees(
        _ entry: Entry, _ reading: Reading, _ words: Range<Int>, _ section: Reading.Section
    ) -> Bool {
        switch entry.letterCase {
        case .any: return true
        case .proper: return reading.tokens[words].contains { $0.isCapital }
        case .exact:
            guard !section.isUpper else { return false }
            var name = source[Int(entry.start)..<Int(entry.start + entry.length)]
            if entry.endsWithStop { name = name.dropLast() }
            return reading.bytes[reading.bytes(of: words)].elementsEqual(name)
        }
    }

    private func end(_ entry: Entry, _ reading: Reading, _ words: Range<Int>) -> Int {
        let end = reading.bytes(of: words).upperBound
        let isStop = entry.endsWithStop && end < reading.bytes.count && reading.bytes[end] == UInt8(ascii: ".")
        return isStop ? end + 1 : end
    }
}
