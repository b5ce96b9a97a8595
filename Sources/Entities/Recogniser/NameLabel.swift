package import Model

/// What the recogniser says of a word: outside every name, or the beginning or inside of a name of one kind (BIO tags,
/// L. Ramshaw and M. Marcus, "Text chunking using transformation-based learning", 1995).
///
/// As a number: 0 outside, then `1 + 2 * kind` for the beginning and one more for the inside.
package enum NameLabel {
    /// The kinds of names, in the order of their labels.
    package static let kinds: [Mention.Kind] = [.company, .organization, .person, .place, .product]
    /// How many labels there are.
    package static let count = 1 + 2 * kinds.count
    /// Outside every name.
    package static let outside = 0

    /// The label of the first word of a name.
    package static func beginning(_ kind: Int) -> Int { 1 + 2 * kind }
    /// The label of a later word of a name.
    package static func inside(_ kind: Int) -> Int { 2 + 2 * kind }

    /// The number of a kind in `kinds`; `nil` for amounts, which are read by rules.
    package static func number(of kind: Mention.Kind) -> Int? { kinds.firstIndex(of: kind) }
    /// The kind of a label other than `outside`.
    package static func kind(of label: Int) -> Int { (label - 1) / 2 }
    /// Whether a label begins a name.
    package static func isBeginning(_ label: Int) -> Bool { label & 1 == 1 }

    /// Whether one label may follow another: the inside of a name follows its beginning or inside only.
    package static func isLegal(_ label: Int, after previous: Int) -> Bool {
        guard label > 0, !isBeginning(label) else { return true }
        return previous > 0 && kind(of: previous) == kind(of: label)
    }

    /// A label in words: `outside`, `company`, `in company`.
    static func name(of label: Int) -> String {
        guard label != outside else { return "outside" }
        let kind = kinds[kind(of: label)].rawValue
        return isBeginning(label) ? kind : "in \(kind)"
    }
}
