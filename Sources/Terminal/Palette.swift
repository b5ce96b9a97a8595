/// How a cell looks: what the terminal is asked for.
public struct Look: Hashable, Sendable {
    /// Attributes that do not depend on colours.
    public struct Attributes: OptionSet, Hashable, Sendable {
        /// One bit for each attribute.
        public let rawValue: UInt8

        /// The attributes of these bits.
        public init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// Strong.
        public static let bold = Attributes(rawValue: 1)
        /// Weak.
        public static let dim = Attributes(rawValue: 2)
        /// Slanted.
        public static let italic = Attributes(rawValue: 4)
        /// Underlined.
        public static let underline = Attributes(rawValue: 8)
        /// Foreground and background exchanged.
        public static let reverse = Attributes(rawValue: 16)
    }

    /// The colour of the character, by the terminal's number; `nil` for the terminal's own.
    public var foreground: UInt8?
    /// The colour behind it.
    public var background: UInt8?
    /// What else.
    public var attributes: Attributes

    /// A look; by default the terminal's own.
    public init(foreground: UInt8? = nil, background: UInt8? = nil, attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }
}

/// What each style looks like on a kind of terminal.
///
/// No state is told by colour alone where rows carry no sign: without colours the selected row and matches are
/// reversed, and every kind of name has attributes of its own.
public struct Palette: Hashable, Sendable {
    /// How rich the terminal is.
    enum Depth: Hashable, Sendable {
        case mono
        /// The 8 colours of ECMA-48, their bright forms from 16 on.
        case basic(bright: Bool)
        /// The 256 colours of xterm.
        case rich
    }

    let depth: Depth
    let isLight: Bool

    /// A palette for a terminal.
    ///
    /// - Parameters:
    ///   - colours: How many it has; below 8 counts as none.
    ///   - isLight: Whether its background is light.
    ///   - noColour: Whether the user wants none (`NO_COLOR`, no-color.org).
    public init(colours: Int, isLight: Bool = false, noColour: Bool = false) {
        self.isLight = isLight
        switch noColour ? 0 : colours {
        case 256...: depth = .rich
        case 16...: depth = .basic(bright: true)
        case 8...: depth = .basic(bright: false)
        default: depth = .mono
        }
    }

    /// Whether `COLORFGBG`, as some terminals set it (`0;15`, `0;default;15`), tells of a light background.
    public static func isLight(colorFgBg: String?) -> Bool {
        guard let last = colorFgBg?.split(separator: ";").last, let background = Int(last) else { return false }
        return background == 7 || (9...15).contains(background)
    }

    /// How a style looks.
    public func look(of style: Style) -> Look {
        var look = base(of: style.role)
        look.attributes.formUnion(attributes(of: style.marks))
        switch depth {
        case .mono: addMono(style.marks, to: &look)
        case .basic: addBasic(style, to: &look)
        case .rich: addRich(style, to: &look)
        }
        return look
    }
}

extension Palette {
    private func base(of role: Role) -> Look {
        let tone = Tone(role)
        switch depth {
        case .mono:
            return Look(attributes: tone.mono)
        case .basic(let bright):
            let colour = isLight ? tone.basicLight : tone.basicDark
            let isTinted = colour.map { (1...6).contains($0) } ?? false
            return Look(
                foreground: bright && !isLight && isTinted ? colour.map { $0 + 8 } : colour,
                attributes: tone.basicAttributes)
        case .rich:
            let ground = Tone.ground(of: role, isLight: isLight)
            return Look(
                foreground: isLight ? tone.light : tone.dark, background: ground, attributes: tone.attributes)
        }
    }

    private func attributes(of marks: Marks) -> Look.Attributes {
        var attributes: Look.Attributes = []
        if marks.contains(.bold) { attributes.insert(.bold) }
        if marks.contains(.dim) { attributes.insert(.dim) }
        if marks.contains(.italic) { attributes.insert(.italic) }
        if marks.contains(.underline) { attributes.insert(.underline) }
        if marks.contains(.reverse) { attributes.insert(.reverse) }
        return attributes
    }

    /// In a selected row a match is the part that is not reversed, in the current row a link the part not underlined.
    private func addMono(_ marks: Marks, to look: inout Look) {
        if marks.contains(.selected) { look.attributes.insert(.reverse) }
        if marks.contains(.current) { look.attributes.formSymmetricDifference(.underline) }
        if marks.contains(.match) { look.attributes.formSymmetricDifference([.reverse, .underline]) }
    }

    private func addBasic(_ style: Style, to look: inout Look) {
        if style.marks.contains(.match) {
            look = Look(foreground: 0, background: 3, attributes: look.attributes.subtracting([.dim, .reverse]))
        } else if style.marks.contains(.selected) {
            look.attributes.insert(.reverse)
            look.attributes.remove(.dim)
        } else if style.marks.contains(.current) {
            look.attributes.formSymmetricDifference(.underline)
        }
    }

    private func addRich(_ style: Style, to look: inout Look) {
        if style.role == .match || style.marks.contains(.match) {
            look.foreground = 16
            look.background = 222
        } else if style.marks.contains(.selected) {
            look.background = isLight ? 189 : 18
            if Tone(style.role).isMuted { look.foreground = isLight ? 236 : 254 }
        } else if style.marks.contains(.current) {
            look.background = isLight ? 254 : 237
            if Tone(style.role).isMuted { look.foreground = isLight ? 238 : 250 }
        }
    }
}
