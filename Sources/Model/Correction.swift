/// Something that the user said about a name or a company; it holds for every article.
public struct Correction: Hashable, Sendable {
    /// What the user said.
    public enum Verdict: Hashable, Sendable {
        /// The words name nothing.
        case notAName
        /// The words name a person, a place, a product, an organisation.
        case kind(Mention.Kind)
        /// The words mean this company.
        case means(String)
        /// Two companies are one: what led to the first leads to the second.
        case sameAs(from: String, to: String)
        /// The words name a company that is in no catalogue.
        case newCompany(String)
    }

    /// The words as they stood in the article, runs of white space as one space.
    public var surface: String
    /// What was said of them.
    public var verdict: Verdict

    /// A correction of words as an article has them.
    public init(_ surface: String, _ verdict: Verdict) {
        self.surface = Correction.plain(surface)
        self.verdict = verdict
    }

    /// The words in the form in which they are compared.
    public var key: String { Correction.key(of: surface) }

    /// Words in the form in which they are compared: folded, runs of white space as one space.
    public static func key(of words: String) -> String {
        Folding.fold(plain(words))
    }

    /// Words on one line, without white space at the ends.
    private static func plain(_ words: String) -> String {
        words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension Correction: CustomStringConvertible {
    /// What was said, in a few words: `“Acme” means Eni`.
    public var description: String {
        switch verdict {
        case .notAName: "“\(surface)” is not a name"
        case .kind(.organization): "“\(surface)” is an organisation"
        case .kind(let kind): "“\(surface)” is a \(kind.rawValue)"
        case .means(let company): "“\(surface)” means \(company)"
        case .sameAs(let from, let to): "\(from) is the same as \(to)"
        case .newCompany(surface): "“\(surface)” is a company"
        case .newCompany(let name): "“\(surface)” is the company \(name)"
        }
    }
}

extension Correction.Verdict {
    /// The verdict's word in the library and in exports.
    public var word: String {
        switch self {
        case .notAName: "not-a-name"
        case .kind: "kind"
        case .means: "means"
        case .sameAs: "same-as"
        case .newCompany: "new-company"
        }
    }

    /// The kind's word or the company that it leads to; `nil` for what is no name.
    public var value: String? {
        switch self {
        case .notAName: nil
        case .kind(let kind): kind.rawValue
        case .means(let company), .newCompany(let company), .sameAs(_, let company): company
        }
    }

    /// The company that is the same as another.
    public var origin: String? {
        if case .sameAs(let from, _) = self { from } else { nil }
    }

    /// The verdict of these words; `nil` where they make none.
    public init?(word: String, value: String?, origin: String?) {
        let company = value.flatMap { $0.isEmpty ? nil : $0 }
        switch (word, company, origin) {
        case ("not-a-name", nil, nil): self = .notAName
        case ("kind", let value?, nil):
            guard let kind = Mention.Kind(rawValue: value), kind != .amount, kind != .company else { return nil }
            self = .kind(kind)
        case ("means", let value?, nil): self = .means(value)
        case ("new-company", let value?, nil): self = .newCompany(value)
        case ("same-as", let value?, let from?) where !from.isEmpty && from != value:
            self = .sameAs(from: from, to: value)
        default: return nil
        }
    }
}

/// A correction in the log.
public struct LoggedCorrection: Equatable, Sendable {
    /// Its number, from 1; a later one has a larger one.
    public var id: Int64
    /// When it was made.
    public var made: Timestamp
    /// What was said.
    public var correction: Correction
    /// Whether it was taken back.
    public var isUndone: Bool

    /// An entry of the log.
    public init(id: Int64, made: Timestamp, correction: Correction, isUndone: Bool) {
        self.id = id
        self.made = made
        self.correction = correction
        self.isUndone = isUndone
    }
}
