import CGumbo

/// The names of HTML's elements that mean something to a reader; all others are `other`.
enum HTMLTag: UInt8, CaseIterable {
    case other, html, head, body, title, base, link, meta, style, script, noscript, template
    case article, section, nav, aside, header, footer, main, address, hgroup, div, p, hr, br, center
    case h1, h2, h3, h4, h5, h6
    case pre, listing, xmp, plaintext, blockquote, q, cite, ol, ul, li, dl, dt, dd, dir, menu
    case figure, figcaption, picture, img, image, table, caption, thead, tbody, tfoot, tr, td, th, col, colgroup
    case a, b, big, code, em, font, i, nobr, s, small, strike, strong, tt, u, span, time, label, abbr, mark, sup, sub
    case form, fieldset, legend, input, button, select, option, textarea, details, summary, dialog
    case svg, math, iframe, object, embed, canvas, audio, video, map, applet, noembed, noframes, frameset, frame
    case area, source, track, wbr, param, keygen, basefont, bgsound, marquee
    case annotation

    /// The element of a name in any case.
    init(name start: UnsafePointer<UInt8>, count: Int) {
        let number = start.withMemoryRebound(to: CChar.self, capacity: count) { gumbo_tagn_enum($0, UInt32(count)) }
        self.init(number)
        if self == .other, count == 10 || count == 14, start[0] | 0x20 == UInt8(ascii: "a"),
            start[1] | 0x20 == UInt8(ascii: "n"), start[9] | 0x20 == UInt8(ascii: "n")
        {
            self = .annotation
        }
    }

    /// The parser's number of an element.
    init(_ number: GumboTag) {
        let index = Int(number.rawValue)
        self = index < HTMLTag.byNumber.count ? HTMLTag.byNumber[index] : .other
    }

    private static let byNumber: [HTMLTag] = {
        var table = [HTMLTag](repeating: .other, count: Int(GUMBO_TAG_LAST.rawValue) + 1)
        for tag in allCases where tag != .other && tag != .annotation {
            let number = Int(gumbo_tag_enum("\(tag)").rawValue)
            if number < Int(GUMBO_TAG_UNKNOWN.rawValue) { table[number] = tag }
        }
        return table
    }()
}

/// A set of elements.
struct HTMLTags: ExpressibleByArrayLiteral {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init(arrayLiteral elements: HTMLTag...) {
        for tag in elements {
            if tag.rawValue < 64 { low |= 1 << tag.rawValue } else { high |= 1 << (tag.rawValue - 64) }
        }
    }

    func contains(_ tag: HTMLTag) -> Bool {
        (tag.rawValue < 64 ? low >> tag.rawValue : high >> (tag.rawValue - 64)) & 1 == 1
    }
}
