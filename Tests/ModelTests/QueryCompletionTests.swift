import Model
import Testing

@Suite struct QueryCompletionTests {
    private let names = QueryCompletion.Names(
        companies: ["OpenAI", "Open Fiber", "Eni", "Enel", "Banco BPM"], sources: ["Il Telaio", "Bit"],
        tags: ["finance/banks"],
        searches: ["chips and cloud"])

    /// What completing leaves of `text`, whose cursor stands at `|`, with the first choice.
    private func completed(_ text: String) -> String? {
        let parts = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        let whole = parts.joined()
        guard let completion = QueryCompletion(of: whole, at: parts[0].count, from: names),
            let first = completion.choices.first
        else { return nil }
        var characters = Array(whole)
        characters.replaceSubrange(completion.range, with: first)
        return String(characters)
    }

    @Test(arguments: [
        ("comp|", "company:"), ("is:un|", "is:unread"), ("a company:ope|", "a company:OpenAI"),
        ("about:fib|", "about:\"Open Fiber\""),
        ("company:\"banco b|\"", "company:\"Banco BPM\""), ("-company:en|el x", "-company:Eni x"),
        ("(source:te|)", "(source:\"Il Telaio\")"),
        ("tag:ban|", "tag:finance/banks"), ("search:|", "search:\"chips and cloud\""), ("lang:|", "lang:it"),
        ("sort:r|", "sort:rank"),
        ("since:last|", "since:\"last week\""), ("ope|", "company:OpenAI"), ("since:7d per|", "since:7d person:"),
        ("/a b/ is:s|", "/a b/ is:starred"),
    ])
    func `a word that is begun is completed`(text: String, expected: String) {
        #expect(completed(text) == expected)
    }

    @Test(arguments: ["|", "a |", "\"comp|", "/comp|", "title:x|", "company:zzz|", "company:x |", "\"a\"|"])
    func `elsewhere there is nothing to complete`(text: String) {
        #expect(completed(text) == nil)
    }

    @Test func `no cursor and no text is too odd`() {
        var random = Seeded(state: 2)
        for _ in 0..<2000 {
            let text = (0..<Int.random(in: 0...6, using: &random)).map { _ in
                ["company:", "\"", "«", "a", " ", "(", "-", "/", "is:", "é", "👍", ":", ")"].randomElement(
                    using: &random) ?? ""
            }.joined()
            let cursor = Int.random(in: -1...(text.count + 1), using: &random)
            guard let completion = QueryCompletion(of: text, at: cursor, from: names) else { continue }
            #expect(completion.range.lowerBound <= cursor && completion.range.upperBound >= cursor)
            #expect(completion.range.upperBound <= text.count)
        }
    }
}
