/// A recursive-descent parser of patterns.
///
///     choice   = sequence { "|" sequence }
///     sequence = { atom [ "*" | "+" | "?" | "{" n [ "," [ n ] ] "}" | "{," n "}" ] [ "?" ] }
///     atom     = "(" [ "?:" ] choice ")" | "[" [ "^" ] { class } "]" | "." | "^" | "$" | "\" letter | scalar
struct PatternParser {
    private static let maximumDepth = 30
    private static let maximumRepeat = 100

    private let scalars: [Unicode.Scalar]
    private let ignoresCase: Bool
    private var position = 0
    private var depth = 0

    init(_ pattern: TextPattern) {
        scalars = Array(pattern.text.unicodeScalars)
        ignoresCase = pattern.ignoresCase
    }

    mutating func parse() throws(PatternError) -> PatternNode {
        guard scalars.count <= TextPattern.longest else {
            throw PatternError(
                offset: TextPattern.longest, expected: "a pattern of at most \(TextPattern.longest) signs")
        }
        let node = try choice()
        guard position == scalars.count else { throw error("an opening parenthesis before it") }
        return node
    }

    private var next: Unicode.Scalar? {
        position < scalars.count ? scalars[position] : nil
    }

    private func error(_ expected: String) -> PatternError {
        PatternError(offset: position, expected: expected)
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        position += 1
        return true
    }

    private mutating func choice() throws(PatternError) -> PatternNode {
        depth += 1
        guard depth <= PatternParser.maximumDepth else { throw error("a simpler pattern") }
        defer { depth -= 1 }
        var parts = [try sequence()]
        while take("|") { parts.append(try sequence()) }
        return parts.count == 1 ? parts[0] : .choice(parts)
    }

    private mutating func sequence() throws(PatternError) -> PatternNode {
        var parts: [PatternNode] = []
        while let next, next != "|", next != ")" {
            parts.append(try repetition(of: atom()))
        }
        return parts.isEmpty ? .empty : parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func repetition(of node: PatternNode) throws(PatternError) -> PatternNode {
        let start = position
        let limits: (Int, Int?)
        switch next {
        case "*": limits = (0, nil)
        case "+": limits = (1, nil)
        case "?": limits = (0, 1)
        case "{":
            guard let counted = try counts() else { return node }
            limits = counted
            position -= 1
        default: return node
        }
        position += 1
        // A reluctant repetition finds the same texts.
        _ = take("?")
        if let next, "*+?".unicodeScalars.contains(next) {
            throw PatternError(offset: position, expected: "what is to be repeated before it")
        }
        guard limits.0 <= limits.1 ?? .max, max(limits.0, limits.1 ?? 0) <= PatternParser.maximumRepeat else {
            throw PatternError(
                offset: start, expected: "at most \(PatternParser.maximumRepeat) repetitions, the smaller number first")
        }
        return .repeated(node, least: limits.0, most: limits.1)
    }

    /// `{2}`, `{2,}`, `{2,5}`, `{,5}`, passed; `nil` for a brace that is itself.
    private mutating func counts() throws(PatternError) -> (Int, Int?)? {
        let start = position
        position += 1
        guard let least = number() else {
            guard take(",") else {
                position = start
                return nil
            }
            guard let most = number(), take("}") else { throw error("a number and a closing brace") }
            return (0, most)
        }
        var most: Int? = least
        if take(",") { most = number() }
        guard take("}") else { throw error("a closing brace") }
        return (least, most)
    }

    private mutating func number() -> Int? {
        let start = position
        while let next, ("0"..."9").contains(next), position - start < 5 { position += 1 }
        return Int(String(String.UnicodeScalarView(scalars[start..<position])))
    }

    private mutating func atom() throws(PatternError) -> PatternNode {
        guard let scalar = next else { throw error("a sign") }
        switch scalar {
        case "(": return try group()
        case "[": return .one(try bracket())
        case "*", "+", "?": throw error("what is to be repeated before it")
        default: break
        }
        position += 1
        switch scalar {
        case ".": return .one(ScalarSet(traits: .lineEnd, isNegated: true))
        case "^": return .place(.lineStart)
        case "$": return .place(.lineEnd)
        case "\\": return try escaped()
        default: return .one(cased(ScalarSet(scalar)))
        }
    }

    private mutating func group() throws(PatternError) -> PatternNode {
        let start = position
        position += 1
        if take("?"), !take(":") { throw error("a plain group: there is no looking around") }
        let node = try choice()
        guard take(")") else { throw PatternError(offset: start, expected: "a closing parenthesis after it") }
        return node
    }

    private mutating func escaped() throws(PatternError) -> PatternNode {
        guard let scalar = next else { throw error("a letter or sign after \\") }
        position += 1
        switch scalar {
        case "b": return .place(.wordEdge)
        case "B": return .place(.noWordEdge)
        default: break
        }
        if let set = PatternParser.classes[scalar] { return .one(set) }
        position -= 1
        return .one(cased(ScalarSet(try literal(escaped: scalar))))
    }

    private static let classes: [Unicode.Scalar: ScalarSet] = [
        "d": ScalarSet(traits: .digit), "D": ScalarSet(traits: .digit, isNegated: true), "w": ScalarSet(traits: .word),
        "W": ScalarSet(traits: .word, isNegated: true), "s": ScalarSet(traits: .space),
        "S": ScalarSet(traits: .space, isNegated: true),
    ]

    /// What an escaped scalar stands for, passed: `\n`, `\t`, or a sign itself.
    private mutating func literal(escaped scalar: Unicode.Scalar) throws(PatternError) -> Unicode.Scalar {
        let isSign = !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
        guard isSign || scalar == "n" || scalar == "t" else {
            throw error("one of the escapes d, w, s, b, n, t and a sign")
        }
        position += 1
        return scalar == "n" ? "\n" : scalar == "t" ? "\t" : scalar
    }

    private func cased(_ set: ScalarSet) -> ScalarSet {
        ignoresCase ? set.withBothCases : set
    }

    /// `[a-z\d]`, `[^…]`; a bracket right after the first one is itself.
    private mutating func bracket() throws(PatternError) -> ScalarSet {
        let start = position
        position += 1
        var set = ScalarSet()
        let isNegated = take("^")
        var isFirst = true
        while let scalar = next, scalar != "]" || isFirst {
            isFirst = false
            position += 1
            if scalar == "\\", let letter = next, let named = PatternParser.classes[letter] {
                position += 1
                if named.isNegated { set.excluded.append(named.traits) } else { set.traits.formUnion(named.traits) }
                continue
            }
            let first = try plain(scalar)
            guard next == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
                set.ranges.append(first.value...first.value)
                continue
            }
            position += 2
            let last = try plain(scalars[position - 1])
            guard first <= last else { throw PatternError(offset: position - 1, expected: "a range upwards") }
            set.ranges.append(first.value...last.value)
        }
        guard take("]") else { throw PatternError(offset: start, expected: "a closing bracket after it") }
        set = cased(set)
        set.isNegated = isNegated
        return set
    }

    /// A scalar in brackets, passed already, or the one that it escapes.
    private mutating func plain(_ scalar: Unicode.Scalar) throws(PatternError) -> Unicode.Scalar {
        guard scalar == "\\" else { return scalar }
        guard let letter = next else { throw error("a letter or sign after \\") }
        return try literal(escaped: letter)
    }
}
