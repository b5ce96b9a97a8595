/// What an element is to its page, told by its name and its attributes: the words of `class`, `id` and the like that
/// pages of many sites use.
struct HTMLTraits: OptionSet {
    let rawValue: UInt16

    /// Not shown, or a control.
    static let hidden = HTMLTraits(rawValue: 1)
    /// A part of the page around its article by its element or role: navigation, footer, aside.
    static let surroundings = HTMLTraits(rawValue: 2)
    /// Furniture by its words.
    static let furniture = HTMLTraits(rawValue: 4)
    /// Furniture by its words where it holds little text: bylines, dates, labels.
    static let label = HTMLTraits(rawValue: 8)
    /// A caption or credit of a picture.
    static let caption = HTMLTraits(rawValue: 16)
    /// The body of an article by its words.
    static let body = HTMLTraits(rawValue: 32)
    /// The body of an article in so many words: `itemprop="articleBody"`.
    static let stated = HTMLTraits(rawValue: 64)
    /// What readers wrote below.
    static let comments = HTMLTraits(rawValue: 128)
    /// An article as a whole.
    static let article = HTMLTraits(rawValue: 256)
    /// Who wrote an article, and when.
    static let author = HTMLTraits(rawValue: 512)
    static let date = HTMLTraits(rawValue: 1024)
    /// A part that opens when the reader asks for it.
    static let folded = HTMLTraits(rawValue: 2048)
    /// What opens such a part.
    static let opener = HTMLTraits(rawValue: 4096)
}

extension HTMLTraits {
    /// The traits of an element.
    init(_ document: HTMLDocument, _ index: Int) {
        let tag = document.nodes[index].tag
        var traits: HTMLTraits = []
        // A button that is never closed holds the page.
        if HTMLElements.dropped.contains(tag), tag != .button || document.isShort(index) { traits.insert(.hidden) }
        if HTMLElements.surroundings.contains(tag) { traits.insert(.surroundings) }
        if tag == .article { traits.insert(.article) }
        if tag == .figcaption || tag == .figure && HTMLTraits.isPicture(document, index) { traits.insert(.caption) }
        if tag == .form { traits.insert(.furniture) }
        var words = HTMLWords()
        var isUnheard = false
        var isClosed = false
        var isPart = false
        for attribute in document.attributes(index) {
            switch attribute.name {
            case .class, .id, .testID, .component: words.add(document.bytes(attribute))
            case .hidden: isClosed = true
            case .ariaExpanded: traits.insert(.opener)
            // Hidden from those who listen: icons, and copies of what is said elsewhere.
            case .ariaHidden where document.bytes(attribute).count == 4:
                isUnheard = tag != .p
            case .style where HTMLTraits.hides(document.bytes(attribute)): isClosed = true
            case .rel where document.bytes(attribute).elementsEqual("author".utf8): traits.insert(.author)
            case .role:
                let role = document.value(attribute)
                traits.formUnion(HTMLTraits.role(role))
                isPart = role == "region" || role == "tabpanel"
            case .itemprop: traits.formUnion(HTMLTraits.property(document.value(attribute)))
            case .itemtype where document.value(attribute).hasSuffix("Article"): traits.insert(.article)
            default: break
            }
        }
        if tag == .other { words.add(document.name(index)) }
        // The closed parts of a text that opens by parts are its text.
        if isUnheard || isClosed, !isPart, !words.traits.contains(.folded) { traits.insert(.hidden) }
        self = traits.union(words.traits)
    }

    /// Whether a figure is a picture with words, and no table, quote or the like.
    private static func isPicture(_ document: HTMLDocument, _ index: Int) -> Bool {
        var hasImage = false
        for node in document.nodes[index..<document.end(index)].prefix(60) where !node.isText {
            switch node.tag {
            case .img, .image, .picture: hasImage = true
            case .table, .blockquote, .pre, .ul, .ol, .h2, .h3: return false
            default: break
            }
        }
        return hasImage
    }

    private static func hides(_ style: ArraySlice<UInt8>) -> Bool {
        guard style.count >= 12 else { return false }
        let plain = style.lazy.filter { !$0.isBlank && $0 != .newline }.map(\.lowercased)
        let text = String(decoding: Array(plain), as: UTF8.self)
        return text.holds("display:none") || text.holds("visibility:hidden")
    }

    private static func role(_ role: String) -> HTMLTraits {
        switch role.lowercased() {
        case "navigation", "banner", "complementary", "contentinfo", "dialog", "search", "alertdialog", "menu",
            "menubar", "toolbar":
            .surroundings
        case "article": .article
        default: []
        }
    }

    private static func property(_ property: String) -> HTMLTraits {
        switch property {
        case "articleBody", "articlebody", "reviewBody", "blogPost": .stated
        case "author", "creator": [.label, .author]
        case "datePublished", "dateCreated": [.label, .date]
        case "dateModified", "publisher", "keywords", "articleSection", "copyrightHolder",
            "interactionStatistic", "headline":
            .label
        case "caption": .caption
        case "comment": .comments
        default: []
        }
    }
}
