import Glibc
import Terminal
import Testing

@Suite("The palette") struct PaletteTests {
    static let depths = [0, 8, 16, 256]
    static let entities: [Role] = [.company, .organization, .product, .person, .place, .amount]
    static let states: [Marks] = [[], .selected, .current, .match, [.selected, .match], [.current, .match]]

    @Test(arguments: depths, [false, true])
    func `kinds of names look different from each other and from plain text`(colours: Int, isLight: Bool) {
        let palette = Palette(colours: colours, isLight: isLight)
        let looks = (PaletteTests.entities + [.text]).map { palette.look(of: Style($0)) }
        #expect(Set(looks).count == looks.count)
    }

    @Test(arguments: depths, [false, true])
    func `the selected row, the current row and a match look different from a plain one`(colours: Int, isLight: Bool) {
        let palette = Palette(colours: colours, isLight: isLight)
        for role in [Role.text, .dim, .title, .company, .unread] {
            let looks = [Marks(), .selected, .current, .match].map { palette.look(of: Style(role, $0)) }
            #expect(Set(looks).count == looks.count, "\(role)")
            #expect(palette.look(of: Style(role, [.selected, .match])) != palette.look(of: Style(role, .selected)))
        }
    }

    @Test func `without colours nothing has one and every role is told by attributes`() {
        for palette in [Palette(colours: 0), Palette(colours: 256, noColour: true), Palette(colours: 2)] {
            for role in Role.allCases {
                for marks in PaletteTests.states {
                    let look = palette.look(of: Style(role, marks))
                    #expect(look.foreground == nil && look.background == nil)
                }
                #expect(role == .text || !palette.look(of: Style(role)).attributes.isEmpty, "\(role)")
            }
            #expect(palette.look(of: Style(.text, .selected)).attributes == .reverse)
        }
    }

    @Test(arguments: [8, 16])
    func `a terminal with few colours is asked for no others`(colours: Int) {
        for role in Role.allCases {
            for marks in PaletteTests.states {
                let look = Palette(colours: colours).look(of: Style(role, marks))
                #expect((look.foreground ?? 0) < colours && (look.background ?? 0) < colours)
                #expect(look.foreground != 8)
            }
        }
    }

    @Test(arguments: [false, true])
    func `text stands out from its background`(isLight: Bool) {
        let palette = Palette(colours: 256, isLight: isLight)
        for role in Role.allCases {
            for marks in PaletteTests.states {
                let look = palette.look(of: Style(role, marks))
                let contrast = contrast(
                    look.foreground ?? (isLight ? 16 : 231), look.background ?? (isLight ? 231 : 16))
                #expect(contrast >= (role == .border ? 2 : 4.5), "\(role) \(marks) \(contrast)")
            }
        }
    }

    @Test func `marks of emphasis become attributes`() {
        let look = Palette(colours: 256).look(of: Style(.text, [.bold, .dim, .italic, .underline, .reverse]))
        #expect(look.attributes == [.bold, .dim, .italic, .underline, .reverse])
    }

    @Test(arguments: [
        ("0;15", true), ("15;0", false), ("0;default;15", true), ("0;7", true), ("7;8", false), ("15;default", false),
        ("", false),
        ("0;200", false),
    ])
    func `a light background is told from COLORFGBG`(value: String, isLight: Bool) {
        #expect(Palette.isLight(colorFgBg: value) == isLight)
    }

    @Test func `the background is dark where nothing is said`() {
        #expect(!Palette.isLight(colorFgBg: nil))
    }

    /// WCAG 2.1 contrast of two colours of the xterm palette, 1 to 21.
    private func contrast(_ one: UInt8, _ other: UInt8) -> Double {
        let (a, b) = (luminance(one), luminance(other))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    /// Relative luminance of a colour from 16 on: the cube of 6 levels, then 24 greys.
    private func luminance(_ colour: UInt8) -> Double {
        let levels = [0.0, 95, 135, 175, 215, 255]
        let index = Int(colour) - 16
        let parts =
            index < 216
            ? [levels[index / 36], levels[index / 6 % 6], levels[index % 6]]
            : Array(repeating: Double(8 + (index - 216) * 10), count: 3)
        let linear = parts.map { part -> Double in
            let share = part / 255
            return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
}
