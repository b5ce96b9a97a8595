import Model

/// What HTML's elements are to a reader.
enum HTMLElements {
    /// The kind of the block that an element begins inside a block of another kind; `nil` for inline elements.
    static func kind(of name: String, inside outer: Block.Kind) -> Block.Kind? {
        switch name {
        case "h1", "h2", "h3", "h4", "h5", "h6": outer == .item ? .item : .heading
        case "li", "dt", "dd": .item
        case "blockquote": .quote
        case "pre", "listing", "xmp", "plaintext": .code
        case _ where blocks.contains(name): outer
        default: nil
        }
    }

    /// Whether an element's end ends a block.
    static func isBlock(_ name: String) -> Bool {
        kind(of: name, inside: .paragraph) != nil
    }

    /// Whether an element's text is none of the article's: scripts, controls, the page's navigation, hidden parts.
    static func isDropped(_ node: HTMLDocument.Node, isRoot: Bool) -> Bool {
        guard !isRoot else { return false }
        if dropped.contains(node.name) || node.attributes["hidden"] != nil { return true }
        if node.attributes["aria-hidden"]?.lowercased() == "true" { return true }
        if let role = node.attributes["role"],
            ["navigation", "banner", "complementary", "contentinfo", "dialog", "search"].contains(role)
        {
            return true
        }
        return node.attributes["style"].map { $0.filter { $0 != " " }.lowercased().contains("display:none") } ?? false
    }

    private static let dropped: Set<String> = [
        "head", "title", "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed",
        "canvas",
        "audio", "video", "select", "option", "button", "input", "textarea", "label", "nav", "footer", "aside",
        "dialog", "menu", "map", "applet", "noembed", "noframes", "frameset",
    ]

    private static let blocks: Set<String> = [
        "html", "body", "p", "div", "section", "article", "main", "header", "hgroup", "figure", "figcaption", "table",
        "caption",
        "thead", "tbody", "tfoot", "tr", "ul", "ol", "dl", "address", "center", "form", "details", "summary",
        "fieldset",
        "legend", "dir", "footer", "aside",
    ]

    /// Whether an element is a form, or its class or id is one that pages give to furniture.
    static func isNamedFurniture(_ node: HTMLDocument.Node) -> Bool {
        if node.name == "form" { return true }
        for key in ["class", "id"] {
            guard let value = node.attributes[key] else { continue }
            let words = value.lowercased().split { !($0.isLetter || $0.isNumber) }
            if words.contains(where: { furniture.contains(String($0)) }) { return true }
            if zip(words, words.dropFirst()).contains(where: { pairs.contains("\($0) \($1)") }) { return true }
        }
        return false
    }

    private static let furniture: Set<String> = [
        "share", "sharing", "social", "socials", "sharebar", "addtoany", "sharedaddy", "newsletter", "newsletters",
        "subscribe", "subscription", "signup", "related", "recommended", "recommendations", "correlati", "correlate",
        "correlato", "promo", "promos", "promotion", "advert", "adverts", "ad", "ads", "adv", "advertisement",
        "advertising",
        "sponsor", "sponsored", "banner", "affiliate", "affiliates", "comments", "comment", "commenti", "disqus",
        "breadcrumb",
        "breadcrumbs", "tags", "cookie", "cookies", "gdpr", "consent", "paywall", "sidebar", "widget", "widgets",
        "condividi",
        "condivisione", "pubblicita", "footer", "nav", "navbar", "navigation", "navigazione", "menu", "toolbar", "skip",
        "outbrain", "taboola", "popular", "trending", "masthead", "copyright", "disclaimer", "disclosure", "iscriviti",
        "byline", "tools",
    ]

    private static let pairs: Set<String> = [
        "read more", "more stories", "see also", "leggi anche", "tag list", "top strip", "story tools", "related posts",
        "follow us", "piu letti", "most read", "author box", "author bio", "post meta", "entry meta", "article meta",
        "site header", "call action", "up next",
    ]
}
