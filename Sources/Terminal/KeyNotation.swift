/// Why a key or a script of keys cannot be read; columns count characters from 1.
public enum KeyError: Error, Hashable, Sendable {
    /// A `<` without its `>`: write `<lt>` for the character itself.
    case unclosed(column: Int)
    /// No key has this name.
    case unknown(name: String, column: Int)
}

extension KeyError: CustomStringConvertible {
    /// What is wrong, where, and what to write instead.
    public var description: String {
        switch self {
        case .unclosed(let column): "column \(column): '<' without '>'; write <lt> for the character '<'"
        case .unknown(let name, let column): "column \(column): no key is called <\(SafeText.neutralised(name))>"
        }
    }
}

extension Key {
    /// Keys with a name of their own: how they are written, and how help calls them.
    private static let named: [(key: Key, name: String, label: String)] = [
        (.char(" "), "Space", "Space"), (.char("<"), "lt", "<"), (.enter, "Enter", "Enter"), (.escape, "Esc", "Esc"),
        (.tab, "Tab", "Tab"), (.backTab, "S-Tab", "Shift-Tab"), (.backspace, "BS", "Backspace"),
        (.delete, "Del", "Del"), (.insert, "Ins", "Ins"), (.up, "Up", "Up"), (.down, "Down", "Down"),
        (.left, "Left", "Left"), (.right, "Right", "Right"), (.home, "Home", "Home"), (.end, "End", "End"),
        (.pageUp, "PageUp", "PgUp"), (.pageDown, "PageDown", "PgDn"), (.ctrlLeft, "C-Left", "Ctrl-Left"),
        (.ctrlRight, "C-Right", "Ctrl-Right"), (.shiftUp, "S-Up", "Shift-Up"), (.shiftDown, "S-Down", "Shift-Down"),
    ]

    /// Other names for the same keys, in lower case.
    private static let synonyms: [String: Key] = [
        "cr": .enter, "return": .enter, "escape": .escape, "backspace": .backspace, "delete": .delete,
        "insert": .insert, "pgup": .pageUp, "pgdn": .pageDown, "gt": .char(">"),
    ]

    /// Reads one key: `j`, `<Enter>`, `<Space>`, `<C-d>`, `<M-x>`, `<F1>`, `<lt>`, `<S-Tab>`; names in any case.
    ///
    /// `nil` where the text is anything else.
    public init?(_ notation: String) {
        let scalars = Array(notation.unicodeScalars)
        if scalars.count == 1 {
            guard let key = Key(typed: scalars[0]) else { return nil }
            self = key
        } else {
            guard scalars.count > 2, scalars.first == "<", scalars.last == ">",
                let key = Key(name: String(notation.unicodeScalars.dropFirst().dropLast()))
            else { return nil }
            self = key
        }
    }

    /// The keys of a script, one after the other: `c openai<Enter>` is `c`, Space, `o` to `i`, Enter.
    ///
    /// - Throws: `KeyError` for the first thing that is no key.
    public static func script(_ text: String) throws(KeyError) -> [Key] {
        let scalars = Array(text.unicodeScalars)
        var keys: [Key] = []
        var index = 0
        while index < scalars.count {
            let column = index + 1
            var name = String(scalars[index])
            var key = Key(typed: scalars[index])
            if scalars[index] == "<" {
                guard let close = scalars[index...].firstIndex(of: ">") else { throw .unclosed(column: column) }
                name = String(String.UnicodeScalarView(scalars[column..<close]))
                key = Key(name: name)
                index = close
            }
            guard let key else { throw .unknown(name: name, column: column) }
            keys.append(key)
            index += 1
        }
        return keys
    }

    /// How the key is written in scripts and settings; `Key(_:)` reads it back.
    public var notation: String {
        if let entry = Key.named.first(where: { $0.key == self }) { return "<\(entry.name)>" }
        return switch self {
        case .char(let scalar): String(scalar)
        case .ctrl(let scalar): "<C-\(Key.spelled(scalar))>"
        case .alt(let scalar): "<M-\(Key.spelled(scalar))>"
        case .function(let number): "<F\(number)>"
        default: "<\(self)>"
        }
    }

    /// How help calls the key: `Ctrl-D`, `Alt-x`, `PgDn`, `Space`, `j`.
    public var label: String {
        if let entry = Key.named.first(where: { $0.key == self }) { return entry.label }
        return switch self {
        case .char(let scalar): String(scalar)
        case .ctrl(let scalar): "Ctrl-\(Key.spelled(scalar).uppercasedFirst)"
        case .alt(let scalar): "Alt-\(Key.spelled(scalar))"
        case .function(let number): "F\(number)"
        default: "\(self)"
        }
    }

    /// The key that types a character; line ends and tabs in a script are their keys, other control characters none.
    private init?(typed scalar: Unicode.Scalar) {
        switch Glyph(scalar.value) {
        case .narrow, .wide, .mark: self = .char(scalar)
        case .space: self = Key(controlByte: scalar.value) ?? .char(scalar)
        case .replaced, .hidden: return nil
        }
    }

    /// The key of the name between `<` and `>`.
    private init?(name: String) {
        let lower = name.lowercased()
        if let entry = Key.named.first(where: { $0.name.lowercased() == lower }) {
            self = entry.key
        } else if let key = Key.synonyms[lower] {
            self = key
        } else if let number = (1...63).first(where: { lower == "f\($0)" }) {
            self = .function(number)
        } else if lower.hasPrefix("c-"), let scalar = Key.scalar(spelled: lower.dropFirst(2)),
            let key = Key.control(with: scalar)
        {
            self = key
        } else if lower.hasPrefix("m-") || lower.hasPrefix("a-"), let scalar = Key.scalar(spelled: name.dropFirst(2)) {
            self = .alt(scalar)
        } else {
            return nil
        }
    }

    /// The character of a combination as it is written after `C-` or `M-`.
    private static func spelled(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case " ": "Space"
        case "<": "lt"
        case ">": "gt"
        default: String(scalar)
        }
    }

    private static func scalar(spelled text: Substring) -> Unicode.Scalar? {
        switch text.lowercased() {
        case "space": " "
        case "lt": "<"
        case "gt": ">"
        default: text.unicodeScalars.count == 1 ? text.unicodeScalars.first : nil
        }
    }
}

extension String {
    /// `d` becomes `D`.
    fileprivate var uppercasedFirst: String {
        prefix(1).uppercased() + dropFirst()
    }
}
