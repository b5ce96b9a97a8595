/// Prepares a page for the HTML parser, whose cost and stack grow with the nesting of elements, in one pass over its
/// bytes.
///
/// Tags nested deeper than `depth`, formatting tags of a name more than `alike` at a time, tags with hundreds of
/// attributes and those after the millionth become blanks; so do scripts, styles and comments, which hold no text of
/// the page. Browsers cap the nesting too (Chromium at 512).
struct HTMLScan {
    private static let depth = 256
    private static let alike = 3
    private static let attributes = 256

    private var bytes: [UInt8]
    private var position = 0
    /// The names of the open elements.
    private var open: [Name] = []
    /// How many elements beyond the limit are open.
    private var overflow = 0
    /// How many formatting elements of each name are open: the parser opens them again in each new block.
    private var styled: [Name: Int] = [:]
    /// How many elements the parser may still make.
    private var budget = 1_000_000

    /// The page with what the parser shall not see blanked.
    static func prepared(_ bytes: [UInt8]) -> [UInt8] {
        var scan = HTMLScan(bytes: bytes)
        scan.run()
        return scan.bytes
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func run() {
        while let start = next(UInt8(ascii: "<"), from: position) {
            position = start + 1
            guard position < bytes.count else { return }
            if bytes.has("!--", at: position) {
                blankComment(from: start)
            } else if bytes[position] == UInt8(ascii: "/") {
                takeEnd(from: start)
            } else if bytes[position].isLetter {
                takeStart(from: start)
            }
        }
    }

    private mutating func takeStart(from start: Int) {
        let name = name(at: start + 1)
        let tag = tagEnd(from: start + 1 + name.count)
        position = tag.end
        budget -= 1 + styled.values.reduce(0, +)
        if HTMLScan.raw.contains(name) { return blankRaw(name, from: tag.end) }
        let isOpening = !HTMLScan.kept.contains(name) && !HTMLScan.isVoid(name, isClosed: tag.isClosed)
        if budget <= 0 || tag.spaces > HTMLScan.attributes {
            blank(start..<tag.end)
        } else if !isOpening {
            return
        } else if open.count >= HTMLScan.depth || styled[name, default: 0] >= HTMLScan.alike {
            overflow += 1
            blank(start..<tag.end)
        } else {
            open.append(name)
            guard HTMLScan.styles.contains(name) else { return }
            styled[name, default: 0] += 1
            // Only formatting elements that differ in their attributes are opened again without end.
            blank(start + 1 + name.count..<max(tag.end - 1, start + 1 + name.count))
        }
    }

    private mutating func takeEnd(from start: Int) {
        let name = name(at: start + 2)
        let tag = tagEnd(from: start + 2 + name.count)
        position = tag.end
        if budget <= 0 { return blank(start..<tag.end) }
        guard !HTMLScan.kept.contains(name), !HTMLScan.void.contains(name) else { return }
        if overflow > 0 {
            overflow -= 1
            blank(start..<tag.end)
            return
        }
        if let index = opening(of: name) { open.removeSubrange(index...) }
        if let count = styled[name] { styled[name] = count > 1 ? count - 1 : nil }
    }

    /// The open element that an end tag closes: the nearest of its name, not beyond a table or the like, and for an
    /// inline element not beyond a block.
    private func opening(of name: Name) -> Int? {
        let isInline = HTMLScan.inline.contains(name)
        for index in open.indices.reversed() {
            if open[index] == name { return index }
            if HTMLScan.barriers.contains(open[index]) || (isInline && !HTMLScan.inline.contains(open[index])) {
                return nil
            }
        }
        return nil
    }

    /// Blanks the text of a script or style; that of a title or text field is left, but not read as tags.
    private mutating func blankRaw(_ name: Name, from start: Int) {
        var end = start
        while let mark = next(UInt8(ascii: "<"), from: end) {
            end = mark + 1
            if end < bytes.count, bytes[end] == UInt8(ascii: "/"), self.name(at: end + 1) == name {
                if name == HTMLScan.script || name == HTMLScan.style { blank(start..<mark) }
                position = tagEnd(from: end + 1 + name.count).end
                return
            }
        }
        position = bytes.count
    }

    private mutating func blankComment(from start: Int) {
        var end = start + 4
        while let dash = next(UInt8(ascii: ">"), from: end) {
            end = dash + 1
            if dash >= start + 5, bytes.has("--", at: dash - 2) { break }
        }
        position = min(max(end, start + 4), bytes.count)
        if position == end { blank(start..<end) }
    }
}

extension HTMLScan {
    /// An element's name in one word: its first ten letters, whatever their case, and its length.
    private struct Name: Hashable {
        var letters: UInt64
        var count: Int
    }

    private func next(_ byte: UInt8, from start: Int) -> Int? {
        start < bytes.count ? bytes[start...].firstIndex(of: byte) : nil
    }

    private func name(at start: Int) -> Name {
        var name = Name(letters: 0, count: 0)
        var index = start
        while index < bytes.count, HTMLScan.isNamePart(bytes[index]) {
            if name.count < 10 { name.letters = name.letters << 6 ^ UInt64(bytes[index].lowercased) }
            name.count += 1
            index += 1
        }
        return name
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":") || byte > 0x7F
    }

    /// The end of a tag, quotes respected, with the number of blanks outside quotes and whether it ends in `/>`.
    private func tagEnd(from start: Int) -> (end: Int, spaces: Int, isClosed: Bool) {
        var quote: UInt8?
        var spaces = 0
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                if index > start, bytes[index - 1] == UInt8(ascii: "=") || bytes[index - 1].isBlank { quote = byte }
            } else if byte == UInt8(ascii: ">") {
                return (index + 1, spaces, index > start && bytes[index - 1] == UInt8(ascii: "/"))
            } else if byte.isBlank || byte == .newline || byte == UInt8(ascii: "/") {
                spaces += 1
            }
            index += 1
        }
        return (bytes.count, spaces, false)
    }

    private mutating func blank(_ range: Range<Int>) {
        for index in range { bytes[index] = .space }
    }

    private static func names(_ list: String) -> Set<Name> {
        Set(list.split(separator: " ").map { HTMLScan(bytes: Array($0.utf8)).name(at: 0) })
    }

    /// Whether an element has no end: by its name, or by `/>` where the name is none of HTML's that ignore it.
    private static func isVoid(_ name: Name, isClosed: Bool) -> Bool {
        void.contains(name) || (isClosed && !inline.contains(name) && !blocks.contains(name))
    }

    private static let script = HTMLScan(bytes: Array("script".utf8)).name(at: 0)
    private static let style = HTMLScan(bytes: Array("style".utf8)).name(at: 0)
    /// Elements whose text has no tags.
    private static let raw = names("script style title textarea xmp iframe noembed noframes")
    /// Elements without end.
    private static let void = names(
        "area base br col embed hr img input link meta param source track wbr keygen frame image basefont bgsound")
    /// Elements that the parser closes by itself, or has once.
    private static let kept = names(
        "html head body p li dt dd tr td th thead tbody tfoot caption colgroup option optgroup form h1 h2 h3 h4 h5 h6")
    /// Elements that an end tag from inside does not close.
    private static let barriers = names("table object marquee applet template button svg math select")
    /// Elements that the parser opens again in the next block.
    private static let styles = names("b big code em font i nobr s small strike strong tt u")
    private static let inline = names(
        "a b big code em font i nobr s small strike strong tt u span abbr cite q sub sup mark time label ins del kbd"
    )
    private static let blocks = names(
        "div section article main header footer nav aside ul ol dl blockquote pre figure figcaption table details")
}
