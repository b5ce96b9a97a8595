import Model
import Terminal
import Views

/// A line typed after `:`.
enum Command: Equatable {
    case action(Action)
    case search(String)
    case company(String)
    case follow(String)
    case add(String)
    case samples
    case goTo(Int)
    case openLink(Int)

    /// Commands that take words, with what they take.
    private static let withWords = ["search", "company", "follow", "add"]
    private static let others = ["samples"]

    /// Reads a line; the error is one sentence.
    static func parse(_ line: String) -> Result<Command?, Complaint> {
        let parts = line.split(separator: " ", maxSplits: 1)
        guard let name = parts.first.map(String.init) else { return .success(nil) }
        let words = parts.count > 1 ? parts[1].trimmingSpaces : ""
        if let row = Int(name) { return .success(.goTo(row)) }
        if withWords.contains(name), !words.isEmpty || name == "search" {
            return .success(command(name, words))
        }
        if name == "samples" { return .success(.samples) }
        if name == Action.openLink.rawValue, let number = Int(words) { return .success(.openLink(number)) }
        if name == "q" { return .success(.action(.quit)) }
        if let action = Action(rawValue: name) { return .success(.action(action)) }
        if withWords.contains(name) { return .failure(Complaint(text: ":\(name) needs something after it.")) }
        return .failure(Complaint(text: "There is no command “\(name)”; Tab completes, ? lists the keys."))
    }

    /// What is wrong with a line.
    struct Complaint: Error, Equatable {
        var text: String
    }

    /// The names that a line may become, the shortest first.
    static func completions(of line: String) -> [String] {
        guard !line.contains(" ") else { return [] }
        let names = Action.allCases.map(\.rawValue) + withWords + others
        return Set(names).filter { $0.hasPrefix(line) }.sorted { ($0.count, $0) < ($1.count, $1) }
    }

    private static func command(_ name: String, _ words: String) -> Command {
        switch name {
        case "company": .company(words)
        case "follow": .follow(words)
        case "add": .add(words)
        default: .search(words)
        }
    }
}

extension App {
    /// Enter after a command.
    mutating func runTyped() -> [Effect] {
        guard let line = screen.prompt?.line else { return [] }
        switch Command.parse(line) {
        case .failure(let complaint):
            screen.prompt?.complaint = .init(complaint.text)
            screen.prompt?.completions = []
            return []
        case .success(let command):
            screen.prompt = nil
            if !line.isEmpty { history.commands.append(line) }
            return command.map { run($0) } ?? []
        }
    }

    private mutating func run(_ command: Command) -> [Effect] {
        switch command {
        case .action(let action): return perform(action)
        case .company(let name): return listArticles(about: name)
        case .follow(let name): return [.toggleFollow(name)]
        case .add(let place): return add(place)
        case .samples:
            isAdding = true
            return [.addSamples]
        case .openLink(let number): return openLink(number: number)
        case .goTo(let row):
            screen.focus = .articles
            return move(by: row - 1 - screen.articles.first - screen.articles.cursor)
        case .search(let text):
            do {
                return enter(try parsed(text), text: text)
            } catch {
                say(error.description, .bad)
                return []
            }
        }
    }
}
