/// What a log of corrections comes to: a ruling for each name, and companies under another's name.
public struct Corrections: Equatable, Sendable {
    /// What holds of a name.
    public struct Ruling: Equatable, Sendable {
        /// The words as the user saw them, the last time.
        public var surface: String
        /// Whether the words name anything.
        public var isName = true
        /// What they name; `nil` leaves a product a product and makes a company of all else.
        public var kind: Mention.Kind?
        /// The company that they mean.
        public var company: String?
    }

    /// The rulings by the names' keys (`Correction.key`).
    public private(set) var rulings: [String: Ruling] = [:]
    private var renamed: [String: String] = [:]

    /// What corrections come to in their order: of two about the same the later one counts.
    public init(_ log: [Correction] = []) {
        for correction in log { take(correction) }
    }

    /// Whether nothing was ever corrected.
    public var isEmpty: Bool { rulings.isEmpty && renamed.isEmpty }

    /// The name under which a company goes.
    public func name(of company: String) -> String {
        var name = company
        while let next = renamed[name] { name = next }
        return name
    }

    /// The companies that go under another's name, each with the name as the user last gave it.
    public var otherNames: [String: String] { renamed }

    private mutating func take(_ correction: Correction) {
        let key = correction.key
        var ruling = rulings[key] ?? Ruling(surface: correction.surface)
        ruling.surface = correction.surface
        ruling.isName = true
        switch correction.verdict {
        case .notAName:
            rulings[key] = Ruling(surface: correction.surface, isName: false)
        case .kind(let kind):
            ruling.kind = kind
            if kind != .product || ruling.company.map(Correction.key(of:)) == key { ruling.company = nil }
            rulings[key] = ruling
        case .means(let company):
            ruling.kind = ruling.kind == .product ? .product : nil
            ruling.company = company
            rulings[key] = ruling
        case .newCompany(let company):
            rulings[key] = Ruling(surface: correction.surface, kind: .company, company: company)
        case .sameAs(let from, let to): rename(from, to)
        }
    }

    /// Notes that a company goes under another's name; a circle is opened where the new name began it.
    private mutating func rename(_ from: String, _ to: String) {
        guard from != to else { return }
        var name = to
        while let next = renamed[name] {
            if next == from { renamed[name] = nil }
            name = next
        }
        renamed[from] = to
    }
}

extension Corrections {
    /// Which articles two logs can tell apart: those with one of the surfaces or companies.
    public struct Reach: Equatable, Sendable {
        /// Words that are read otherwise.
        public var surfaces: Set<String> = []
        /// Companies that go under another name.
        public var companies: Set<String> = []

        /// A reach over nothing.
        public init() {}

        /// Whether no article is read otherwise.
        public var isEmpty: Bool { surfaces.isEmpty && companies.isEmpty }

        /// Takes in all that another reach has.
        public mutating func formUnion(_ other: Reach) {
            surfaces.formUnion(other.surfaces)
            companies.formUnion(other.companies)
        }
    }

    /// What lies between two logs.
    public static func reach(from old: [Correction], to new: [Correction]) -> Reach {
        var reach = Reach()
        guard old != new else { return reach }
        let (before, after) = (Corrections(old), Corrections(new))
        for correction in Set(old).symmetricDifference(new) {
            guard case .sameAs(let from, let to) = correction.verdict else {
                reach.surfaces.insert(correction.surface)
                continue
            }
            for name in [from, to] {
                reach.companies.formUnion([name, before.name(of: name), after.name(of: name)])
            }
        }
        return reach
    }
}
