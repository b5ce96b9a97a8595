public import Model

/// Which companies answer what is typed, in the picker and after `company:`.
public enum CompanyRanking {
    /// A company that answers.
    public struct Answer: Sendable {
        /// The company.
        public var company: NamedCompany
        /// Which of its names answers, by its place among them.
        public var name: Int
        /// How well, as `Fuzzy` says.
        var score: Int

        /// Whether the name is what is typed, or begins so, or has a word that does.
        public var isBeginning: Bool { score >= CompanyRanking.wordStart }

        /// What is compared, in this order: exact, beginning, beginning of a word, letters in order close together, typing errors,
        /// letters in order far apart; followed; the company's own name before a product's; named in articles; how close the
        /// name is.
        fileprivate var rank: (Int, Int, Int, Int, Int) {
            let kind = [999, 800, wordStart, CompanyRanking.close].firstIndex { score >= $0 } ?? (score < 50 ? 4 : 5)
            return (-kind, company.row.isFollowed ? 1 : 0, name == 0 ? 1 : 0, company.row.articles, score)
        }
    }

    private static let wordStart = 550
    /// `msft` in `Microsoft`, but not six letters strewn over two words.
    private static let close = 250

    /// The companies that answer, the best first; all of them where nothing is typed.
    ///
    /// Typing errors, one in five letters, are forgiven where no name begins as it is typed.
    ///
    /// - Parameter isForgiving: Whether they are forgiven at all.
    public static func answers(
        to typed: Fuzzy.Key, among companies: [NamedCompany], isForgiving: Bool = true
    ) -> [Answer] {
        var found = companies.compactMap { best($0) { Fuzzy.score(typed, $0) } }
        if isForgiving, !typed.isEmpty, !found.contains(where: \.isBeginning) {
            let known = Set(found.map(\.company.row.name))
            found += companies.compactMap { company in
                known.contains(company.row.name) ? nil : best(company) { Fuzzy.errorScore(typed, $0) }
            }
        }
        return found.sorted { left, right in
            let (leftRank, rightRank) = (left.rank, right.rank)
            return leftRank == rightRank ? left.company.row.name < right.company.row.name : leftRank > rightRank
        }
    }

    /// The company with the name of the best score.
    private static func best(_ company: NamedCompany, _ score: (Fuzzy.Key) -> Int?) -> Answer? {
        var best: Answer?
        for (index, name) in company.names.enumerated() {
            guard let score = score(name.key) else { continue }
            let weighed = score - (index == 0 ? 0 : 1)
            if weighed > best?.score ?? .min { best = Answer(company: company, name: index, score: weighed) }
        }
        return best
    }

    /// Whether a company has this name, case and accents aside.
    public static func knows(_ name: String, among companies: [NamedCompany]) -> Bool {
        let key = Fuzzy.Key(name)
        return companies.contains { $0.names.contains { $0.key == key } }
    }
}
