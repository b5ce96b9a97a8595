import Model
import Views

/// Completing the word at the cursor of a search.
extension App {
    /// Tab and Shift-Tab: the next of the completions, or the one before, in place of the word.
    mutating func complete(forward: Bool) -> [Effect] {
        guard var prompt = screen.prompt else { return [] }
        guard
            prompt.goRound(forward: forward)
                || completion.map({ prompt.complete($0.range, with: $0.choices, forward: forward) }) ?? false
        else { return [] }
        screen.prompt = prompt
        return promptChanged()
    }

    /// Offers what the word at the cursor can become; while Tab goes round the offer stays.
    mutating func offerCompletions() {
        guard let prompt = screen.prompt, prompt.purpose == .search, prompt.cycle == nil else { return }
        completion = QueryCompletion(of: prompt.line, at: prompt.cursor, from: queryNames, companies: knownCompanies)
        screen.prompt?.completions = completion?.choices ?? []
    }

    /// The companies with all their names, ranked as the picker ranks them.
    private var knownCompanies: QueryCompletion.Companies? {
        guard let names else { return nil }
        return QueryCompletion.Companies(
            answering: { typed, isBeginning in
                // Names that begin so come before all others.
                CompanyRanking.answers(
                    to: Fuzzy.Key(typed), among: names, isForgiving: !isBeginning, limit: QueryCompletion.mostChoices
                ).best.filter { !isBeginning || $0.isBeginning }.map(\.company.row.name)
            },
            knows: { CompanyRanking.knows($0, among: names) })
    }
}
