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

            A comma stands between tags (+energy,oil). tag:energy finds the articles. The reader's u takes all that one \
            command did back in one step, also later.
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
        for (tag, _) in cut.tags {
            if tag.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
                throw ValidationError("A tag cannot have control characters or line ends in it.")
            }
            if Library.tagName(tag).isEmpty { throw ValidationError("A tag cannot be blank.") }
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
        var changes = try library.tag(ids, cut.tags.map { TagChange($0.tag, $0.isSet) }).changes[...]
        for (tag, isSet) in cut.tags {
            let isNext = changes.first?.subject == Library.tagName(tag) && (changes.first?.action == .tagged) == isSet
            let count = isNext ? changes.removeFirst().count : 0
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
        // A comma stands between tags, as in the reader.
        let tags = words[start...].flatMap { word in
            word.dropFirst().split(separator: ",").map { (String($0), word.hasPrefix("+")) }
        }
        return (Array(words[..<start]), tags)
    }
}
