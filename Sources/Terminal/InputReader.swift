import CTerminal

/// Makes events of what the terminal sends.
struct InputReader {
    /// How long the rest of a paste may take, in milliseconds; then what has come is the paste.
    static let pastePause: CInt = 500

    /// Two clicks on a place within this time are a double click.
    private static let doubleClick: Duration = .milliseconds(400)

    private var pasted: String.UnicodeScalarView?
    private var lastClick: (place: Point, time: ContinuousClock.Instant)?

    /// Whether the end of a paste is still to come.
    var isPasting: Bool { pasted != nil }

    /// The next event, if one has come.
    mutating func next() -> Event? {
        var input = ct_input()
        while ct_read(&input) {
            if let event = event(of: input) { return event }
        }
        return nil
    }

    /// Ends a paste of which no end came; `nil` where there is none.
    mutating func endPaste() -> Event? {
        defer { pasted = nil }
        return pasted.map { .paste(SafeText.neutralised(lines: String($0))) }
    }

    private mutating func event(of input: ct_input) -> Event? {
        switch input.kind {
        case CT_PASTE_BEGIN: pasted = pasted ?? .init()
        case CT_PASTE_END: return endPaste()
        case CT_CHARACTER, CT_ALT, CT_KEY: return typed(input)
        case CT_CLICK: return click(at: place(of: input))
        case CT_WHEEL_UP: return .mouse(place(of: input), .wheelUp)
        case CT_WHEEL_DOWN: return .mouse(place(of: input), .wheelDown)
        default: break
        }
        return nil
    }

    private mutating func typed(_ input: ct_input) -> Event? {
        guard isPasting else { return key(of: input).map { .key($0) } }
        if input.kind == CT_CHARACTER, let scalar = Unicode.Scalar(input.value) { pasted?.append(scalar) }
        return nil
    }

    private func key(of input: ct_input) -> Key? {
        if input.kind == CT_KEY { return Key(code: ct_key(input.value)) }
        guard let scalar = Unicode.Scalar(input.value) else { return nil }
        return input.kind == CT_ALT ? .alt(scalar) : Key(controlByte: scalar.value) ?? .char(scalar)
    }

    private func place(of input: ct_input) -> Point {
        Point(x: Int(input.column), y: Int(input.row))
    }

    private mutating func click(at place: Point) -> Event {
        let now = ContinuousClock.now
        if let last = lastClick, last.place == place, now - last.time <= InputReader.doubleClick {
            lastClick = nil
            return .mouse(place, .doubleClick)
        }
        lastClick = (place, now)
        return .mouse(place, .click)
    }
}

extension Key {
    /// The key of a code of the C shim.
    fileprivate init?(code: ct_key) {
        switch code {
        case CT_KEY_ENTER: self = .enter
        case CT_KEY_BACK_TAB: self = .backTab
        case CT_KEY_BACKSPACE: self = .backspace
        case CT_KEY_DELETE: self = .delete
        case CT_KEY_INSERT: self = .insert
        case CT_KEY_UP: self = .up
        case CT_KEY_DOWN: self = .down
        case CT_KEY_LEFT: self = .left
        case CT_KEY_RIGHT: self = .right
        case CT_KEY_HOME: self = .home
        case CT_KEY_END: self = .end
        case CT_KEY_PAGE_UP: self = .pageUp
        case CT_KEY_PAGE_DOWN: self = .pageDown
        case CT_KEY_CTRL_LEFT: self = .ctrlLeft
        case CT_KEY_CTRL_RIGHT: self = .ctrlRight
        case CT_KEY_SHIFT_UP: self = .shiftUp
        case CT_KEY_SHIFT_DOWN: self = .shiftDown
        default:
            guard code.rawValue > CT_KEY_FUNCTION.rawValue else { return nil }
            self = .function(Int(code.rawValue - CT_KEY_FUNCTION.rawValue))
        }
    }
}
