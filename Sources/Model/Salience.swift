/// How much an article is about a company.
public enum Salience: Int, Comparable, CaseIterable, Sendable {
    /// Named once in passing.
    case passing
    /// Named, but not what the article is about.
    case mentioned
    /// In the title or the lead, or in a large share of the text.
    case about

    /// Passing is below mentioned, mentioned below about.
    public static func < (left: Salience, right: Salience) -> Bool {
        left.rawValue < right.rawValue
    }

    /// The word of the `parse` contract: `about`, `mentioned` or `passing`.
    public var name: String {
        switch self {
        case .passing: "passing"
        case .mentioned: "mentioned"
        case .about: "about"
        }
    }

    /// The sign on the screen: `◆` about, `◇` mentioned, `·` in passing.
    public var sign: String {
        switch self {
        case .passing: "·"
        case .mentioned: "◇"
        case .about: "◆"
        }
    }
}
