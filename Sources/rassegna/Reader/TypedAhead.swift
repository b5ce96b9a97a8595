import Terminal

/// Characters that wait while a line is typed, taken together, so that a paste into a terminal that does not say so is one
/// change of the line and one search.
struct TypedAhead {
    /// What was met after the characters, to be taken next.
    private var held: Event?
    /// How many characters are taken together.
    private static let most = 4096

    /// The next event of a screen; characters that wait are one paste where they go into a line.
    mutating func next(of screen: any Screen, timeout: Int?, isTyping: Bool) -> Event? {
        guard let event = take(from: screen, timeout: timeout) else { return nil }
        guard isTyping, let first = TypedAhead.character(event) else { return event }
        var text = String(Character(first))
        while text.unicodeScalars.count < TypedAhead.most, let event = take(from: screen, timeout: 0) {
            guard let scalar = TypedAhead.character(event) else {
                held = event
                break
            }
            text.unicodeScalars.append(scalar)
        }
        return text.unicodeScalars.count == 1 ? event : .paste(text)
    }

    private mutating func take(from screen: any Screen, timeout: Int?) -> Event? {
        guard let event = held else { return screen.next(timeout: timeout) }
        held = nil
        return event
    }

    private static func character(_ event: Event) -> Unicode.Scalar? {
        guard case .key(.char(let scalar)) = event else { return nil }
        return scalar
    }
}
