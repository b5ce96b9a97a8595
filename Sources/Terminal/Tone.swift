/// How a role looks on each kind of terminal. The numbers are those of the xterm palette of 256 colours, chosen for a
/// contrast of at least 4.5 to 1 (WCAG 2.1, 1.4.3) on black and on white; lines between panes need less.
struct Tone {
    /// Of 256 colours, on a dark background.
    var dark: UInt8?
    /// Of 256 colours, on a light background.
    var light: UInt8?
    /// Attributes with 256 colours.
    var attributes: Look.Attributes = []
    /// Of 8 colours, on a dark background.
    var basicDark: UInt8?
    /// Of 8 colours, on a light background.
    var basicLight: UInt8?
    /// Attributes with 8 or 16 colours.
    var basicAttributes: Look.Attributes = []
    /// Attributes without colours.
    var mono: Look.Attributes = []
    /// Whether it steps back behind the text, and so needs a lighter tone on the selected row.
    var isMuted = false
}

extension Tone {
    /// The tone of a role.
    init(_ role: Role) {
        switch role {
        case .company, .organization, .product, .person, .place, .amount: self = Tone.entity(role)
        case .bar, .barStrong, .header, .border, .prompt, .error, .good: self = Tone.frame(role)
        default: self = Tone.reading(role)
        }
    }

    /// The background of a role of its own with 256 colours.
    static func ground(of role: Role, isLight: Bool) -> UInt8? {
        switch role {
        case .bar, .barStrong: isLight ? 253 : 236
        case .match: 222
        default: nil
        }
    }

    private static func entity(_ role: Role) -> Tone {
        switch role {
        case .company:
            Tone(
                dark: 117, light: 25, attributes: .bold, basicDark: 6, basicLight: 4, basicAttributes: .bold,
                mono: [.bold, .underline])
        case .organization: Tone(dark: 147, light: 55, basicDark: 5, basicLight: 5, mono: .underline)
        case .product: Tone(dark: 150, light: 22, basicDark: 2, basicLight: 2, mono: [.bold, .italic])
        case .person: Tone(dark: 216, light: 125, basicDark: 3, basicLight: 1, mono: [.italic, .underline])
        case .place: Tone(dark: 115, light: 23, basicDark: 6, basicLight: 4, mono: .italic)
        default:
            Tone(dark: 222, light: 58, basicDark: 3, basicLight: 1, basicAttributes: .bold, mono: .bold)
        }
    }

    private static func frame(_ role: Role) -> Tone {
        switch role {
        case .bar: Tone(dark: 252, light: 236, basicAttributes: .reverse, mono: .reverse)
        case .barStrong:
            Tone(
                dark: 231, light: 16, attributes: .bold, basicAttributes: [.reverse, .bold], mono: [.reverse, .bold])
        case .header:
            Tone(
                dark: 110, light: 24, attributes: .bold, basicDark: 6, basicLight: 4, basicAttributes: .bold,
                mono: .bold)
        case .border: Tone(dark: 240, light: 247, basicAttributes: .dim, mono: .dim, isMuted: true)
        case .error:
            Tone(
                dark: 210, light: 124, attributes: .bold, basicDark: 1, basicLight: 1, basicAttributes: .bold,
                mono: [.reverse, .bold])
        case .good: Tone(dark: 114, light: 22, basicDark: 2, basicLight: 2, mono: .bold)
        default: Tone(attributes: .bold, basicAttributes: .bold, mono: .bold)
        }
    }

    private static func reading(_ role: Role) -> Tone {
        switch role {
        case .title, .heading, .unread: Tone(attributes: .bold, basicAttributes: .bold, mono: .bold)
        case .dim, .count: Tone(dark: 247, light: 240, basicAttributes: .dim, mono: .dim, isMuted: true)
        case .furniture: Tone(dark: 245, light: 241, basicAttributes: .dim, mono: .dim, isMuted: true)
        case .quote: Tone(dark: 250, light: 238, attributes: .italic, basicAttributes: .italic, mono: .italic)
        case .code: Tone(dark: 180, light: 58, basicDark: 3, basicLight: 1, mono: .dim)
        case .starred:
            Tone(
                dark: 220, light: 58, attributes: .bold, basicDark: 3, basicLight: 5, basicAttributes: .bold,
                mono: .bold)
        case .spark: Tone(dark: 110, light: 25, basicDark: 6, basicLight: 4, mono: .bold)
        case .link:
            Tone(
                dark: 111, light: 25, attributes: .underline, basicDark: 6, basicLight: 4, basicAttributes: .underline,
                mono: .underline)
        case .removed:
            Tone(
                dark: 210, light: 124, attributes: .italic, basicDark: 1, basicLight: 1, basicAttributes: .italic,
                mono: [.dim, .italic])
        case .inserted:
            Tone(
                dark: 114, light: 22, attributes: .underline, basicDark: 2, basicLight: 2, basicAttributes: .underline,
                mono: [.bold, .underline])
        case .match: Tone(dark: 16, light: 16, basicAttributes: .reverse, mono: .reverse)
        default: Tone()
        }
    }
}
