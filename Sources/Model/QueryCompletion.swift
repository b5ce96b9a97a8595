/// What a query that is being typed can go on with at the cursor.
///
///     QueryCompletion(of: "about:ope", at: 9, from: names)   // replaces 6..<9 by `OpenAI`, `OpenText`, ...
public struct QueryCompletion: Equatable, Sendable {
    /// The names that a query can hold, each list with what is offered first in front.
    public struct Names: Equatable, Sendable {
        /// Canonical names of companies.
        public var companies: [String]
        /// Names of outlets and sources.
        public var sources: [String]
        /// Tags of articles and sources.
        public var tags: [String]
        /// Codes of languages.
        public var languages: [String]
        /// Names of saved searches.
        public var searches: [String]

        /// Names to complete with; none by default, and the languages Italian and English.
        public init(
            companies: [String] = [], sources: [String] = [], tags: [String] = [], languages: [String] = ["it", "en"],
            searches: [String] = []
        ) {
            self.companies = companies
            self.sources = sources
            self.tags = tags
            self.languages = languages
            self.searches = searches
        }
    }

    /// What companies are completed with where they are known with all their names.
    public struct Companies {
        /// The canonical names of those that answer what is typed, the best first; with `true` only those one of whose
        /// names begins so.
        public var answering: (String, Bool) -> [String]
        /// Whether a company has this name.
        public var knows: (String) -> Bool

        /// Companies that are asked.
        public init(answering: @escaping (String, Bool) -> [String], knows: @escaping (String) -> Bool) {
            self.answering = answering
            self.knows = knows
        }
    }

    /// The characters that a choice takes the place of, from 0.
    public var range: Range<Int>
    /// What can stand there, the best first: each as it is written, in quotation marks where it needs them.
    public var choices: [String]
    /// Whether a name is being typed that finds nothing before it is whole: a company, a tag, a saved search.
    public var isUnfinishedName: Bool

    /// More choices than this are not offered.
    public static let mostChoices = 20

    /// What the text can go on with at a cursor, in characters from 0; `nil` where nothing can be said: in a phrase, in a
    /// pattern, after a blank.
    ///
    /// - Parameter companies: What companies are completed with, in place of the canonical names in `names`.
    public init?(of text: String, at cursor: Int, from names: Names, companies: Companies? = nil) {
        let characters = Array(text)
        guard (0...characters.count).contains(cursor),
            let word = OpenWord(characters[..<cursor], goesOn: characters[cursor...])
        else { return nil }
        range = word.range
        let companies = companies ?? QueryCompletion.companies(named: names.companies)
        if let field = word.field {
            choices = QueryCompletion.values(of: field, typed: word.text, names, companies)
        } else {
            choices = QueryCompletion.starts(typed: word.text, companies)
        }
        isUnfinishedName =
            switch word.field {
            case .company, .about, .with: !companies.knows(word.text)
            case .tag: !QueryCompletion.has(word.text, names.tags)
            case .search: !QueryCompletion.has(word.text, names.searches)
            default: false
            }
        guard !choices.isEmpty else { return nil }
    }

    private static func companies(named names: [String]) -> Companies {
        Companies(answering: { typed, _ in ranked(names, typed) }, knows: { has($0, names) })
    }

    private static func has(_ typed: String, _ names: [String]) -> Bool {
        let key = Folding.fold(typed)
        return names.contains { Folding.fold($0) == key }
    }

    private static func values(
        of field: QueryField, typed: String, _ names: Names, _ companies: Companies
    ) -> [String] {
        let known: [String] =
            switch field {
            case .company, .about, .with: []
            case .source: names.sources
            case .tag: names.tags
            case .lang: names.languages
            case .search: names.searches
            case .is: Query.State.allCases.map(\.rawValue)
            case .sort: Query.Order.allCases.map(\.rawValue)
            case .since, .before, .on: QueryPeriod.names
            case .product, .person, .place, .amount, .title, .body, .near, .author: []
            }
        if [.company, .about, .with].contains(field) {
            return companies.answering(typed, false).prefix(mostChoices).map(written)
        }
        return ranked(known, typed).map(written)
    }

    /// Fields whose name begins so, then companies, for a word outside any field.
    private static func starts(typed: String, _ companies: Companies) -> [String] {
        guard !typed.isEmpty else { return [] }
        let start = typed.lowercased()
        let fields = QueryField.allCases.map { "\($0.rawValue):" }.filter { $0.hasPrefix(start) }
        guard typed.count > 1 else { return fields }
        let named = companies.answering(typed, true).map { "company:\(written($0))" }
        return Array((fields + named).prefix(mostChoices))
    }

    /// The names that answer what is typed, the best first; names that answer alike stay in their order.
    private static func ranked(_ names: [String], _ typed: String) -> [String] {
        let key = Fuzzy.Key(typed)
        let scored = names.enumerated().compactMap { place, name in
            Fuzzy.score(key, Fuzzy.Key(name)).map { (score: $0, place: place, name: name) }
        }
        return scored.sorted { ($1.score, $0.place) < ($0.score, $1.place) }.prefix(mostChoices).map(\.name)
    }

    /// A name as a field's value.
    private static func written(_ name: String) -> String {
        let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || "-.&'/#".contains($0) } && !name.isEmpty
        return isPlain ? name : Query.quoted(name)
    }
}

extension QueryPeriod {
    /// Days and spans that have names, as they are offered.
    fileprivate static let names =
        ["today", "yesterday", "oggi", "ieri", "7d", "30d"] + QueryDay.Span.allCases.map(\.rawValue)
}

/// The word that is being typed: outside any phrase and pattern, or the value of a field.
private struct OpenWord {
    var field: QueryField?
    /// What is typed of it, without its opening quotation mark.
    var text: String
    var range: Range<Int>

    /// - Parameters:
    ///   - before: What stands before the cursor.
    ///   - after: What stands behind it: the rest of the word there is replaced too.
    init?(_ before: ArraySlice<Character>, goesOn after: ArraySlice<Character>) {
        let rest = after.prefix { !$0.isWhitespace && $0 != "(" && $0 != ")" && $0 != "\"" }.count
        var start = 0
        while start < before.count {
            let part = before[start...]
            guard let first = part.first else { return nil }
            if first.isWhitespace || first == "(" || first == ")" || first == "-" {
                start += 1
                continue
            }
            let name = part.prefix { $0.isASCII && $0.isLetter }
            let hasColon = part.dropFirst(name.count).first == ":"
            let field = hasColon ? QueryField(rawValue: String(name).lowercased()) : nil
            let valueStart = field == nil ? start : start + name.count + 1
            let value = before[valueStart...]
            if let open = value.first, let closers = QueryScanner.quotes[open] {
                let end = value.dropFirst().firstIndex(where: closers.contains)
                if let end {
                    start = end + 1
                    continue
                }
                guard let field else { return nil }
                let closes = after.dropFirst(rest).first.map { closers.contains($0) } ?? false
                self.init(
                    field: field, text: String(value.dropFirst()),
                    range: valueStart..<(before.count + rest + (closes ? 1 : 0)))
                return
            }
            if field == nil, first == "/" {
                guard let end = value.dropFirst().firstIndex(of: "/") else { return nil }
                start = end + 1
                continue
            }
            let end = value.firstIndex { $0.isWhitespace || $0 == "(" || $0 == ")" } ?? before.count
            guard end == before.count else {
                start = end
                continue
            }
            self.init(field: field, text: String(value), range: valueStart..<(before.count + rest))
            return
        }
        return nil
    }

    private init(field: QueryField?, text: String, range: Range<Int>) {
        self.field = field
        self.text = text
        self.range = range
    }
}
