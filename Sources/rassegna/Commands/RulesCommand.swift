import ArgumentParser
import Library
import Model

/// `rassegna rules`: the user's rules for new articles.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "Print your rules for new articles; try them, or apply them to what is there.",
        discussion: """
            Rules stand in rules.toml in your settings folder ($XDG_CONFIG_HOME/rassegna): each has a query and what is done \
            with new articles that it matches. --dry-run says what each would change in the library now, and changes \
            nothing; --apply changes it, and the reader's u takes that back.
            """)

    @Flag(name: .customLong("dry-run"), help: "Say what each rule would change in the library now.")
    var isTrial = false

    @Flag(help: "Apply the rules to the articles that are there.")
    var apply = false

    @Flag(help: "One JSON object a line.")
    var json = false

    @OptionGroup var library: LibraryOptions

    func validate() throws {
        if isTrial, apply { throw ValidationError("--dry-run and --apply do not go together.") }
    }

    func run() throws {
        let (library, knowledge) = try library.open()
        let rules = knowledge.rules.rules
        let isRefused = !knowledge.rules.problems.isEmpty
        guard !rules.isEmpty else { throw isRefused ? Outcome.failed : .nothingFound }
        for rule in rules {
            guard let fault = try library.searchFault(of: rule.query) else { continue }
            Console.complain("“\(rule.name)”: \(fault)")
        }
        if isTrial {
            for (rule, effect) in zip(rules, try library.preview(rules)) { print(rule, effect) }
        } else if apply {
            for rule in rules { print(rule, try library.apply(rule)) }
        } else {
            for rule in rules { print(rule, nil) }
        }
        if isRefused { throw Outcome.someInputsFailed }
    }

    private func print(_ rule: Rule, _ effect: RuleEffect?) {
        if json {
            Console.printRaw(JSON.rule(rule, effect).line)
        } else if let effect {
            Console.print("\(rule.name): \(effect.words(isDone: apply))")
        } else {
            let query = rule.query.description
            Console.print("\(rule.name): \(rule.name == query ? "" : query + ": ")\(rule.actions)")
        }
    }
}

extension RuleEffect {
    /// `12 articles match; would tag 10, star 3`.
    func words(isDone: Bool) -> String {
        let count = matches == 1 ? "1 article matches" : "\(matches) articles match"
        let parts = [
            (tagged, "tag", "tagged"), (starred, "star", "starred"), (read, "mark read", "marked read"),
            (hidden, "hide", "hidden"),
        ].filter { $0.0 > 0 }
        guard !parts.isEmpty else { return "\(count); nothing to change" }
        let list = parts.map { isDone ? "\($0.0) \($0.2)" : "\($0.1) \($0.0)" }.joined(separator: ", ")
        return "\(count); \(isDone ? "" : "would ")\(list)"
    }
}

extension JSON {
    /// A rule, and what it has changed or would change.
    static func rule(_ rule: Rule, _ effect: RuleEffect?) -> JSON {
        let until: String? = if case .until(let day) = rule.mute { day.iso8601 } else { nil }
        var members: [(String, JSON)] = [
            ("name", .string(rule.name)), ("query", .string(rule.query.description)),
            ("tag", .array(rule.tags.map { .string($0) })), ("star", .bool(rule.isStarred)),
            ("read", .bool(rule.isRead)), ("mute", .bool(rule.mute != nil)), ("until", .optional(until)),
        ]
        if let effect {
            members += [
                ("matches", .integer(effect.matches)), ("tagged", .integer(effect.tagged)),
                ("starred", .integer(effect.starred)), ("marked", .integer(effect.read)),
                ("hidden", .integer(effect.hidden)),
            ]
        }
        return .object(members)
    }
}
