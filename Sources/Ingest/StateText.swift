/// The text of an article in what a page gives its scripts: rich text as a tree of paragraphs, as several systems write
/// it (`{"type": "paragraph", "content": [{"type": "text", "value": …}]}`).
struct StateText {
    private var best = ""

    /// The longest text that the page's states hold; `nil` where none has three paragraphs.
    static func longest(in document: HTMLDocument) -> String? {
        var found = StateText()
        for range in document.states.prefix(10) where range.count < 1 << 22 {
            for value in LooseJSON.values(in: document.page[range]) { found.look(value, depth: 0) }
        }
        return found.best.isEmpty ? nil : found.best
    }

    private mutating func look(_ value: LooseJSON, depth: Int) {
        guard depth < 64 else { return }
        switch value {
        case .object(let members):
            for value in members.values { look(value, depth: depth + 1) }
        case .array(let values):
            let paragraphs = values.compactMap { StateText.paragraph($0) }
            let text = paragraphs.joined(separator: "\n")
            if paragraphs.count >= 3, text.utf8.count > best.utf8.count { best = text }
            for value in values { look(value, depth: depth + 1) }
        default: break
        }
    }

    private static func paragraph(_ value: LooseJSON) -> String? {
        guard ["paragraph", "heading"].contains(kind(value) ?? "") else { return nil }
        var text = ""
        append(value["content"], to: &text, depth: 0)
        let line = oneLine(text.utf8)
        return line.isEmpty ? nil : line
    }

    private static func append(_ value: LooseJSON?, to text: inout String, depth: Int) {
        guard let value, depth < 20 else { return }
        for part in value.list {
            if kind(part) == "text" {
                text += part["value"]?.text ?? part["text"]?.text ?? ""
            } else {
                append(part["content"], to: &text, depth: depth + 1)
            }
        }
    }

    private static func kind(_ value: LooseJSON) -> String? {
        value["nodeType"]?.text ?? value["type"]?.text
    }
}
