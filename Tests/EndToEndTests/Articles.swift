/// The articles that these tests read.
extension Home {
    /// Writes twelve articles into the folder `articles`, the newest first: two name OpenAI, nine Ferrari.
    func writeArticles() throws {
        try write(Home.article("OpenAI sceglie Milano", "2026-11-20", "Il Telaio", Home.milan), to: "articles/01.md")
        try write(
            Home.article("La scommessa di Redmond", "2026-11-19", "Bit e Bilanci", Home.bet), to: "articles/02.md")
        for number in 3...11 {
            let text = "Il titolo Ferrari ha chiuso la seduta numero \(number) in rialzo a Piazza Affari."
            try write(
                Home.article("Ferrari, giornata \(number)", "2026-11-\(21 - number)", "Motori di Ponente", text),
                to: "articles/\(number).md")
        }
        let text = "Il fornaio del quartiere riapre dopo l'estate con il forno nuovo e le stesse rosette."
        try write(Home.article("Riapre il forno", "2026-11-01", "Il Telaio", text), to: "articles/12.md")
    }

    /// A Markdown file with front matter.
    static func article(_ title: String, _ date: String, _ outlet: String, _ text: String) -> String {
        "---\ntitle: \"\(title)\"\ndate: \(date)\noutlet: \(outlet)\nlanguage: it\n---\n\n\(text)\n"
    }

    private static let milan = """
        OpenAI apre il primo ufficio italiano e lo fa a Milano, con ottanta persone entro l'estate. La società di \
        ChatGPT cercava casa da un anno.

        L'affitto vale 43 milioni di euro, secondo gli agenti che hanno seguito la trattativa.
        """

    private static let bet = """
        Da Redmond arriva un'altra conferma: Microsoft resterà socia di OpenAI anche dopo la nuova offerta.

        Il consiglio ha approvato la proposta senza voti contrari.
        """
}
