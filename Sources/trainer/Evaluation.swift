import Entities
import Model

/// Tests the whole annotator, catalogue and recogniser together, on marked articles.
struct Evaluation {
    let annotator: Annotator
    let catalogue: Catalogue
    let showsErrors: Bool

    /// Scores of articles with companies: names, and the share of company names found whose company is right.
    func report(_ name: String, _ articles: [GoldArticle]) {
        var score = Score()
        var (right, meant, linked) = (0, 0, 0)
        var wrong: [String] = []
        for article in articles {
            let found = mentions(of: article.marked, article.language)
            score.add(found: found.map(\.name), marked: article.marked.names)
            if showsErrors, Set(found.map(\.name)) != Set(article.marked.names) {
                wrong += SourceText(article.marked.text).lines(found: found.map(\.name), marked: article.marked.names)
            }
            for (mention, company) in found {
                guard let gold = article.companies[mention], mention.kind == 0 else { continue }
                linked += 1
                let isMeant = isMeant(gold, by: company)
                if isMeant { meant += 1 }
                if gold == company {
                    right += 1
                } else if showsErrors, !isMeant {
                    let surface = SourceText(article.marked.text).surface(mention.range)
                    wrong.append("link: \(surface) -> \(company ?? "-"), marked \(gold)")
                }
            }
        }
        func share(_ count: Int) -> String { "\((100 * Double(count) / Double(max(1, linked))).tenths) %" }
        print("\(name): \(score.line)")
        print(
            "\(name): of \(linked) companies \(share(meant)) lead to the right one, \(share(right)) under the very name marked"
        )
        for line in wrong { print("  " + line) }
    }

    /// Scores of marked texts.
    func report(_ name: String, _ texts: [MarkedText]) {
        var score = Score()
        for text in texts {
            let found = mentions(of: text, nil).map(\.name)
            score.add(found: found, marked: text.names)
            if showsErrors {
                for line in SourceText(text.text).lines(found: found, marked: text.names) { print("  " + line) }
            }
        }
        print("\(name), whole: \(score.line)")
    }

    /// Whether a company is the one that was marked: under any name of its record, or as what it owns or is owned by.
    private func isMeant(_ gold: String, by company: String?) -> Bool {
        guard let company else { return false }
        return gold == company || catalogue.companies(meaning: gold).contains(company)
            || catalogue.companies(meaning: company).contains(gold)
    }

    private func mentions(of marked: MarkedText, _ language: Language?) -> [(name: MarkedText.Name, company: String?)] {
        annotator.annotate(text: marked.text, blocks: marked.blocks, language: language).mentions.compactMap {
            mention in
            guard mention.evidence != .ticker, let kind = NameLabel.number(of: mention.kind) else { return nil }
            return (MarkedText.Name(range: mention.range, kind: kind), mention.company)
        }
    }
}
