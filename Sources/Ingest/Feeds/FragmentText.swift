import Model

/// The text between the tags of a fragment.
extension HTMLFragment {
    /// Writes text, its references resolved.
    mutating func write(_ range: Range<Int>) {
        var index = range.lowerBound
        while let mark = bytes.index(of: UInt8(ascii: "&"), in: index..<range.upperBound) {
            add(index..<mark)
            guard let reference = CharacterReference(in: bytes, at: mark, to: range.upperBound, isLoose: true) else {
                // A name that is not in our table may be in HTML's.
                if isName(at: mark + 1, to: range.upperBound) { isForeign = true }
                add(mark..<mark + 1)
                index = mark + 1
                continue
            }
            if let scalar = reference.scalar, let letters = UTF8.encode(scalar) {
                if keepsBlanks { writer.addKept(letters) } else { writer.add(letters) }
            }
            index = mark + reference.count
        }
        add(index..<range.upperBound)
    }

    /// Whether letters and a semicolon follow.
    private func isName(at start: Int, to end: Int) -> Bool {
        let name = bytes[start..<end].prefix(32).prefix { $0.isLetter || $0.isDigit }
        return !name.isEmpty && name.endIndex < end && bytes[name.endIndex] == UInt8(ascii: ";")
    }

    /// Writes text as it stands.
    mutating func add(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        if keepsBlanks { writer.addKept(bytes[range]) } else { writer.addText(bytes[range]) }
    }

    var keepsBlanks: Bool { open.last?.keepsBlanks ?? false }
    var kind: Block.Kind { open.last?.kind ?? .paragraph }
}
