/// Cuts text into the recogniser's words in one pass over its bytes. Offsets stay those of the text.
///
/// Italian elision is cut off (`dell'` and `Enel`), and so is the English possessive (`Google` and `'s`).
struct NameTokenizer {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0
    private var end = 0
    private var isUpper = false
    /// Whether the word before is written with a capital, so that an initial may follow it.
    private var afterCapital = false

    /// A tokenizer of a text.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// Appends the words of one block; `isUpper` says that all its letters are capitals.
    mutating func append(_ range: Range<Int>, isUpper: Bool, to tokens: inout [NameToken]) {
        index = range.lowerBound
        end = range.upperBound
        self.isUpper = isUpper
        var sentence = SentenceEnd()
        while index < end {
            let byte = bytes[index]
            if byte <= 32 {
                sentence.hasSpace = true
                index += 1
                continue
            }
            var token: NameToken
            if NameTokenizer.isLetterOrDigit(byte) {
                token = word(atStart: sentence.isOver(before: true))
            } else {
                let (value, next) = Letters.scalar(bytes, at: index)
                switch value < 0x80 ? Letters.Kind.mark : Letters.kind(value) {
                case .space, .invisible:
                    sentence.hasSpace = sentence.hasSpace || Letters.kind(value) == .space
                    index = min(next, end)
                    continue
                case .letter: token = word(atStart: sentence.isOver(before: true))
                default: token = sign(value, next)
                }
            }
            token.startsSentence = sentence.isOver(before: token.shape != .stop && token.shape != .bracket)
            sentence.take(token)
            afterCapital = token.shape.isCapital
            tokens.append(token)
        }
    }

    @inline(__always)
    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 97 < 26 || byte &- 48 < 10
    }

    /// Whether a letter or digit stands at an offset.
    @inline(__always)
    private func continues(at offset: Int) -> Bool {
        guard offset < end else { return false }
        let byte = bytes[offset]
        if byte < 0x80 { return NameTokenizer.isLetterOrDigit(byte) }
        return Letters.kind(Letters.scalar(bytes, at: offset).value) == .letter
    }

    private func isCapital(at offset: Int) -> Bool {
        let byte = bytes[offset]
        return byte < 0x80 ? byte &- 65 < 26 : Letters.isCapital(Letters.scalar(bytes, at: offset).value)
    }

    private func isDigit(at offset: Int) -> Bool {
        offset < end && offset >= 0 && bytes[offset] &- 48 < 10
    }
}

// MARK: - Words

extension NameTokenizer {
    /// The word at the index, with the signs that names are written with.
    @inline(__always)
    private mutating func word(atStart: Bool) -> NameToken {
        let start = index
        var spelling = Spelling()
        var hash = WordHash()
        run(&spelling, &hash)
        while index < end, let length = joint(from: start, spelling, atStart: atStart) {
            for offset in 0..<length { hash.add(bytes[index + offset]) }
            spelling.join(bytes[index], capital: continues(at: index + length) && isCapital(at: index + length))
            index += length
            guard continues(at: index) else { break }
            run(&spelling, &hash)
        }
        return finish(start, spelling, hash)
    }

    /// Letters and digits up to anything else.
    @inline(__always)
    private mutating func run(_ spelling: inout Spelling, _ hash: inout WordHash) {
        while index < end {
            let byte = bytes[index]
            let lower = byte | 0x20
            if lower &- 97 < 26 {
                hash.add(lower)
                spelling.addLetter(isCapital: byte < 97)
                index += 1
            } else if byte &- 48 < 10 {
                hash.add(byte)
                spelling.digits += 1
                index += 1
            } else if byte >= 0x80 {
                let (value, next) = Letters.scalar(bytes, at: index)
                let kind = Letters.kind(value)
                guard kind == .letter || kind == .invisible else { return }
                if kind == .letter {
                    hash.add(packed: Letters.folded(value))
                    spelling.addLetter(isCapital: Letters.isCapital(value))
                }
                index = min(next, end)
            } else {
                return
            }
        }
    }

    /// How many bytes of signs at the index belong to the word that began at `start`; `nil` where the word ends.
    private mutating func joint(from start: Int, _ spelling: Spelling, atStart: Bool) -> Int? {
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "-"): return continues(at: index + 1) && !isCompound(spelling) ? 1 : nil
        case UInt8(ascii: "&"): return continues(at: index + 1) ? 1 : nil
        case UInt8(ascii: "."): return stop(from: start, spelling)
        case UInt8(ascii: ","): return isDigit(at: index - 1) && isDigit(at: index + 1) ? 1 : nil
        case UInt8(ascii: "+"): return !continues(at: index + 1) && spelling.letters > 1 ? 1 : nil
        case UInt8(ascii: "@"): return continues(at: index + 1) ? 1 : nil
        case UInt8(ascii: "'"): return apostrophe(1, from: start, spelling, atStart: atStart)
        default: break
        }
        guard byte >= 0x80 else { return nil }
        let (value, next) = Letters.scalar(bytes, at: index)
        switch Letters.kind(value) {
        case .hyphen: return continues(at: next) ? next - index : nil
        case .apostrophe where value != 0x2018:
            return apostrophe(next - index, from: start, spelling, atStart: atStart)
        default: return nil
        }
    }

    /// A full stop inside `S.p.A.`, `Amazon.com`, `3.5`, or after an abbreviation.
    private func stop(from start: Int, _ spelling: Spelling) -> Int? {
        let next = index + 1
        guard continues(at: next) else {
            if spelling.stops > 0, spelling.lastRun <= 2, spelling.digits == 0 { return 1 }
            if spelling.letters == 1, spelling.capitals == 1, spelling.digits == 0 { return isInitial ? 1 : nil }
            return Abbreviations.contain(bytes[start..<index]) ? 1 : nil
        }
        if isDigit(at: next) { return isDigit(at: index - 1) || spelling.capitals > 0 ? 1 : nil }
        if spelling.lastRun <= 2 || !isCapital(at: next) { return 1 }
        // `Character.AI`, but not `fine.Il` where a space is missing.
        let isShort = next + 1 < end && isCapital(at: next + 1) && !continues(at: next + 2)
        return isShort ? 1 : nil
    }

    /// Whether the full stop at the index follows an initial: after a name, or before another capital (`J. Edgar`). `X` is
    /// more often the network at the end of a sentence.
    private var isInitial: Bool {
        if afterCapital { return true }
        guard bytes[index - 1] != UInt8(ascii: "X") else { return false }
        return index + 2 < end && bytes[index + 1] == 32 && isCapital(at: index + 2)
            && (continues(at: index + 3) || (index + 3 < end && bytes[index + 3] == UInt8(ascii: ".")))
    }

    /// Whether the hyphen at the index ends a name that a common word follows: `London-based`, `Google-designed`.
    private func isCompound(_ spelling: Spelling) -> Bool {
        guard spelling.capitals > 0, !isUpper, !isCapital(at: index + 1), !isDigit(at: index + 1) else { return false }
        var last = index + 1
        while last < end, (bytes[last] | 0x20) &- 97 < 26 { last += 1 }
        return last - index > 4 && (last == end || bytes[last] != UInt8(ascii: "-"))
    }

    /// An apostrophe: the end of an elided word, part of a name (`O'Brien`), or the start of `'s`.
    private func apostrophe(_ length: Int, from start: Int, _ spelling: Spelling, atStart: Bool) -> Int? {
        let next = index + length
        let isElided = Elision.contains(bytes[start..<index])
        guard continues(at: next) else { return isElided ? length : nil }
        if isElided { return keepsElision(start, next, atStart: atStart) ? length : nil }
        return Contractions.stand(at: next, in: bytes, end) ? nil : length
    }

    /// Whether an elided word is part of a name: `D'Alema`, `Dell'Utri` in mid-sentence, `L'Oréal`.
    private func keepsElision(_ start: Int, _ next: Int, atStart: Bool) -> Bool {
        guard isCapital(at: start), isCapital(at: next), !isUpper else { return false }
        if (bytes[start] | 0x20) == UInt8(ascii: "d"), bytes[start + 1] < 97 || bytes[start + 1] > 122 { return true }
        return !atStart || Elision.isWhole(bytes[next..<end])
    }

    private mutating func finish(_ start: Int, _ spelling: Spelling, _ hash: WordHash) -> NameToken {
        var shape = spelling.shape
        var hash = hash
        // The apostrophe of an elided word is cut off with it.
        if index < end, Elision.contains(bytes[start..<index]) {
            let (value, next) = Letters.scalar(bytes, at: index)
            if value == 39 || value == 0x2019 {
                hash.add(39)
                shape = isCapital(at: start) ? .capitalElision : .elision
                index = next
            }
        }
        return token(start, hash.value, shape)
    }

    private func token(_ start: Int, _ hash: UInt32, _ shape: NameToken.Shape) -> NameToken {
        var prefix: UInt32 = 0
        var suffix: UInt32 = 0
        for offset in 0..<min(4, index - start) {
            prefix |= UInt32(small(bytes[start + offset])) << UInt32(offset * 8)
            suffix |= UInt32(small(bytes[index - 1 - offset])) << UInt32(offset * 8)
        }
        return NameToken(
            start: Int32(start), end: Int32(index), hash: hash, prefix: prefix, suffix: suffix, shape: shape)
    }

    @inline(__always)
    private func small(_ byte: UInt8) -> UInt8 {
        byte &- 65 < 26 ? byte | 0x20 : byte
    }
}

// MARK: - Signs

extension NameTokenizer {
    /// A sign, an address, or `'s`.
    private mutating func sign(_ value: UInt32, _ next: Int) -> NameToken {
        let start = index
        var hash = WordHash()
        let shape = shape(of: value)
        index = min(next, end)
        switch value {
        case 39, 0x2019:
            if Contractions.stand(at: index, in: bytes, end) {
                hash.add(39)
                var spelling = Spelling()
                run(&spelling, &hash)
                return token(start, hash.value, .possessive)
            }
        case 46:
            while index < end, bytes[index] == 46 { index += 1 }
        case 35, 64:
            if continues(at: index) { return address(start) }
        case 58:
            if index + 1 < end, bytes[index] == 47, bytes[index + 1] == 47 { return address(start) }
        default: break
        }
        hash.add(packed: value < 0x80 ? value : UInt32(0x80) + value)
        return token(start, hash.value, shape)
    }

    /// A web or mail address, a handle or a hashtag up to white space or a bracket.
    private mutating func address(_ start: Int) -> NameToken {
        while index < end, bytes[index] > 32, bytes[index] != UInt8(ascii: ")"), bytes[index] != UInt8(ascii: "\"") {
            index += 1
        }
        return token(start, 0, .address)
    }

    private func shape(of value: UInt32) -> NameToken.Shape {
        switch value {
        case 46, 33, 63, 0x2026: .stop
        case 44: .comma
        case 34, 0xAB, 0xBB, 0x201C, 0x201D, 0x201E, 0x2039, 0x203A: .quote
        case 40, 41, 91, 93, 123, 125: .bracket
        case 58, 59: .colon
        case 45, 0x2010...0x2015, 0x2212: .dash
        case 39, 0x2018, 0x2019: .apostrophe
        case 37: .percent
        case 36, 0xA3, 0xA5, 0x20AC: .currency
        default: .sign
        }
    }
}
