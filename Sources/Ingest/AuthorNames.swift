import Model

/// The names of people in a byline, without what pages put around them: `By`, `di`, roles, dates, addresses.
enum AuthorNames {
    /// The names in bylines, each once, joined by commas; `nil` where there are none but the outlet's own.
    static func joined(_ bylines: [String], outlet: String? = nil) -> String? {
        var names: [String] = []
        var known: Set<String> = []
        if let outlet { known = [Folding.fold(outlet), Folding.fold("The " + outlet)] }
        for byline in bylines.prefix(50) {
            for name in self.names(in: byline) where known.insert(Folding.fold(name)).inserted { names.append(name) }
        }
        // Where people are named, the agencies and papers named with them are none of them.
        let people = names.filter { !isGroup($0) }
        if !people.isEmpty { names = people }
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }

    /// The names in one byline.
    static func names(in byline: String) -> [String] {
        var line = plain(byline)
        guard !line.isEmpty else { return [] }
        if isPlain(line) { return name(line).map { [$0] } ?? [] }
        line = withoutIntroduction(line)
        let marks: [StaticString] = [" | ", " – ", " — ", " • ", " · ", " // ", " / ", "\u{2022}"]
        for mark in marks {
            if let place = line.place(of: mark) { line = String(line[..<place]) }
        }
        if let place = line.place(of: " - ") { line = String(line[..<place]) }
        line = withoutBrackets(line)
        var names: [String] = []
        for part in parts(of: line) {
            guard let name = name(part) else {
                // A role, place or outlet follows the names it belongs to.
                if names.isEmpty { continue } else { break }
            }
            names.append(name)
        }
        return names
    }

    /// Whether a line is but a few words of letters, none of which joins or introduces names.
    private static func isPlain(_ line: String) -> Bool {
        let bytes = Array(line.utf8)
        guard
            bytes.allSatisfy({
                $0.isLetter || $0 == .space || $0 == UInt8(ascii: "-") || 0xC3...0xC9 ~= $0 || 0x80..<0xC0 ~= $0
            })
        else { return false }
        let words = line.split(separator: " ")
        return words.count <= 4
            && !words.contains { connectors.contains($0.lowercased()) || introductions.contains($0.lowercased()) }
    }

    /// A line without `By`, `Written by`, `di`, `A cura di`, and without the date after them.
    private static func withoutIntroduction(_ line: String) -> String {
        var words = line.split(separator: " ")[...]
        while let first = words.first {
            let word = Folding.fold(first)
            let bare = word.filter { $0.isLetter || $0 == "'" }
            if introductions.contains(bare) || bare.isEmpty && words.count > 1 {
                words = words.dropFirst()
            } else {
                break
            }
        }
        // `Ada Neri, updated by Bo Li`.
        let roles = words.indices.dropFirst(3).first { index in
            words[index].lowercased() == "by" && changers.contains(Folding.fold(words[index - 1]))
        }
        if let roles { words = words[..<(roles - 1)] }
        // `View all posts by Ada Neri`, `Artikel von: Ada Neri`; but `Ada von Neri`.
        if let by = words.prefix(9).lastIndex(where: { ["by", "by:", "von:"].contains($0.lowercased()) }) {
            words = words[(by + 1)...]
        } else if words.count > 2, words.prefix(2).contains(where: { pieces.contains(Folding.fold($0)) }),
            let by = words.prefix(4).firstIndex(of: "von")
        {
            words = words[(by + 1)...]
        } else if let first = words.first, first.hasSuffix(":"), words.count > 2 {
            // `Interview: Ada Neri`.
            words = words.dropFirst()
        }
        // Dates, reading times and handles come after the names.
        if let end = words.firstIndex(where: { $0.first == "@" || $0.contains { $0.isNumber } }), end > words.startIndex
        {
            words = words[..<end]
            while let last = words.last, isOfDate(last) { words = words.dropLast() }
        }
        var rest = words.joined(separator: " ")
        // `Von Ada Neri und …`, `published on …`: what speaks of the time ends the names.
        let bytes = rest.utf8.map(\.lowercased)
        for index in bytes.indices where bytes[index] == .space {
            if let stop = stops.first(where: { bytes[index...].starts(with: $0) }) {
                // `Center for Boats`: what follows one word is the rest of a group's name.
                if groupStops.contains(stop), !bytes[..<index].contains(.space) { continue }
                rest = String(decoding: rest.utf8.prefix(index), as: UTF8.self)
                break
            }
        }
        return rest
    }

    /// A line without references to characters, which some pages escape twice, and without blanks that do not break.
    private static func plain(_ byline: String) -> String {
        var bytes = Array(byline.utf8.prefix(400))
        if bytes.contains(UInt8(ascii: "&")) {
            var decoded: [UInt8] = []
            var entities = HTMLEntities()
            bytes.withUnsafeBufferPointer { entities.decode($0, into: &decoded) }
            bytes = decoded
        }
        let line = oneLine(bytes)
        return line.utf8.contains(0xC2) ? oneLine(line.replacing("\u{A0}", with: " ").utf8) : line
    }

    /// A line without what stands in brackets.
    private static func withoutBrackets(_ line: String) -> String {
        guard let start = line.firstIndex(of: "("), start > line.startIndex else { return line }
        guard let end = line[start...].firstIndex(of: ")") else { return String(line[..<start]) }
        return oneLine((line[..<start] + " " + line[line.index(after: end)...]).utf8)
    }

    /// Whether a word before the digits of a date is of the date: `on March 3`, `Sat, 3 May`, `am 3.`.
    private static func isOfDate(_ word: Substring) -> Bool {
        let folded = Folding.fold(word).filter(\.isLetter)
        return folded.isEmpty || dateWords.contains(folded) || PageDate.month(folded) != nil
    }

    /// The name that stands beside the date in a line of both: `04.02.2026 | Ada Neri`, `Ada Neri – 4 May 2026`.
    static func besideDate(_ line: String) -> String? {
        var line = line
        for mark in [" | ", " – ", " — ", " - ", " • ", " · ", " / "] { line = line.replacing(mark, with: "\n") }
        let parts = line.split(separator: "\n").compactMap { part -> String? in
            let words = withoutIntroduction(oneLine(part.utf8)).split(separator: " ")
            guard 2...4 ~= words.count, !part.contains(where: \.isNumber) else { return nil }
            guard words.allSatisfy({ $0.first?.isUppercase == true && !isOfDate($0) && $0.count > 1 }) else {
                return nil
            }
            return name(words.joined(separator: " "))
        }
        return parts.count == 1 ? parts[0] : nil
    }

    /// The first byline as it stands, for want of people: `Telaio Staff`.
    static func group(_ bylines: [String]) -> String? {
        bylines.lazy.map { withoutIntroduction(plain($0)) }.first { line in
            1...5 ~= line.split(separator: " ").count && !nobody.contains(Folding.fold(line))
                && !line.contains { $0.isNumber || $0 == "@" || $0 == "/" || $0 == "," }
                && line.contains(where: \.isUppercase)
        }
    }

    /// Whether names found are rather those of people than of an account or a group.
    static func isPersonal(_ names: String) -> Bool {
        (names.contains(" ") || names.contains(where: \.isUppercase) && !names.contains(".") && !isAbbreviation(names))
            && !isGroup(names)
    }

    /// Whether a name is but a few capitals, as those of papers and stations are: `WRAL`.
    private static func isAbbreviation(_ name: String) -> Bool {
        name.utf8.count <= 5 && name.utf8.allSatisfy(\.isUpper)
    }

    /// Whether a single name is that of a paper, an agency or a firm, by a word in it.
    private static func isGroup(_ name: String) -> Bool {
        guard !name.contains(",") else { return false }
        let words = Folding.fold(name).split(separator: " ")
        return words.first == "the" || words.contains { groupWords.contains(String($0)) }
    }

    /// The parts between commas and conjunctions.
    private static func parts(of line: String) -> [String] {
        var text = line
        for mark in [";", "&", ","] { text = text.replacing(mark, with: "\n") }
        for word in [" and ", " And ", " AND ", " und ", " et ", " y ", " e ", " ed ", " with ", " con "] {
            text = text.replacing(word, with: "\n")
        }
        return text.split(separator: "\n").map { oneLine($0.utf8) }.filter { !$0.isEmpty }
    }

    /// A name where a part can be one: a few words, no digits, no address; `nil` for roles and names of nobody.
    private static func name(_ part: String) -> String? {
        var name = part
        while let last = name.last, " .:*-–,;|".contains(last), name.count > 3, !isInitial(name) { name.removeLast() }
        name = String(name.drop { " @.:-–*\"".contains($0) })
        guard name.utf8.count > 1, name.count <= 60, !name.hasPrefix("("), !name.holds("://"), !name.contains("@"),
            !name.holds("www."),
            !name.hasSuffix(".com"), !name.hasSuffix(".it"), name.contains(where: \.isLetter)
        else { return nil }
        let words = name.split(separator: " ")
        guard words.count <= 7, !words.contains(where: { $0.contains(where: \.isNumber) }) || words.count == 1 else {
            return nil
        }
        let folded = Folding.fold(name)
        guard !nobody.contains(folded) else { return nil }
        if let last = folded.split(separator: " ").last, words.count > 1, roles.contains(String(last)) { return nil }
        if roles.contains(folded) || name.hasSuffix("!") || name.hasSuffix("?") { return nil }
        if words.count > 1, let first = words.first, titles.contains(Folding.fold(first)) { return nil }
        // `Ada Neri Head of Product`, `Ada Neri Tags`.
        if words.count > 2, !isGroup(name),
            let role = words.dropFirst(2).firstIndex(where: { titles.contains(Folding.fold($0)) })
        {
            return words[..<role].joined(separator: " ")
        }
        return name
    }

    /// Whether a name ends in an initial or `Jr.`, whose stop belongs to it.
    private static func isInitial(_ name: String) -> Bool {
        guard name.hasSuffix("."), let last = name.split(separator: " ").last else { return false }
        return last.count <= 3
    }
}
