/// Where a sentence ends: after a full stop and a space, closing quotes and brackets in between.
struct SentenceEnd {
    var hasSpace = false
    private var isStopped = true
    private var isFirst = true

    /// Whether what comes next starts a sentence.
    func isOver(before startsWord: Bool) -> Bool {
        startsWord && isStopped && (hasSpace || isFirst)
    }

    mutating func take(_ token: NameToken) {
        switch token.shape {
        case .stop: isStopped = true
        case .quote, .bracket, .apostrophe: if isFirst { isStopped = true }
        default: isStopped = false
        }
        // An opening quotation mark starts the sentence, and so does the word behind it.
        let opens =
            token.shape == .quote || token.shape == .bracket || token.shape == .apostrophe || token.shape == .dash
        if opens, token.startsSentence { isStopped = true } else { isFirst = false }
        hasSpace = opens && token.startsSentence
    }
}
