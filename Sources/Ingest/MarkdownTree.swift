import CCmark
import Synchronization

/// Parses a Markdown text and visits each node of its tree on entering and, where it has children, on leaving.
///
/// cmark-gfm keeps tables of special characters for all its parsers together, so one text is read at a time; neither
/// parsing nor the visit recurses, whatever the nesting.
func visitMarkdown(_ text: [UInt8], _ body: (MarkdownNode, Bool) -> Void) {
    reading.withLock { _ in
        _ = extensions
        guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return }
        defer { cmark_parser_free(parser) }
        for name in ["table", "strikethrough", "autolink"] {
            if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
        }
        shallow(text).withUnsafeBytes { bytes in
            if let start = bytes.baseAddress {
                cmark_parser_feed(parser, start.assumingMemoryBound(to: CChar.self), bytes.count)
            }
        }
        guard let root = cmark_parser_finish(parser) else { return }
        defer { cmark_node_free(root) }
        guard let iterator = cmark_iter_new(root) else { return }
        defer { cmark_iter_free(iterator) }
        while cmark_iter_next(iterator) != CMARK_EVENT_DONE {
            guard let node = cmark_iter_get_node(iterator) else { return }
            body(MarkdownNode(node), cmark_iter_get_event_type(iterator) == CMARK_EVENT_ENTER)
        }
    }
}

private let reading = Mutex(())

/// Registers the extensions, once for all.
private let extensions: Void = cmark_gfm_core_extensions_ensure_registered()

/// A text whose lines begin with at most 128 bytes of list and quotation marks: each line costs as much as it is
/// nested. Lines that would make a table of more than 500 columns are left out: each row costs as much as its head.
private func shallow(_ text: [UInt8]) -> [UInt8] {
    let most = 128
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var marks = 0
    var isHead = true
    // Whether the line is the rule under a table's head so far, and how many columns that has.
    var (isRule, pipes, start) = (true, 0, 0)
    for byte in text {
        if byte == .newline {
            if pipes > 500 { result.removeLast(result.count - start) }
            (marks, pipes, start) = (0, 0, result.count + 1)
            isHead = true
            isRule = true
        } else if isHead, byte.isBlank || byte.isDigit || "-+*>.)".utf8.contains(byte) {
            marks += 1
        } else {
            isHead = false
        }
        if byte == UInt8(ascii: "|") {
            pipes += isRule ? 1 : 0
        } else if byte != .newline, !byte.isBlank, byte != UInt8(ascii: "-"), byte != UInt8(ascii: ":") {
            (isRule, pipes) = (false, 0)
        }
        if !isHead || marks <= most { result.append(byte) }
    }
    if pipes > 500 { result.removeLast(result.count - start) }
    return result
}

/// A node of a Markdown document; valid during the visit only.
struct MarkdownNode {
    private let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) {
        self.pointer = pointer
    }

    /// What it is.
    var kind: Kind {
        cmark_node_get_type_string(pointer).flatMap { Kind(rawValue: String(cString: $0)) } ?? .other
    }

    /// The kinds of nodes by cmark's names.
    enum Kind: String {
        case paragraph, heading, list, item, link, image, text, code, softbreak, linebreak, strong, other
        case quote = "block_quote"
        case codeBlock = "code_block"
        case htmlBlock = "html_block"
        case htmlInline = "html_inline"
        case tableRow = "table_row"
        case tableHeader = "table_header"
        case tableCell = "table_cell"
    }

    /// The text of a leaf.
    var literal: [UInt8] {
        cmark_node_get_literal(pointer).map {
            Array(UnsafeBufferPointer(start: $0, count: length($0)).map { UInt8(bitPattern: $0) })
        } ?? []
    }

    /// Where a link leads.
    var address: String {
        cmark_node_get_url(pointer).map { String(cString: $0) } ?? ""
    }

    /// The level of a heading, 1 to 6.
    var level: Int {
        Int(cmark_node_get_heading_level(pointer))
    }

    /// The bytes of a C string.
    private func length(_ start: UnsafePointer<CChar>) -> Int {
        var count = 0
        while start[count] != 0 { count += 1 }
        return count
    }
}
