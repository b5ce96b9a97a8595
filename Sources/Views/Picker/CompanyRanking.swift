public import Model

/// Which companies answer what is typed, in the picker and after `company:`.
public enum CompanyRanking {
    /// A company that answers.
    public struct Answer: Sendable {
        /// The company.
        public var company: NamedCompany
        /// Which of its names answers, by its place among them.
        public var name: Int
        /// Whether the name is what is typed, or begins so, or has a word that does.
        public var isBeginning: Bool
    }

    /// The companies that answer, the best first.
    public struct Answers: Sendable {
        /// The best ones.
        public var best: [Answer]
        /// How many there are in all.
        public var count: Int
    }

    /// A company by its place among all, with the name that answers and how well it does, as `Fuzzy` says.
    private struct Hit {
        var place: Int
        var name: Int
        var score: Int

        var isBeginning: Bool { score >= CompanyRanking.wordStart }

        /// What is compared, in this order: exact, beginning, beginning of a word, letters in order close together, typing errors,
        /// letters in order far apart; followed; named in articles at all; the company's own name before a product's; in how
        /// many articles; how close the name is.
        func rank(_ row: CompanyRow) -> (Int, Int, Int, Int, Int) {
            let standing = (row.isFollowed ? 2 : 0) + (row.articles > 0 ? 1 : 0)
            return (-kind, standing, name == 0 ? 1 : 0, row.articles, score)
        }

        /// How the name answers, the best kind lowest.
        var kind: Int {
            [999, 800, wordStart, CompanyRanking.close].firstIndex { score >= $0 } ?? (score < 50 ? 4 : 5)
        }
    }

    private static let wordStart = 550
    /// `msft` in `Microsoft`, but not six letters strewn over two words.
    private static let close = 250

    /// The companies that answer, at most so many of them; all of them where nothing is typed.
    ///
    /// Typing errors, one in five letters, are forgiven where no name begins as it is typed.
    ///
    /// - Parameter isForgiving: Whether they are forgiven at all.
    public static func answers(
        to typed: Fuzzy.Key, among companies: [NamedCompany], isForgiving: Bool = true, limit: Int = .max
    ) -> Answers {
        var hits = companies.indices.compactMap { hit(at: $0, companies, having: typed) { Fuzzy.score(typed, $0) } }
        if isForgiving, !typed.isEmpty, !hits.contains(where: \.isBeginning) {
            let known = Set(hits.map(\.place))
            let nothing = Fuzzy.Key("")
            hits += companies.indices.compactMap { place in
                known.contains(place)
                    ? nil : hit(at: place, companies, having: nothing) { Fuzzy.errorScore(typed, $0) }
            }
        }
        var ranked = hits.map { (hit: $0, rank: $0.rank(companies[$0.place].row)) }
        ranked.sort { left, right in
            left.rank == right.rank
                ? companies[left.hit.place].row.name < companies[right.hit.place].row.name : left.rank > right.rank
        }
        let best = ranked.prefix(limit).map { hit, _ in
            Answer(company: companies[hit.place], name: hit.name, isBeginning: hit.isBeginning)
        }
        return Answers(best: best, count: ranked.count)
    }

    /// The company at a place with the name of the best score, of those that may have the letters of a key.
    private static func hit(
        at place: Int, _ companies: [NamedCompany], having letters: Fuzzy.Key, _ score: (Fuzzy.Key) -> Int?
    ) -> Hit? {
        // Nearly all names are passed here, so none is copied.
        companies[place].names.withUnsafeBufferPointer { names in
            var best: Hit?
            for index in names.indices where names[index].key.mayHave(lettersOf: letters) {
                guard let score = score(names[index].key) else { continue }
                let hit = Hit(place: place, name: index, score: score - (index == 0 ? 0 : 1))
                // A ticker that is a little closer does not stand for the company's own name.
                if let best, best.name == 0 ? hit.kind >= best.kind : hit.score <= best.score { continue }
                best = hit
            }
            return best
        }
    }

    /// Whether a company has this name, case and accents aside.
    public static func knows(_ name: String, among companies: [NamedCompany]) -> Bool {
        let key = Fuzzy.Key(name)
        return companies.contains { $0.names.contains { $0.key == key } }
    }
}
