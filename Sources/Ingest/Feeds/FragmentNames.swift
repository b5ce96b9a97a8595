/// Words of classes and ids that feeds give to what is no part of their articles.
enum FragmentNames {
    /// Whether a class or id has such a word.
    static func areFurniture(_ value: ArraySlice<UInt8>) -> Bool {
        var index = value.startIndex
        while index < value.endIndex {
            while index < value.endIndex, !isPart(value[index]) { index += 1 }
            let start = index
            while index < value.endIndex, isPart(value[index]) { index += 1 }
            // By ten letters at most: longer words are known by their beginning.
            if 2...14 ~= index - start, words.contains(FragmentTag.word(value[start..<min(index, start + 10)])) {
                return true
            }
        }
        return false
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit
    }

    private static let words: Set<UInt64> = Set(
        """
        share sharing social socials sharebar addtoany sharedaddy feedflare newsletter subscribe subscription signup related         recommended correlati correlate correlato promo promos promotion advert adverts ad ads adv advertisement advertising         sponsor sponsored affiliate affiliates comments disqus breadcrumb breadcrumbs cookie cookies gdpr consent paywall         sidebar condividi condivisione pubblicita outbrain taboola jp iscriviti leggianche
        """.split(separator: " ").map { FragmentTag.word($0.utf8.prefix(10)) })
}
