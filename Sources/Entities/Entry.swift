/// What one name of a table stands for, in 16 bytes: there is one for each of some 50,000 names.
struct Entry {
    /// What a name is to its record, those first that win where several bear the same name.
    enum Role: UInt8 {
        case canonical, alias, unit, product, organization, person, metonym, place, ticker

        /// Whether it names the firm itself.
        var isFirm: Bool {
            self == .canonical || self == .alias || self == .unit
        }
    }

    /// How letters are compared.
    enum Case: UInt8 {
        case proper, exact, any
    }

    /// The company's number in the catalogue, -1 for what belongs to none.
    var record: Int32
    /// Where the name stands in the bytes that the table was made from; an exchange, or the article of a metonym, before it.
    var start: Int32 = 0
    /// The next entry of the same name, -1 for none.
    var next: Int32 = -1
    /// How many bytes the name has; a name of more than 255 is not found.
    private var size: UInt8 = 0
    /// Which of its first eight words have a capital, the first in the lowest bit.
    var capitals: UInt8 = 0
    /// The role in the lowest four bits, the case in the next two, then a bit for each thing more that is told.
    private var bits: UInt16

    /// A name of a record.
    init(record: Int32 = -1, role: Role, isFirst: Bool = true) {
        self.record = record
        bits = UInt16(role.rawValue)
        self.isFirst = isFirst
    }
}

extension Entry {
    /// What the name is to its record.
    var role: Role { Role(rawValue: UInt8(bits & 15)) ?? .canonical }

    /// How letters are compared.
    var letterCase: Case {
        get { Case(rawValue: UInt8(bits >> 4 & 3)) ?? .proper }
        set { bits = bits & ~0x30 | UInt16(newValue.rawValue) << 4 }
    }

    /// How many bytes the name has.
    var length: Int32 {
        get { Int32(size) }
        set { size = UInt8(clamping: newValue) }
    }

    /// The bytes of the name.
    var range: Range<Int> { Int(start)..<Int(start) + Int(size) }

    /// The same letters mean something else too.
    var isHomonym: Bool {
        get { has(6) }
        set { set(6, newValue) }
    }

    /// What they mean else is a common word, that the press writes small.
    var isWord: Bool {
        get { has(7) }
        set { set(7, newValue) }
    }

    /// A name of a listed company that nobody checked by hand.
    var isListed: Bool {
        get { has(8) }
        set { set(8, newValue) }
    }

    /// The first of several names of its record, as that of a place.
    var isFirst: Bool {
        get { has(9) }
        set { set(9, newValue) }
    }

    /// Its first letter is a capital.
    var isCapital: Bool {
        get { has(10) }
        set { set(10, newValue) }
    }

    /// It is written with a full stop at its end.
    var endsWithStop: Bool {
        get { has(11) }
        set { set(11, newValue) }
    }

    /// A metonym that is the city of the company's head office.
    var isCity: Bool {
        get { has(12) }
        set { set(12, newValue) }
    }

    /// Whether its letters alone are no ground to believe it, and no guards of its own help: a legal form, its symbol in
    /// brackets, a corporate word beside it or a recogniser must agree.
    var needsAgreement: Bool { isListed && isHomonym }

    @inline(__always)
    private func has(_ bit: UInt16) -> Bool {
        bits >> bit & 1 == 1
    }

    @inline(__always)
    private mutating func set(_ bit: UInt16, _ value: Bool) {
        bits = bits & ~(1 << bit) | (value ? 1 << bit : 0)
    }
}
