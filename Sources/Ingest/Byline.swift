import Model

/// A line that states who wrote an article, where and when, and nothing else:
/// `Il Telaio, 12 novembre 2026`, `By Jane Roe`, `outlet | 2026-11-12 | https://…`, `di Ada Neri · 12/11/2026, 9:30`.
struct Byline {
    /// What the line states.
    var facts = Facts()

    /// Reads a line; `nil` where it says anything else.
    init?(_ line: [UInt8]) {
        guard line.count <= 300, Byline.mayState(line) else { return nil }
        var rest = line
        // A date is looked for only where there is a digit: most lines are prose and have none.
        if line.contains(where: \.isDigit), let date = DateText(in: line) {
            facts.published = date.moment
            guard Byline.isSetOff(date.range, in: line) else { return nil }
            rest.replaceSubrange(date.range, with: "|".utf8)
        }
        let hasBars =
            line.contains(UInt8(ascii: "|")) || line.contains(0xB7) && oneLine(line).contains(" · ")
            || line.contains(0xA2) && oneLine(line).contains(" • ")
        // Mostly the first part shows already that the line is prose.
        for part in Byline.parts(of: rest) {
            guard take(part, anywhere: hasBars) else { return nil }
        }
        guard facts.author != nil || facts.published != nil else { return nil }
    }

    /// Whether a line can state nothing but facts, by its bytes alone: it has a digit or a part that begins as the name
    /// of an author does, and no part between two marks has more words than a name, a date and what introduces them.
    private static func mayState(_ line: [UInt8]) -> Bool {
        var words = 0
        var part = 0
        var isInWord = false
        var hasFact = line.contains(where: \.isDigit)
        for (index, byte) in line.enumerated() {
            if byte.isBlank || byte == .newline {
                isInWord = false
            } else if byte == UInt8(ascii: "|") || byte == UInt8(ascii: ",") || byte == 0xC2 || byte == 0xE2 {
                part = 0
                isInWord = false
            } else if !isInWord {
                isInWord = true
                words += 1
                part += 1
                if part > 14 || words > 36 { return false }
                hasFact = hasFact || part <= 4 && namesAuthor(line, at: index)
            }
        }
        return hasFact && (words <= 20 || line.last != UInt8(ascii: "."))
    }

    /// Whether a word stands at a place that introduces an author.
    private static func namesAuthor(_ line: [UInt8], at start: Int) -> Bool {
        let first = line[start].lowercased
        guard first == UInt8(ascii: "b") || first == UInt8(ascii: "d") || first == UInt8(ascii: "a") else {
            return false
        }
        let word = line[start...].prefix(9).prefix { $0.isLetter }.map(\.lowercased)
        return ["by", "di", "da", "author", "autore"].contains { word.elementsEqual($0.utf8) }
    }

    /// Takes one part of the line; false where it is none of a byline's.
    private mutating func take(_ part: String, anywhere: Bool) -> Bool {
        let words = part.split(separator: " ")
        if part.hasPrefix("http://") || part.hasPrefix("https://"), words.count == 1 {
            facts.url = part
        } else if Byline.isReadingTime(words) {
            return true
        } else if let author = Byline.author(words) {
            guard facts.author == nil else { return false }
            facts.author = author
        } else if facts.outlet == nil, anywhere || facts.published != nil, Byline.isName(words, most: 6) {
            if !Byline.cities.contains(Folding.fold(part)) { facts.outlet = part }
        } else {
            return false
        }
        return true
    }
}

extension Byline {
    /// Whether a date is set off from the words around it by marks, or stands at the end of a line after `By …`.
    private static func isSetOff(_ range: Range<Int>, in line: [UInt8]) -> Bool {
        let before = line[..<range.lowerBound].reversed().drop(while: \.isBlank)
        let after = line[range.upperBound...].drop(while: \.isBlank)
        let isFree = before.isEmpty || !(before[before.startIndex].isLetter || before[before.startIndex].isDigit)
        let isDone = after.isEmpty || !(after[after.startIndex].isLetter || after[after.startIndex].isDigit)
        return (isFree || introduces(before)) && isDone
    }

    /// Whether the words before a date (given backwards) end in one that introduces it.
    private static func introduces(_ reversed: some Sequence<UInt8>) -> Bool {
        let word = String(decoding: reversed.prefix { !$0.isBlank }.reversed(), as: UTF8.self).lowercased()
        return ["on", "il", "pubblicato", "published", "aggiornato", "updated", "del"].contains(word)
    }

    /// The parts of a line between bars, dots, dashes and commas, words that only introduce a date left out.
    private static func parts(of line: [UInt8]) -> some Sequence<String> {
        String(decoding: line, as: UTF8.self).unicodeScalars.split { marks.contains($0) }.lazy.map { scalars in
            let part = String(Substring(scalars))
            var words = part.split { $0 == " " || $0 == "\t" || $0 == "\n" }
            if words.last == "-" { words.removeLast() }
            if words.first == "-" { words.removeFirst() }
            while let word = words.first, fillers.contains(word) { words.removeFirst() }
            while let word = words.last, fillers.contains(word) { words.removeLast() }
            return words.joined(separator: " ")
        }.filter { !$0.isEmpty && $0 != "-" }
    }

    private static let marks = Set("|,·•–—".unicodeScalars)

    /// `3 min read`, `3 minuti di lettura`.
    private static func isReadingTime(_ words: [Substring]) -> Bool {
        words.count <= 5 && words.contains { ["min", "minute", "minuti", "minutes", "min."].contains($0.lowercased()) }
            && words.contains { ["read", "lettura"].contains($0.lowercased()) }
    }

    /// The name after `By` or `di`.
    private static func author(_ words: [Substring]) -> String? {
        guard let first = words.first?.lowercased(),
            ["by", "di", "da", "di:", "by:", "author:", "autore:"].contains(first)
        else { return nil }
        let name = words.dropFirst()
        let isPerson = name.allSatisfy { startsName($0) || ["de", "di", "van", "von", "der", "and", "e"].contains($0) }
        return (1...8).contains(name.count) && isPerson ? name.joined(separator: " ") : nil
    }

    /// Whether words can be the name of an outlet or a person: few, the first with a capital, without a stop.
    private static func isName(_ words: [Substring], most: Int) -> Bool {
        guard let first = words.first, let last = words.last, words.count <= most else { return false }
        let capitals = words.count { startsName($0) }
        return startsName(first) && !".;:!?".contains(last.last ?? ".") && capitals * 2 >= words.count
    }

    private static func startsName(_ word: Substring) -> Bool {
        word.first.map { $0.isUppercase || $0.isNumber } ?? false
    }

    /// Words that introduce a date; with a capital `Il` begins the name of an outlet.
    private static let fillers: Set<Substring> = [
        "on", "il", "del", "at", "pubblicato", "Pubblicato", "published", "Published", "aggiornato", "Aggiornato",
        "updated", "Updated",
    ]

    /// Places that datelines name, and that are no outlets.
    private static let cities: Set<String> = [
        "roma", "milano", "torino", "napoli", "bologna", "firenze", "genova", "venezia", "bari", "palermo", "rome",
        "milan", "turin", "london", "londra", "new york", "washington", "paris", "parigi", "berlin", "berlino",
        "brussels", "bruxelles", "frankfurt", "francoforte", "madrid", "tokyo", "tokio", "san francisco", "boston",
    ]
}

extension Byline {
    /// Reads a line that begins with the name of its fact: `Fonte: Il Telaio`, `Date: 2026-11-12`; `nil` for other
    /// lines.
    init?(labelled line: some Collection<UInt8>) {
        guard line.count <= 300, let colon = line.prefix(24).firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let value = oneLine(line[colon...].dropFirst())
        guard !value.isEmpty, value.utf8.wordCount <= 12 else { return nil }
        switch Folding.fold(oneLine(line[..<colon])) {
        case "autore", "author", "di", "by": facts.author = value
        case "fonte", "source", "testata", "outlet", "publication": facts.outlet = value
        case "data", "date", "published", "pubblicato": facts.published = DateText.moment(of: value)
        case "url", "link", "indirizzo": facts.url = webAddress(value, base: nil)
        case "lingua", "language": facts.language = Language(value)
        default: return nil
        }
        guard facts != Facts() else { return nil }
    }
}

/// Takes the facts of bylines near the title and at the end of the text, and marks those lines as furniture.
///
/// A line counts when it states nothing but author, outlet, date and address, or repeats the author or outlet that the
/// file states elsewhere; what is stated elsewhere wins.
func takeBylines(from blocks: inout [Block], in text: [UInt8], known: Facts) -> Facts {
    var facts = known
    let firstText = blocks.firstIndex { $0.kind == .paragraph && $0.range.count > 300 } ?? blocks.count
    let head = blocks.indices.prefix(min(firstText, 6))
    let tail = blocks.indices.suffix(4).filter { $0 >= head.upperBound }
    for index in Array(head) + tail where blocks[index].kind == .paragraph || blocks[index].kind == .heading {
        let line = text[blocks[index].range]
        // By far the most lines are paragraphs.
        if line.count > 300 { continue }
        if let byline = (head.contains(index) ? Byline(labelled: line) : nil) ?? Byline(Array(line)) {
            facts = facts.filled(from: byline.facts)
        } else if line.count > 200 || ![known.author, known.outlet].contains(where: { isLine(line, $0) }) {
            continue
        }
        blocks[index].kind = .furniture
    }
    return facts
}

/// Whether a line says a name and nothing else.
private func isLine(_ line: ArraySlice<UInt8>, _ name: String?) -> Bool {
    guard let name, name.utf8.count <= line.count, let first = line.first(where: { !$0.isBlank && $0 != .newline }),
        first == name.utf8.first
    else { return false }
    return oneLine(line) == name
}
