import Model

/// What HTML's elements are to a reader and to the parser.
enum HTMLElements {
    /// The kind of the block that an element begins inside a block of another kind; `nil` for inline elements.
    static func kind(of tag: HTMLTag, inside outer: Block.Kind) -> Block.Kind? {
        switch tag {
        case .h1, .h2, .h3, .h4, .h5, .h6: outer == .item ? .item : .heading
        case .li, .dt, .dd: .item
        case .blockquote: .quote
        case .pre, .listing, .xmp, .plaintext: .code
        case _ where blocks.contains(tag): outer
        default: nil
        }
    }

    static let headings: HTMLTags = [.h1, .h2, .h3, .h4, .h5, .h6]

    /// Elements whose end ends a block.
    static let blocks: HTMLTags = [
        .html, .body, .p, .div, .section, .article, .main, .header, .hgroup, .figure, .figcaption, .table, .caption,
        .thead, .tbody, .tfoot, .tr, .ul, .ol, .dl, .address, .center, .form, .details, .summary, .fieldset, .legend,
        .dir, .menu, .footer, .aside, .nav, .marquee, .h1, .h2, .h3, .h4, .h5, .h6, .li, .dt, .dd, .blockquote, .pre,
        .listing, .xmp, .plaintext, .hr,
    ]

    /// Elements that hold other parts of the page, rather than one piece of text.
    static let containers: HTMLTags = [
        .html, .body, .div, .section, .article, .main, .header, .hgroup, .table, .tbody, .tr, .td, .center, .form,
        .span, .other, .fieldset, .details, .footer, .font, .aside, .b,
    ]

    /// Elements whose text is none of the article's: controls and what the page keeps hidden.
    static let dropped: HTMLTags = [.head, .title, .button, .input, .textarea, .select, .option, .map]

    /// Elements that are parts of the page around an article.
    static let surroundings: HTMLTags = [.nav, .footer, .aside, .menu, .dialog]
}

// What the parser sees of them.
extension HTMLElements {
    /// Elements that hold text without tags.
    static let raw: HTMLTags = [
        .script, .style, .title, .textarea, .xmp, .iframe, .noembed, .noframes, .plaintext,
    ]
    /// Elements that are passed over with all that is in them.
    static let skipped: HTMLTags = [
        .svg, .noscript, .template, .object, .audio, .video, .canvas, .select, .dialog, .annotation, .map, .applet,
    ]
    /// Elements whose tags the parser does not see.
    static let unseen: HTMLTags = [
        .frameset, .frame, .math, .option, .keygen, .basefont, .bgsound, .source, .track, .param, .area, .col,
        .colgroup, .embed,
    ]
    /// Elements that state facts and have no text.
    static let facts: HTMLTags = [.meta, .link, .base]
    /// Elements without end.
    static let void: HTMLTags = [.br, .hr, .img, .image, .input, .wbr]
    /// Elements that the parser closes by itself, or has once.
    static let selfClosing: HTMLTags = [
        .html, .head, .body, .p, .li, .dt, .dd, .tr, .td, .th, .thead, .tbody, .tfoot, .caption, .form,
    ]
    /// Elements that are opened again in the next block where they are not closed.
    static let formatting: HTMLTags = [
        .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u,
    ]
    /// Elements that stand in a line, formatting elements with them.
    static let inline: HTMLTags = [
        .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u, .span, .time, .label, .abbr,
        .mark, .sup, .sub, .q, .cite, .picture,
    ]
    /// Elements that an end tag from inside does not close.
    static let barriers: HTMLTags = [.table, .marquee]
}
