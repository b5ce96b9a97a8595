import Model

/// A date found in a line of text.
struct DateText {
    /// Where it stands in the line, in bytes, with its weekday and time of day.
    var range: Range<Int>
    /// What it says; a time without a zone is taken as UTC, a date without a time as its midnight.
    var moment: Timestamp

    /// The first date in a line: `2026-11-12`, `2026-11-12T09:30:00Z`, `12 novembre 2026`, `12 November 2026`,
    /// `November 12, 2026`, `12/11/2026` (the day first), each with a weekday before and a time after it.
    init?(in line: [UInt8]) {
        let tokens = DateText.tokens(of: line)
        for index in tokens.indices {
            guard let found = DateText.iso(tokens[index], in: line) ?? DateText.spelled(tokens[index...], in: line)
            else { continue }
            self = found.with(tokens, from: index, in: line)
            return
        }
        return nil
    }

    private init(range: Range<Int>, moment: Timestamp) {
        self.range = range
        self.moment = moment
    }

    /// The date that a whole text is, such as the value of a metadata field.
    static func moment(of text: String) -> Timestamp? {
        if let moment = Timestamp(iso8601: text) { return moment }
        let line = Array(text.utf8.prefix(200))
        // Zones and the shapes that programs write are the feeds'; `3/4/2026` is in April here.
        let isShort = line.count < 80 && !line.starts(with: "-".utf8)
        let isNumeric = line.contains(UInt8(ascii: "/")) && !line.contains { $0.isLetter }
        if isShort, !isNumeric, let moment = FeedDate.moment(of: line) { return moment }
        return DateText(in: line)?.moment ?? (isShort && isNumeric ? FeedDate.moment(of: line) : nil)
    }
}

extension DateText {
    /// Runs of letters, or of digits.
    private static func tokens(of line: [UInt8]) -> [Range<Int>] {
        var tokens: [Range<Int>] = []
        var start = 0
        for index in 0...line.count {
            let isInside = index < line.count && isPart(line[index])
            if index > start, !isInside || line[index].isDigit != line[start].isDigit {
                tokens.append(start..<index)
                start = index
            }
            if !isInside { start = index + 1 }
        }
        return tokens
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte > 0x7F
    }

    private static func number(_ range: Range<Int>, in line: [UInt8], digits: ClosedRange<Int>) -> Int? {
        guard digits ~= range.count, line[range].allSatisfy(\.isDigit) else { return nil }
        return line[range].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// ISO 8601 where a token begins.
    private static func iso(_ token: Range<Int>, in line: [UInt8]) -> DateText? {
        guard token.count == 4, line[token.lowerBound].isDigit, token.upperBound < line.count,
            line[token.upperBound] == UInt8(ascii: "-")
        else { return nil }
        let rest = line[token.lowerBound...].prefix(40)
        let whole = rest.prefix { !($0.isBlank || $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ",")) }
        for part in [whole, rest.prefix(10)] {
            if let moment = Timestamp(iso8601: String(decoding: part, as: UTF8.self)) {
                return DateText(range: token.lowerBound..<part.endIndex, moment: moment)
            }
        }
        return nil
    }

    /// A date of three words or numbers where a token begins.
    private static func spelled(_ tokens: ArraySlice<Range<Int>>, in line: [UInt8]) -> DateText? {
        var words = tokens.prefix(4).map { $0 }
        if words.count == 4, ["st", "nd", "rd", "th", "º", "°"].contains(word(words[1], in: line)) {
            words.remove(at: 1)
        }
        if words.count == 4, ["st", "nd", "rd", "th"].contains(word(words[2], in: line)) { words.remove(at: 2) }
        guard words.count >= 3, let year = number(words[2], in: line, digits: 4...4), 1900...2199 ~= year else {
            return nil
        }
        let first = number(words[0], in: line, digits: 1...2)
        let second = number(words[1], in: line, digits: 1...2)
        let date: CivilDate? =
            if let first, let month = month(word(words[1], in: line)) {
                CivilDate(year: year, month: month, day: first)
            } else if let second, let month = month(word(words[0], in: line)) {
                CivilDate(year: year, month: month, day: second)
            } else if let first, let second, isJoined(words[0], words[1], words[2], in: line) {
                CivilDate(year: year, month: second, day: first) ?? CivilDate(year: year, month: first, day: second)
            } else {
                nil
            }
        return date.map { DateText(range: words[0].lowerBound..<words[2].upperBound, moment: Timestamp($0)) }
    }

    /// Whether three numbers are joined by the same slash, stop or hyphen.
    private static func isJoined(_ first: Range<Int>, _ second: Range<Int>, _ third: Range<Int>, in line: [UInt8])
        -> Bool
    {
        let mark = line[first.upperBound]
        return second.lowerBound == first.upperBound + 1 && third.lowerBound == second.upperBound + 1
            && line[second.upperBound] == mark && Array("/.-".utf8).contains(mark)
    }

    /// This date with the weekday before and the time of day after it.
    private func with(_ tokens: [Range<Int>], from index: Int, in line: [UInt8]) -> DateText {
        var result = self
        if index > 0, DateText.weekdays.contains(DateText.word(tokens[index - 1], in: line)) {
            result.range = tokens[index - 1].lowerBound..<range.upperBound
        }
        var rest = tokens.drop { $0.lowerBound < range.upperBound }
        if let word = rest.first, ["ore", "alle", "at", "h"].contains(DateText.word(word, in: line)) {
            rest = rest.dropFirst()
        }
        let pair = Array(rest.prefix(2))
        if pair.count == 2, pair[0].lowerBound - range.upperBound <= 8, pair[1].lowerBound == pair[0].upperBound + 1,
            [UInt8(ascii: ":"), UInt8(ascii: ".")].contains(line[pair[0].upperBound]),
            let hour = DateText.number(pair[0], in: line, digits: 1...2), hour < 24,
            let minute = DateText.number(pair[1], in: line, digits: 2...2), minute < 60
        {
            result.moment = moment.advanced(by: Int64(hour * 3600 + minute * 60))
            result.range = result.range.lowerBound..<pair[1].upperBound
        }
        return result
    }
}

extension DateText {
    private static func word(_ range: Range<Int>, in line: [UInt8]) -> String {
        range.count <= 12 ? Folding.fold(line.string(range)) : ""
    }

    /// The number of a month by its Italian or English name, whole or cut to three or four letters.
    private static func month(_ word: String) -> Int? {
        guard word.utf8.count >= 3 else { return nil }
        for names in [italian, english] {
            if let index = names.firstIndex(where: { $0 == word || word.utf8.count <= 4 && $0.hasPrefix(word) }) {
                return index + 1
            }
        }
        return nil
    }

    private static let italian = [
        "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre",
        "novembre", "dicembre",
    ]

    private static let english = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    private static let weekdays: Set<String> = [
        "lunedi", "martedi", "mercoledi", "giovedi", "venerdi", "sabato", "domenica", "monday", "tuesday", "wednesday",
        "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
    ]
}
