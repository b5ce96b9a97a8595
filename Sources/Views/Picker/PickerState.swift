public import Model

/// The company picker: what is typed and the companies that answer it, the best first.
public struct PickerState: Equatable, Sendable {
    /// A company that can be picked.
    public struct Choice: Equatable, Sendable {
        /// The company and its counts in the library.
        public var row: CompanyRow
        /// The name that answered, when it is not the company's own: `ChatGPT` for OpenAI.
        public var reason: String?

        /// A company and the name by which it was found.
        public init(row: CompanyRow, reason: String? = nil) {
            self.row = row
            self.reason = reason
        }
    }

    /// What the company is picked for.
    public var title: String
    /// Whether Enter takes what is typed where no company answers.
    public var takesNew: Bool
    /// What is typed.
    public var line = PromptState(.search)
    /// The companies that answer, the best ones where they are many.
    public var choices: [Choice] = []
    /// How many companies answer in all.
    public var matches = 0
    /// How many companies are listed at most.
    private static let mostChoices = 200
    /// The chosen one, by its place in `choices`.
    public var cursor = 0
    /// The first one on the screen.
    public var top = 0
    /// Whether the names have not arrived yet.
    public var isLoading = true
    /// Whether Enter was pressed before they had: the best one is picked when they do.
    public var isAccepted = false

    /// A picker in which nothing is typed.
    public init(title: String = "Company", takesNew: Bool = false) {
        self.title = title
        self.takesNew = takesNew
    }

    /// The company under the cursor.
    public var selected: Choice? {
        choices.indices.contains(cursor) ? choices[cursor] : nil
    }

    /// Keeps the cursor on a choice, and the choice within a window of so many lines.
    public mutating func scroll(toFit height: Int) {
        cursor = min(max(0, cursor), max(0, choices.count - 1))
        top = Scrolling.top(top, showing: cursor, of: choices.count, height: height)
    }
}

/// A company with all the names by which the picker can find it.
public struct NamedCompany: Equatable, Sendable {
    /// A name as it is written and as it is compared.
    public struct Name: Equatable, Sendable {
        /// As it is written.
        public let text: String
        /// As it is compared.
        let key: Fuzzy.Key

        /// A name and its key.
        public init(_ text: String) {
            self.text = text
            key = Fuzzy.Key(text)
        }
    }

    /// The company and its counts.
    public var row: CompanyRow
    /// Its own name first, then aliases, units, products and tickers.
    public var names: [Name]

    /// A company by its names, its own first.
    public init(row: CompanyRow, names: [Name]) {
        self.row = row
        self.names = names
    }

    /// A company by its names, its own first.
    public init(row: CompanyRow, names: [String]) {
        self.init(row: row, names: names.map(Name.init))
    }
}

extension PickerState {
    /// Lists the companies that answer what is typed: the best first.
    public mutating func rank(_ companies: [NamedCompany]) {
        let typed = Fuzzy.Key(line.line)
        let found = CompanyRanking.answers(to: typed, among: companies, limit: PickerState.mostChoices)
        matches = found.count
        choices = found.best.map { answer in
            // A name of the company's own is worth more than a product that looks alike.
            let reason = answer.name == 0 || typed.isEmpty ? nil : answer.company.names[answer.name].text
            return Choice(row: answer.company.row, reason: reason)
        }
        cursor = 0
        top = 0
        isLoading = false
    }
}
