/// What a word can be in running text, whatever its case.
struct Roles: OptionSet {
    let rawValue: UInt32
    /// Article, preposition, conjunction, pronoun: never the start of a name.
    static let function = Roles(rawValue: 1 << 0)
    /// Given name of a person.
    static let given = Roles(rawValue: 1 << 1)
    /// A verb such as follows the subject of a sentence.
    static let verb = Roles(rawValue: 1 << 2)
    /// Street, venue, foundation: what bears a name put after it (`Via Enel`).
    static let head = Roles(rawValue: 1 << 3)
    /// Venue, foundation, prize: what bears a name put before it (`Allianz Stadium`).
    static let tail = Roles(rawValue: 1 << 4)
    /// A body that is named after its town (`Procura di Roma`).
    static let body = Roles(rawValue: 1 << 5)
    /// First word of many names, so that it stands for none of them (`Banca`).
    static let generic = Roles(rawValue: 1 << 6)
    /// First word of a legal form.
    static let legal = Roles(rawValue: 1 << 7)
    /// A number in letters.
    static let number = Roles(rawValue: 1 << 8)
    /// Thousand, million, billion and their short forms.
    static let scale = Roles(rawValue: 1 << 9)
    /// Name or code of a currency.
    static let currency = Roles(rawValue: 1 << 10)
    /// A word of money, near which a bare `3 milioni` is a sum.
    static let money = Roles(rawValue: 1 << 11)
    /// A preposition that says where.
    static let locative = Roles(rawValue: 1 << 12)
    /// A thing that stands in a town: `sede`, `plant`.
    static let site = Roles(rawValue: 1 << 13)
    /// A preposition that joins a name to a town or country (`di`, `of`).
    static let joint = Roles(rawValue: 1 << 14)
    /// An English article or possessive, which company names go without.
    static let article = Roles(rawValue: 1 << 15)
    /// The title of a person.
    static let title = Roles(rawValue: 1 << 16)
    /// What follows a verb rather than a noun: an article, a possessive, `that`.
    static let determiner = Roles(rawValue: 1 << 17)
    /// A preposition that follows common nouns more than names (`intesa sui salari`, `tra`).
    static let complement = Roles(rawValue: 1 << 19)
    /// What only a firm has beside its name: shares, employees, a chief executive.
    static let corporate = Roles(rawValue: 1 << 20)
    /// `e`, `or`, `to`, `al`: what can stand between the two numbers of a range.
    static let link = Roles(rawValue: 1 << 26)
    /// `per`, `percent`: what a percentage goes on with.
    static let percent = Roles(rawValue: 1 << 27)
    /// A verb with which Italian `a` says to whom, not where (`chiede a Redmond`).
    static let dative = Roles(rawValue: 1 << 18)
}

/// Common words of Italian and English with their roles: a small hash table that fits the nearest cache.
struct Lexicon {
    private struct Slot {
        var hash: UInt32 = 0
        var roles: Roles = []
        var value: Double = 0
        var code: UInt32 = 0
    }

    private var slots = [Slot](repeating: Slot(), count: 8192)
    private var filter = [UInt64](repeating: 0, count: 1024)

    /// All words of the lists.
    init() {
        for (roles, words) in Lexicon.words {
            WordHash.each(in: words) { change($0) { $0.roles.formUnion(roles) } }
        }
        for (words, value) in Lexicon.numbers {
            add(words, .number, value)
        }
        for (word, value) in Lexicon.composed {
            add(word, .number, value)
        }
        for (words, value) in Lexicon.scales {
            add(words, .scale, value)
        }
        for (words, code) in Lexicon.currencies {
            let letters = code.utf8.reduce(0) { $0 << 8 | UInt32($1) }
            WordHash.each(in: words) { hash in
                change(hash) { slot in
                    slot.roles.insert(.currency)
                    slot.code = letters
                }
            }
        }
        for slot in slots where slot.hash != 0 {
            filter[Int(slot.hash >> 6 & 1023)] |= 1 << UInt64(slot.hash & 63)
        }
    }

    private mutating func add(_ words: String, _ role: Roles, _ value: Double) {
        WordHash.each(in: words) { hash in
            change(hash) { slot in
                slot.roles.insert(role)
                slot.value = value
            }
        }
    }

    private mutating func change(_ hash: UInt32, _ change: (inout Slot) -> Void) {
        let index = index(hash)
        slots[index].hash = hash
        change(&slots[index])
    }

    private subscript(hash: UInt32) -> Slot {
        slots[index(hash)]
    }

    private func index(_ hash: UInt32) -> Int {
        var index = Int((hash &* 0x9E37_79B1) >> 19)
        while slots[index].hash != hash, slots[index].hash != 0 {
            index = (index + 1) & 8191
        }
        return index
    }

    /// What a word can be.
    @inline(__always)
    func roles(_ hash: UInt32) -> Roles {
        guard filter[Int(hash >> 6 & 1023)] >> UInt64(hash & 63) & 1 == 1 else { return [] }
        return self[hash].roles
    }

    /// What a number in letters or a scale stands for; 0 for any other word.
    func value(_ hash: UInt32) -> Double {
        self[hash].value
    }

    /// The ISO 4217 code of a currency's name.
    func currency(_ hash: UInt32) -> String? {
        let code = self[hash].code
        guard code != 0 else { return nil }
        let letters = [code >> 16 & 255, code >> 8 & 255, code & 255].map { UInt8(truncatingIfNeeded: $0) }
        return String(decoding: letters, as: UTF8.self)
    }
}
