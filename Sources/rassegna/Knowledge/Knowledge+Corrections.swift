import Entities
import Model
import Views

extension Knowledge {
    /// The canonical names that a query's text means, those that the user gave or joined included.
    func companies(meaning text: String) -> [String] {
        let known = catalogue.companies(meaning: text)
        let corrections = inForce
        guard !corrections.isEmpty else { return known }
        var names = known
        if let company = corrections.rulings[Correction.key(of: text)]?.company { names.append(company) }
        names.append(text)
        // A company that goes under another's name leads to all that the other one owns.
        let others = names.map(corrections.name(of:)).filter { !names.contains($0) }
        var seen: Set<String> = []
        return (names.map(corrections.name(of:)) + others.flatMap { catalogue.companies(meaning: $0) })
            .filter { seen.insert($0).inserted }
    }

    /// Every company's names, with those that corrections give it.
    func names(_ corrections: Corrections) -> [String: [NamedCompany.Name]] {
        var known = names
        guard !corrections.isEmpty else { return known }
        for ruling in corrections.rulings.values.sorted(by: { $0.surface < $1.surface }) {
            guard let company = ruling.company.map(corrections.name(of:)) else { continue }
            known[company, default: [.init(company)]].append(.init(ruling.surface))
        }
        for from in corrections.otherNames.keys.sorted() {
            let name = corrections.name(of: from)
            known[name, default: [.init(name)]] += known.removeValue(forKey: from) ?? [.init(from)]
        }
        return known
    }
}
