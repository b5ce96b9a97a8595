/// Text from outside, made harmless for one line of a terminal, a title, a clipboard or a file.
///
/// Control characters (C0 with ESC, DEL, C1) become U+FFFD; directional marks and overrides, tags, zero-width and
/// interlinear scalars, variation selectors, soft hyphens and skin tones disappear. `Canvas` does the same to what it draws.
public enum SafeText {
    /// The text on one line: tabs and the ends of lines become one space each.
    public static func neutralised(_ text: String) -> String {
        neutralised(text, keepsLines: false)
    }

    /// The text with its lines kept, each ended by `\n`; tabs become a space.
    public static func neutralised(lines text: String) -> String {
        neutralised(text, keepsLines: true)
    }

    private static func neutralised(_ text: String, keepsLines: Bool) -> String {
        guard !text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else { return text }
        var safe = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            defer { previous = scalar }
            if isLineEnd(scalar) {
                guard !(scalar == "\n" && previous == "\r") else { continue }
                safe.append(keepsLines ? "\n" : " ")
            } else if let shown = shown(scalar) {
                safe.append(shown)
            }
        }
        return String(safe)
    }

    /// What is shown of a scalar; `nil` for nothing.
    private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch Glyph(scalar.value) {
        case .narrow, .wide, .mark: scalar
        case .space: " "
        case .replaced: "\u{FFFD}"
        case .hidden: nil
        }
    }

    private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}
