/// A set of companies, a bit each.
struct CompanySet {
    private var bits: [UInt64]

    /// No company of so many.
    init(count: Int) {
        bits = Array(repeating: 0, count: count / 64 + 1)
    }

    /// Whether a company is in the set.
    func contains(_ record: Int32) -> Bool {
        record >= 0 && bits[Int(record) / 64] >> UInt64(record % 64) & 1 == 1
    }

    /// Adds a company.
    mutating func insert(_ record: Int32) {
        if record >= 0 { bits[Int(record) / 64] |= 1 << UInt64(record % 64) }
    }
}

/// What the article as a whole says of the companies: the ground for believing homonyms and metonyms.
struct Evidence {
    /// Companies named by something that means nothing else.
    var sure: CompanySet
    /// Companies named as firms, if only by a homonym with its guard.
    var named: CompanySet
    /// Companies met under any name, product or person.
    var met: CompanySet
    /// Where names stand that mean a firm and nothing else, in order.
    var firms: [Range<Int>] = []
    /// Companies whose homonym stands with a legal form of another country: in this article it is another firm.
    var strangers: Set<Int32> = []
    /// Surnames met after a given name: the same word alone may mean that person.
    var surnames: Set<UInt32> = []

    /// No evidence yet.
    init(companies: Int) {
        sure = CompanySet(count: companies)
        named = sure
        met = sure
    }
}
