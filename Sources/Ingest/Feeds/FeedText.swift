import Model

/// A text of a feed before it is made plain: words, or HTML.
struct FeedText {
    /// How the bytes are meant.
    enum Form {
        /// Words, with line ends that count.
        case plain
        /// Words or HTML, as the bytes show: elements of RSS that are plain by their specification and HTML in practice.
        case either
        /// HTML, or words in which line ends do not count.
        case html
    }

    var bytes: [UInt8]
    var form: Form
    /// The address against which its links are resolved.
    var base: String?

    /// Whether it holds nothing but blanks.
    var isBlank: Bool { bytes.allSatisfy { $0.isBlank || $0 == .newline } }

    /// Whether it is to be read as HTML.
    var isMarkup: Bool {
        switch form {
        case .html: true
        case .plain, .either: FeedText.looksLikeHTML(bytes)
        }
    }

    /// Its words in one line; `nil` where there are none.
    var line: String? {
        if let inner = twiceEscaped { return inner.line }
        var words = bytes
        if isMarkup, bytes.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) {
            var writer = BlockWriter()
            HTMLFragment.write(bytes, into: &writer, base: nil)
            words = writer.text
        }
        let line = oneLine(words)
        if line.isEmpty, isHalfTag { return oneLine(bytes) }
        return line.isEmpty ? nil : line
    }

    /// Writes it as blocks.
    func write(into writer: inout BlockWriter) {
        if let inner = twiceEscaped { return inner.write(into: &writer) }
        if isMarkup, !isHalfTag, bytes.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) {
            HTMLFragment.write(bytes, into: &writer, base: base)
        } else {
            writePlain(into: &writer)
        }
        writer.close()
    }

    /// The HTML of a text that was escaped once more than it should be: it has no tag, begins with one where its references
    /// are resolved, and is HTML then.
    private var twiceEscaped: FeedText? {
        let bytes = withoutWrapper
        guard bytes.index(of: UInt8(ascii: "<"), in: 0..<bytes.count) == nil else { return nil }
        let start = bytes.firstIndex { !$0.isBlank && $0 != .newline } ?? 0
        guard bytes.has("&lt;", at: start), !bytes.has("&lt;/", at: start) else { return nil }
        let resolved = FeedText.resolved(bytes[start...])
        return FeedText.looksLikeHTML(resolved) ? FeedText(bytes: resolved, form: .html, base: base) : nil
    }

    /// A text with its references resolved, once.
    static func resolved(_ text: ArraySlice<UInt8>) -> [UInt8] {
        let bytes = Array(text)
        var resolved: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "&"),
                let reference = CharacterReference(in: bytes, at: index, to: bytes.count, isLoose: false)
            {
                if let scalar = reference.scalar { resolved.append(scalar) }
                index += reference.count
            } else {
                resolved.append(bytes[index])
                index += 1
            }
        }
        return resolved
    }

    /// What is in the `div` that Atom's XHTML stands in, where that is the only element.
    private var withoutWrapper: [UInt8] {
        let range = bytes.trimmed(0..<bytes.count)
        guard bytes.has("<div>", at: range.lowerBound), range.count > 11, bytes.has("</div>", at: range.upperBound - 6)
        else { return bytes }
        return Array(bytes[range.lowerBound + 5..<range.upperBound - 6])
    }

    /// Whether it has a `<` at its beginning and no tag: in HTML nothing would be left of it.
    private var isHalfTag: Bool {
        bytes.first { !$0.isBlank && $0 != .newline } == UInt8(ascii: "<") && !bytes.contains(UInt8(ascii: ">"))
    }

    /// Writes words: an empty line begins a paragraph, and a single line end a line where line ends count.
    private func writePlain(into writer: inout BlockWriter) {
        writer.open(.paragraph)
        var isFirst = true
        for line in bytes.split(separator: .newline, omittingEmptySubsequences: false) {
            if line.allSatisfy(\.isBlank) {
                writer.open(.paragraph)
                isFirst = true
                continue
            }
            if !isFirst {
                if form == .html { writer.add(CollectionOfOne(.space)) } else { writer.breakLine() }
            }
            writer.addText(line)
            isFirst = false
        }
    }

    /// Whether a text that should be plain is HTML: it has an end tag, an empty element or a character's name, and no tag
    /// but those of HTML.
    static func looksLikeHTML(_ bytes: [UInt8]) -> Bool {
        var hasMark = false
        var index = 0
        while let mark = bytes[index...].firstIndex(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) {
            index = mark + 1
            guard index < bytes.count else { break }
            if bytes[mark] == UInt8(ascii: "&") {
                if let reference = CharacterReference(in: bytes, at: mark, to: bytes.count, isLoose: false) {
                    hasMark = true
                    index = mark + reference.count
                }
                continue
            }
            let isEnd = bytes[index] == UInt8(ascii: "/")
            let start = isEnd ? index + 1 : index
            let name = bytes[start...].prefix { $0.isLetter || $0.isDigit }
            guard let first = name.first, first.isLetter else { continue }
            guard FragmentTag(name) != nil else { return false }
            let next = name.endIndex < bytes.count ? bytes[name.endIndex] : 0
            guard next.isBlank || next == .newline || next == UInt8(ascii: ">") || next == UInt8(ascii: "/") else {
                return false
            }
            hasMark = hasMark || isEnd || FragmentTag(name)?.isVoid == true
        }
        return hasMark
    }
}
