import Model

/// Words that may be a name of the catalogue.
struct Candidate {
    /// The words.
    var words: Range<Int>
    /// The section they stand in.
    var section: Int
    /// The first entry of that name.
    var entry: Int32
    /// The last word is the name's with a plural `s`.
    var isPlural = false
}

/// Words that were decided to be a mention.
struct Choice {
    /// The words covered.
    var words: Range<Int>
    /// The words of the name, legal form left out.
    var name: Range<Int>
    /// The bytes covered.
    var range: Range<Int>
    /// The section they stand in.
    var section: Int
    /// What is named.
    var kind: Mention.Kind
    /// The company's number in the catalogue, -1 where there is none.
    var record: Int32 = -1
    /// The canonical name of the company meant.
    var company: String?
    /// How it was found.
    var evidence: Mention.Evidence
    /// How sure that is, 0 to 1.
    var confidence: Double
    /// Whether the words name the firm itself, so that a clipped form may follow.
    var namesFirm = false
}

/// Finds the names of the catalogue in one pass over the words; overlapping and not yet decided.
struct Matcher {
    /// The text.
    let reading: Reading
    /// The names.
    let names: NameTable

    /// All candidates, in order of their first word, then by length.
    func candidates() -> [Candidate] {
        var found: [Candidate] = []
        for (number, section) in reading.sections.enumerated() {
            for index in section.words {
                walk(from: index, in: section, number, &found)
            }
        }
        return found
    }

    @inline(__always)
    private func walk(from first: Int, in section: Reading.Section, _ number: Int, _ found: inout [Candidate]) {
        let token = reading.tokens[first]
        let mayBePlural = token.isCapital && reading.bytes[Int(token.end) - 1] == UInt8(ascii: "s")
        guard mayBePlural || names.mayStart(token.hash) else { return }
        var chain = NameTable.root
        var index = first
        while index < section.words.upperBound {
            let token = reading.tokens[index]
            guard let join = index == first ? 0 : token.gap.join else { return }
            guard let next = names.step(chain, join, token.hash) else {
                return plural(chain, join, token, first..<index + 1, number, &found)
            }
            chain = next.chain
            index += 1
            guard next.head >= 0, names.agrees(next.head, reading.tokens[first..<index], reading.bytes) else {
                continue
            }
            found.append(Candidate(words: first..<index, section: number, entry: next.head))
        }
    }

    /// A name whose last word stands in the plural (`TPUs`), though the catalogue has the singular.
    private func plural(
        _ chain: UInt64, _ join: UInt64, _ token: Token, _ words: Range<Int>, _ section: Int, _ found: inout [Candidate]
    ) {
        guard token.isCapital, token.length > 3, reading.bytes[Int(token.end) - 1] == UInt8(ascii: "s") else { return }
        var singular = token
        singular.end -= 1
        var hash = WordHash()
        var folded = FoldedBytes(reading.bytes, singular.range)
        while let byte = folded.next() { hash.add(byte) }
        singular.hash = hash.value
        guard let next = names.step(chain, join, singular.hash), next.head >= 0,
            names.agrees(next.head, reading.tokens[words].dropLast() + [singular], reading.bytes)
        else { return }
        found.append(Candidate(words: words, section: section, entry: next.head, isPlural: true))
    }
}

/// How sure each kind of evidence is; measured by hand on marked articles, and ordered by it.
enum Confidence {
    static let name = 0.98
    static let alias = 0.95
    static let product = 0.95
    static let listed = 0.95
    static let ticker = 0.95
    static let acronym = 0.9
    static let surname = 0.9
    static let homonym = 0.85
    static let clipped = 0.8
    static let recognised = 0.8
    static let metonym = 0.8
    static let amount = 0.95
    static let bareAmount = 0.8
}
