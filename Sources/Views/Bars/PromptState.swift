/// A line being typed: a search, a command, or what a source is asked to be.
public struct PromptState: Equatable, Sendable {
    /// What the line is for.
    public enum Purpose: Equatable, Sendable {
        case search, command
        /// The address or path of what is to be added.
        case addition
        /// A source's name, and its tags with commas between them.
        case name, tags
        /// A saved search's name, and what it finds.
        case searchName, searchText
        /// The tags of articles, with commas between them.
        case articleTags
    }

    /// What the line is for.
    public var purpose: Purpose
    /// The characters typed so far.
    public var text: [Character]
    /// Where the next character goes, 0 to `text.count`.
    public var cursor: Int
    /// What is wrong with the line, and at which character (from 0) where that is known.
    public var complaint: Complaint?
    /// What Tab offers, the best first.
    public var completions: [String] = []
    /// What Tab goes round among, once it was pressed.
    public private(set) var cycle: Cycle?

    /// The completions of a word, among which Tab goes round; after the last one the word is as it was typed.
    public struct Cycle: Equatable, Sendable {
        /// The line before the first Tab, and its cursor.
        var text: [Character]
        var cursor: Int
        /// What the choices take the place of.
        var range: Range<Int>
        var choices: [String]
        /// The choice that stands in the line; `choices.count` is the line as it was typed.
        var place: Int
    }

    /// Something wrong with a line.
    public struct Complaint: Equatable, Sendable {
        /// One sentence.
        public var text: String
        /// The character it points at, from 0.
        public var column: Int?

        /// A complaint about a line.
        public init(_ text: String, column: Int? = nil) {
            self.text = text
            self.column = column
        }
    }

    /// A line with the cursor at its end.
    public init(_ purpose: Purpose, text: String = "") {
        self.purpose = purpose
        self.text = Array(text)
        cursor = self.text.count
    }

    /// The line as text.
    public var line: String { String(text) }

    /// What stands before the line: `/` or `:`, or what is asked for.
    public var sign: String {
        switch purpose {
        case .search: "/"
        case .command: ":"
        case .addition: "Add: "
        case .name: "Name: "
        case .tags, .articleTags: "Tags: "
        case .searchName: "Save search as: "
        case .searchText: "Query: "
        }
    }
}

extension PromptState {
    /// The completion that stands in the line.
    public var chosen: Int? {
        cycle.flatMap { $0.choices.indices.contains($0.place) ? $0.place : nil }
    }

    /// Puts the first of some completions into the line, or the last; `false` where there are none.
    public mutating func complete(_ range: Range<Int>, with choices: [String], forward: Bool) -> Bool {
        guard !choices.isEmpty else { return false }
        let place = forward ? 0 : choices.count - 1
        show(Cycle(text: text, cursor: cursor, range: range, choices: choices, place: place))
        // A single one is a word like any other, which can be completed further.
        if choices.count == 1 { cycle = nil }
        return true
    }

    /// Puts the next completion into the line, or the one before; `false` where Tab was not pressed before.
    public mutating func goRound(forward: Bool) -> Bool {
        guard var cycle else { return false }
        let count = cycle.choices.count + 1
        cycle.place = (cycle.place + (forward ? 1 : count - 1)) % count
        show(cycle)
        return true
    }

    /// The line is typed on.
    public mutating func endCycle() {
        cycle = nil
    }

    private mutating func show(_ cycle: Cycle) {
        text = cycle.text
        cursor = cycle.cursor
        if cycle.choices.indices.contains(cycle.place) {
            let choice = Array(cycle.choices[cycle.place])
            text.replaceSubrange(cycle.range, with: choice)
            cursor = cycle.range.lowerBound + choice.count
        }
        self.cycle = cycle
    }
}

extension PromptState {
    /// Replaces the whole line; the cursor goes to its end.
    public mutating func replace(with line: String) {
        text = Array(line)
        cursor = text.count
    }

    /// Puts text in at the cursor; line breaks become spaces.
    public mutating func insert(_ string: String) {
        let characters = string.map { $0.isNewline || $0 == "\t" ? " " : $0 }
        text.insert(contentsOf: characters, at: cursor)
        cursor += characters.count
    }

    /// Takes away the character before the cursor; `false` at the start of the line.
    public mutating func deleteBackward() -> Bool {
        guard cursor > 0 else { return false }
        cursor -= 1
        text.remove(at: cursor)
        return true
    }

    /// Takes away the character at the cursor.
    public mutating func deleteForward() {
        guard cursor < text.count else { return }
        text.remove(at: cursor)
    }

    /// Takes away the word before the cursor.
    public mutating func deleteWord() {
        let end = cursor
        while cursor > 0, text[cursor - 1] == " " { cursor -= 1 }
        while cursor > 0, text[cursor - 1] != " " { cursor -= 1 }
        text.removeSubrange(cursor..<end)
    }

    /// Takes away everything before the cursor.
    public mutating func deleteToStart() {
        text.removeSubrange(0..<cursor)
        cursor = 0
    }

    /// Moves the cursor, staying within the line.
    public mutating func move(by characters: Int) {
        cursor = min(max(0, cursor + characters), text.count)
    }
}
