import ArgumentParser
import Entities
import Foundation
import Glibc
import Library
import Model
import Terminal
import Views

/// Which library a command works on.
struct LibraryOptions: ParsableArguments {
    @Option(help: "The library's file (default: $XDG_DATA_HOME/rassegna/library.sqlite).")
    var library: String?

    /// Opens the library, or says why it cannot be.
    ///
    /// - Parameter making: Whether a file that the user names is made where there is none.
    func open(making: Bool = false) throws -> (Library, Knowledge) {
        if let library, !making, access(library, F_OK) != 0 {
            Console.complain("\(library): there is no such library; rassegna add makes one")
            throw Outcome.failed
        }
        let opened = try LibraryOptions.open(library)
        for complaint in opened.1.look().complaints + SettingsFile.ofUser().complaints() {
            Console.complain(complaint)
        }
        for problem in opened.1.rules.look().problems {
            Console.complain("\(opened.1.rules.path ?? ""), line \(problem.line): \(problem.reason)")
        }
        return opened
    }

    /// Opens the library in a file, or else the usual one.
    static func open(_ path: String?) throws -> (Library, Knowledge) {
        let knowledge = Knowledge.ofUser()
        let path = try path ?? usualPath()
        let settings = SettingsFile.ofUser()
        let line = ProgressLine()
        let opened = try Library(
            path: path, now: { Environment.now() }, zone: Environment.zone,
            updatedIsUnread: { settings.settings.updatedIsUnread }, resolve: { knowledge.companies(meaning: $0) },
            progress: { migration in
                if migration.step == 1 {
                    Console.complain(
                        "\(path) is of an older form, and is brought to that of this version; nothing in it is lost")
                }
                line.show("step \(migration.step) of \(migration.steps)")
            })
        line.clear()
        knowledge.hold(try opened.correctionsInForce())
        opened.follow { knowledge.rules.rules }
        return (opened, knowledge)
    }

    /// Where the library lies unless the user says otherwise; its folder is made where there is none.
    private static func usualPath() throws -> String {
        let path = Environment.current.libraryPath
        guard access(path, F_OK) != 0 else { return path }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return path
    }

    /// A library in memory, gone when the program ends.
    static func openInMemory(_ knowledge: Knowledge) throws -> Library {
        let settings = SettingsFile.ofUser()
        let library = try Library.inMemory(
            now: { Environment.now() }, zone: Environment.zone,
            updatedIsUnread: { settings.settings.updatedIsUnread },
            resolve: { knowledge.companies(meaning: $0) })
        library.follow { knowledge.rules.rules }
        return library
    }
}

/// How a command prints what it found.
struct OutputOptions: ParsableArguments {
    @Flag(help: "One JSON object a line.")
    var json = false

    @Option(help: "At most N lines.")
    var limit: Int?

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1 up, not \(limit).") }
    }
}

/// The words of a query, as the shell hands them over.
struct QueryArguments: ParsableArguments {
    @Argument(
        parsing: .allUnrecognized,
        help: "Words, \"phrases\", prefix*, company:NAME, about:NAME, is:unread, source:NAME, since:7d, -not, OR.")
    var query: [String] = []

    func validate() throws {
        if let option = query.first(where: { $0.hasPrefix("--") }) {
            throw ValidationError("Unknown option \(option).")
        }
    }

    /// The query, with the column of an error in the words joined by spaces.
    func parse() throws -> Query {
        let text = query.map(QueryArguments.requote).joined(separator: " ")
        do {
            return try Query.parse(text)
        } catch {
            Console.complain("query: \(error.description)")
            Console.complain("  " + text)
            Console.complain("  " + String(repeating: " ", count: max(0, error.column - 1)) + "^")
            throw Outcome.failed
        }
    }

    /// Sees that every saved search of a query is there.
    static func check(_ query: Query, in library: Library) throws {
        guard let fault = try library.searchFault(of: query) else { return }
        Console.complain("query: \(fault)")
        throw Outcome.failed
    }

    /// `source:Il Telaio`, whose quotes the shell has taken away, gets them back. Anything else with spaces is a query
    /// that was quoted whole: `'company:enel is:unread'`, `'is:unread enel'`, and `'company:enel dividendo'` where no company
    /// is called so.
    static func requote(_ word: String) -> String {
        guard let colon = word.firstIndex(of: ":"), word.contains(" "),
            !word[..<colon].contains(where: { !$0.isLetter })
        else { return word }
        let value = word[word.index(after: colon)...]
        let words = value.split(separator: " ")
        let isOperator = { (word: Substring) in ["OR", "NOT", "AND"].contains(word) }
        let isQuery =
            words.contains { $0.contains(":") || $0.hasPrefix("-") || isOperator($0) }
            || !isName(String(value), of: word[..<colon].lowercased())
        return isQuery || value.contains(where: { "\"“«()".contains($0) }) ? word : word[...colon] + "\"" + value + "\""
    }
}

extension QueryArguments {
    /// Whether words after a field can be one value: a name that companies have, or what may be any words.
    private static func isName(_ value: String, of field: String) -> Bool {
        switch field {
        case "is", "lang", "sort", "amount": false
        case "since", "before", "on": Query.isPeriod(value)
        case "company", "about", "with":
            Knowledge.ofUser().names.values.contains { names in
                names.contains { Folding.fold($0.text) == Folding.fold(value) }
            }
        default: true
        }
    }
}

extension Size {
    /// Reads `120x36`; `nil` for anything else.
    init?(text: String) {
        let parts = text.lowercased().split(separator: "x").compactMap { Int($0) }
        guard parts.count == 2, (1...1000).contains(parts[0]), (1...1000).contains(parts[1]) else { return nil }
        self.init(width: parts[0], height: parts[1])
    }
}
