/// How many columns text takes on a `Canvas`.
///
/// It does not depend on the locale nor on where the text stands: a tab is one column, like every space.
public enum TextWidth {
    /// Columns of a text on one line: 6 for `perché`, also with its accent as U+0301; 4 for `日本`.
    @specialized(where Text == String)
    @specialized(where Text == Substring)
    public static func columns<Text: StringProtocol>(of text: Text) -> Int {
        text.withBytes { bytes in
            var columns = 0
            var offset = 0
            while offset < bytes.count {
                let (value, length) = bytes.scalar(at: offset)
                columns += Glyph(value).columns
                offset += length
            }
            return columns
        }
    }

    /// Columns of a scalar: 0 for a mark or what is not shown, 2 for a wide character, else 1.
    public static func columns(of scalar: Unicode.Scalar) -> Int {
        Glyph(scalar.value).columns
    }

    /// The text if it fits, else as much of its beginning as fits with the ellipsis: `Mountain…`.
    ///
    /// Never wider than `columns`; the ellipsis itself is cut where there is no room for it.
    public static func truncated(_ text: String, to columns: Int, ellipsis: String = "…") -> String {
        guard prefix(of: text, columns: columns) < text.utf8.count else { return text }
        let room = columns - self.columns(of: ellipsis)
        guard room >= 0 else { return beginning(of: ellipsis, prefix(of: ellipsis, columns: columns)) }
        return beginning(of: text, prefix(of: text, columns: room)) + ellipsis
    }

    /// How many bytes the longest beginning of a text has that fits, with the marks that belong to its last character.
    private static func prefix(of text: String, columns: Int) -> Int {
        text.withBytes { bytes in
            var rest = max(0, columns)
            var offset = 0
            while offset < bytes.count {
                let (value, length) = bytes.scalar(at: offset)
                rest -= Glyph(value).columns
                if rest < 0 { break }
                offset += length
            }
            return offset
        }
    }

    private static func beginning(of text: String, _ count: Int) -> String {
        String(decoding: text.utf8.prefix(count), as: UTF8.self)
    }
}
