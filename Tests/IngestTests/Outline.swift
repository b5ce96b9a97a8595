import Ingest
import Model

/// The only article in a text.
func article(_ text: String, _ format: Format = .text, named name: String = "a") throws -> ParsedArticle {
    let articles = try Reader().articles(in: Array(text.utf8), named: name, format: format)
    return articles[0]
}

/// The blocks of a text, one a line, as `kind: words`; a line end inside a block as `⏎`.
func outline(_ text: String, _ format: Format = .text) throws -> String {
    outline(of: try article(text, format))
}

/// The blocks of an article, one a line.
func outline(of article: ParsedArticle) -> String {
    let bytes = Array(article.text.utf8)
    return article.blocks.map { block in
        let words = String(decoding: bytes[block.range], as: UTF8.self).split(separator: "\n").joined(separator: "⏎")
        return "\(block.kind): \(words)"
    }.joined(separator: "\n")
}

/// The links of an article, one a line, as `words -> address`.
func links(of article: ParsedArticle) -> [String] {
    let bytes = Array(article.text.utf8)
    return article.links.map { "\(String(decoding: bytes[$0.range], as: UTF8.self)) -> \($0.address)" }
}

/// A paragraph of ordinary prose, long enough to stand under a heading.
let prose = """
    Il consiglio di amministrazione ha approvato ieri i conti del trimestre, con ricavi in crescita e debito in calo.
    """
