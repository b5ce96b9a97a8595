import ArgumentParser
import Library
import Model

/// `rassegna tag QUERY +name -name`: gives articles tags, or takes them away.
struct TagCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tag", abstract: "Tag the articles that a query matches, or take tags away.",
        discussion: """
            The tags stand at the end: from the first word with a + on, each + gives a tag and each - takes one away. Where \
            there is no +, the words with a - at the end are tags: leave something out of the query with NOT, or put the \
            query in quotes.

              rassegna tag company:enel since:7d +energy -unsorted
              rassegna tag 'title:eni -plenitude' -oil

            tag:energy finds them. The reader's u takes a change back, also later.
            """)

    @Argument(parsing: .allUnrecognized, help: ArgumentHelp("QUERY +tag -tag ...", valueName: "query"))
    var words: [String] = []

    @OptionGroup var library: LibraryOptions

    func validate() throws {
        if let option = words.first(where: { $0.hasPrefix("--") }) {
            throw ValidationError("Unknown option \(option).")
        }
        let cut = TagCommand.cut(words)
        if cut.query.isEmpty || cut.tags.isEmpty {
            throw ValidationError("Say which articles and which tags, such as: rassegna tag company:enel +energy")
        }
    }

    func run() throws {
        let cut = TagCommand.cut(words)
        var arguments = QueryArguments()
        arguments.query = cut.query
        let wanted = try arguments.parse()
        let (library, _) = try library.open()
        try QueryArguments.check(wanted, in: library)
        let ids = try library.ids(matching: wanted)
        for (tag, isSet) in cut.tags {
            let count = try library.tag(ids, tag, isSet)?.count ?? 0
            Console.print("\(count) article\(count == 1 ? "" : "s") \(isSet ? "" : "no longer ")tagged \(tag).")
        }
        if ids.isEmpty { throw Outcome.nothingFound }
    }

    /// The words of the query, and the tags at the end with whether they are given.
    static func cut(_ words: [String]) -> (query: [String], tags: [(tag: String, isSet: Bool)]) {
        let isTag = { (word: String) in word.count > 1 && (word.hasPrefix("+") || word.hasPrefix("-")) }
        let start =
            words.firstIndex { $0.count > 1 && $0.hasPrefix("+") }
            ?? words.endIndex - words.reversed().prefix(while: isTag).count
        guard words[start...].allSatisfy(isTag) else { return (words, []) }
        return (Array(words[..<start]), words[start...].map { (String($0.dropFirst()), $0.hasPrefix("+")) })
    }
}
