import ArgumentParser
import Library
import Model
import Terminal

/// `rassegna show ID`: one article, whole.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print an article: title, companies, text without page furniture.")

    @Argument(help: "The article's number, as list prints it.")
    var id: Int64

    @Flag(help: "One JSON object, with text, blocks and mentions.")
    var json = false

    @OptionGroup var library: LibraryOptions

    func run() throws {
        let (library, _) = try library.open()
        guard let article = try library.article(id) else {
            Console.complain("there is no article \(id); rassegna list shows the numbers")
            throw Outcome.nothingFound
        }
        if json {
            Console.printRaw(JSON.article(article).line)
        } else {
            print(article)
        }
    }

    private func print(_ article: Article) {
        Console.print(article.row.title)
        let date = Environment.zone.date(of: article.row.published).iso8601
        Console.print([article.row.outlet, article.author, date].compactMap { $0 }.joined(separator: ", "))
        if let url = article.url { Console.print(HostName.revealing(url)) }
        let companies = article.companies.map { "\($0.salience.sign) \($0.company)" }.joined(separator: "  ")
        if !companies.isEmpty { Console.print(companies) }
        // An article may have a million blocks: not each is written alone.
        var lines = ""
        for block in article.blocks where block.kind != .furniture && block.kind != .title {
            let utf8 = article.text.utf8
            let start = utf8.index(utf8.startIndex, offsetBy: block.range.lowerBound)
            let end = utf8.index(start, offsetBy: block.range.count)
            lines += "\n" + SafeText.neutralised(lines: String(article.text[start..<end]))
            if lines.utf8.count > 1 << 16 {
                Console.printRaw(lines)
                lines = ""
            } else {
                lines += "\n"
            }
        }
        if !lines.isEmpty { Console.printRaw(String(lines.dropLast())) }
    }
}
