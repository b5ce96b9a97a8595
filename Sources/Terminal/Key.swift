/// A key, or keys held together, as a terminal reports them.
///
/// Terminals send the same byte for Ctrl-I and Tab, Ctrl-M, Ctrl-J and Enter, Ctrl-H and Backspace, Ctrl-[ and Esc: each
/// of these is the latter here.
public enum Key: Hashable, Sendable {
    /// A character, in the case typed; Space is `" "`.
    case char(Unicode.Scalar)
    /// Ctrl with a lower-case letter, a space or one of `\`, `]`, `^`, `_`.
    case ctrl(Unicode.Scalar)
    /// Alt with a character.
    case alt(Unicode.Scalar)
    case enter, escape, tab, backTab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    case ctrlLeft, ctrlRight, shiftUp, shiftDown
    /// A function key, 1 to 63.
    case function(Int)
}

extension Key {
    /// The key that a control byte (0 to 31, or 127) stands for; `nil` for other values.
    public init?(controlByte byte: UInt32) {
        switch byte {
        case 0: self = .ctrl(" ")
        case 8, 127: self = .backspace
        case 9: self = .tab
        case 10, 13: self = .enter
        case 27: self = .escape
        case 1...26: self = .ctrl(Unicode.Scalar(UInt8(byte) + 0x60))
        case 28...31: self = .ctrl(Unicode.Scalar(UInt8(byte) + 0x40))
        default: return nil
        }
    }

    /// The key that Ctrl and a character make, by the byte that a terminal sends for them.
    static func control(with scalar: Unicode.Scalar) -> Key? {
        switch scalar.value {
        case 0x20, 0x40...0x5F, 0x61...0x7A: Key(controlByte: scalar.value & 0x1F)
        default: nil
        }
    }
}
