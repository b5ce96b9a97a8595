import Model

/// Dates as pages write them, in their metadata and on their face: ISO 8601 whole or nearly, RFC 822, numbers, days and
/// months spelled in seven languages, with a time of day and a zone or without.
struct PageDate {
    /// The first date in a text. A time without a zone is taken as UTC, a date without a time as its midnight.
    static func moment(_ text: String) -> Timestamp? {
        let text = oneLine(text.utf8.prefix(300))
        if let moment = Timestamp(iso8601: text), isPlausible(moment) { return moment }
        if let moment = number(text) { return isPlausible(moment) ? moment : nil }
        var reader = PageDate(text)
        if let moment = reader.find() { return isPlausible(moment) ? moment : nil }
        // What programs write, and feeds: a text that is a date and no more.
        guard text.utf8.count <= 40, text.utf8.count(where: \.isDigit) >= 5 else { return nil }
        return FeedDate.moment(of: text.utf8).flatMap { isPlausible($0) ? $0 : nil }
    }

    /// From 1990 to 2100: other years are no dates of articles on the web.
    private static func isPlausible(_ moment: Timestamp) -> Bool {
        631_152_000..<4_102_444_800 ~= moment.seconds
    }

    /// `20191118`, `20191118093000`, seconds and milliseconds since 1970.
    private static func number(_ text: String) -> Timestamp? {
        guard text.utf8.allSatisfy(\.isDigit), let value = Int64(text) else { return nil }
        func part(_ from: Int, _ count: Int) -> Int { Int(text.dropFirst(from).prefix(count)) ?? 0 }
        switch text.utf8.count {
        case 8, 12, 14:
            guard let date = CivilDate(year: part(0, 4), month: part(4, 2), day: part(6, 2)) else { return nil }
            return Timestamp(date, hour: part(8, 2), minute: part(10, 2), second: part(12, 2))
        case 9, 10: return Timestamp(seconds: value)
        case 13: return Timestamp(seconds: value / 1000)
        default: return nil
        }
    }

    private struct Token {
        var text: String
        var number: Int?
        /// The mark right before it, a blank where there is none.
        var before: UInt8
    }

    private var tokens: [Token] = []
    private var isAmerican = false

    private init(_ text: String) {
        let bytes = Array(Folding.fold(text).utf8)
        var index = 0
        var mark = UInt8.space
        while index < bytes.count {
            let start = index
            let isNumber = bytes[index].isDigit
            while index < bytes.count,
                isNumber ? bytes[index].isDigit : bytes[index].isLetter || bytes[index] > 0x7F
            {
                index += 1
            }
            if index > start {
                let word = String(decoding: bytes[start..<index], as: UTF8.self)
                tokens.append(Token(text: word, number: isNumber ? Int(word) : nil, before: mark))
                mark = .space
            } else {
                mark = bytes[index]
                index += 1
            }
        }
        isAmerican = tokens.contains {
            ["am", "pm", "est", "edt", "pst", "pdt", "cst", "cdt", "et", "pt"].contains($0.text)
        }
    }

    private mutating func find() -> Timestamp? {
        for index in tokens.indices {
            guard let (date, end) = date(at: index) else { continue }
            return time(from: end).map { Timestamp(date).advanced(by: $0) }
                ?? time(from: max(0, index - 4), to: index).map { Timestamp(date).advanced(by: $0) } ?? Timestamp(date)
        }
        return nil
    }

    /// The date of three tokens, ordinals and little words between them passed over, and the index after it.
    private func date(at first: Int) -> (CivilDate, Int)? {
        var parts: [Token] = []
        var index = first
        while index < tokens.count, parts.count < 3 {
            let token = tokens[index]
            index += 1
            if !parts.isEmpty, token.number == nil, PageDate.fillers.contains(token.text) { continue }
            guard token.number != nil || PageDate.months[token.text] != nil else { return nil }
            parts.append(token)
        }
        guard parts.count == 3 else { return nil }
        let (a, b, c) = (parts[0], parts[1], parts[2])
        if let month = PageDate.months[b.text], let day = a.number, let year = year(c) {
            return CivilDate(year: year, month: month, day: day).map { ($0, index) }
        }
        if let month = PageDate.months[a.text], let day = b.number, let year = year(c) {
            return CivilDate(year: year, month: month, day: day).map { ($0, index) }
        }
        guard let x = a.number, let y = b.number, let z = c.number, PageDate.joints.contains(b.before),
            b.before == c.before || a.text.utf8.count == 4
        else { return nil }
        if a.text.utf8.count == 4 { return CivilDate(year: x, month: y, day: z).map { ($0, index) } }
        guard c.text.utf8.count == 4 || c.text.utf8.count == 2, let year = year(c) else { return nil }
        let dayFirst = CivilDate(year: year, month: y, day: x)
        let monthFirst = CivilDate(year: year, month: x, day: y)
        let date = isAmerican && b.before == UInt8(ascii: "/") ? monthFirst ?? dayFirst : dayFirst ?? monthFirst
        return date.map { ($0, index) }
    }

    private func year(_ token: Token) -> Int? {
        guard let number = token.number else { return nil }
        if token.text.utf8.count == 4 { return number }
        return token.text.utf8.count == 2 && 10...40 ~= number ? 2000 + number : nil
    }

    /// The time of day in seconds, its zone taken off; `nil` where none begins at one of the first tokens.
    private func time(from first: Int, to end: Int? = nil) -> Int64? {
        let end = min(end ?? tokens.count, tokens.count)
        var index = first
        // `2019-11-18T09:30`, `18 novembre 2019, ore 9.30`, `Nov. 18, 2019 at 9:30 a.m. EST`
        while index < end, index < first + 4 {
            if var hour = tokens[index].number, tokens[index].text.utf8.count <= 2, hour < 24 {
                var next = index + 1
                var minute = 0
                var second = 0
                if next < end, let value = tokens[next].number,
                    [UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "h")].contains(tokens[next].before), value < 60
                {
                    minute = value
                    next += 1
                    if next < end, let value = tokens[next].number, tokens[next].before == UInt8(ascii: ":"), value < 61
                    {
                        second = value
                        next += 1
                    }
                } else if next < end, tokens[next].text == "h" || tokens[next].text == "uhr" {
                    next += 1
                    if next < end, let value = tokens[next].number, value < 60, tokens[next].text.utf8.count == 2 {
                        minute = value
                        next += 1
                    }
                } else if next >= end || !["am", "pm", "a", "p"].contains(tokens[next].text) {
                    return nil
                }
                // Fractions of a second.
                if next < end, tokens[next].before == UInt8(ascii: "."), tokens[next].number != nil { next += 1 }
                if next < end, ["am", "pm", "a", "p"].contains(tokens[next].text) {
                    let isAfternoon = tokens[next].text.hasPrefix("p")
                    hour = hour % 12 + (isAfternoon ? 12 : 0)
                    next += tokens[next].text.utf8.count == 1 ? 2 : 1
                }
                return Int64(hour * 3600 + minute * 60 + second - zone(from: next, to: end))
            }
            index += 1
        }
        return nil
    }

    /// The seconds that clocks are before UTC, by the zone that stands at a token.
    private func zone(from first: Int, to end: Int) -> Int {
        guard first < end else { return 0 }
        let token = tokens[first]
        if let number = token.number, token.before == UInt8(ascii: "+") || token.before == UInt8(ascii: "-") {
            let sign = token.before == UInt8(ascii: "-") ? -1 : 1
            if token.text.utf8.count == 4 { return sign * (number / 100 * 3600 + number % 100 * 60) }
            let minutes =
                first + 1 < end && tokens[first + 1].before == UInt8(ascii: ":") ? tokens[first + 1].number ?? 0 : 0
            return number <= 14 ? sign * (number * 3600 + minutes * 60) : 0
        }
        if ["utc", "gmt", "z"].contains(token.text), first + 1 < end, tokens[first + 1].number != nil,
            [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(tokens[first + 1].before)
        {
            return zone(from: first + 1, to: end)
        }
        return (PageDate.zones[token.text] ?? 0) * 60
    }
}

extension PageDate {
    private static let joints: Set<UInt8> = [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ".")]

    private static let fillers: Set<String> = ["st", "nd", "rd", "th", "de", "del", "of", "o", "er", "t"]

    /// Minutes east of UTC.
    private static let zones: [String: Int] = [
        "est": -300, "edt": -240, "et": -300, "cst": -360, "cdt": -300, "ct": -360, "mst": -420, "mdt": -360,
        "pst": -480,
        "pdt": -420, "pt": -480, "cet": 60, "cest": 120, "mez": 60, "mesz": 120, "bst": 60, "wib": 420, "ist": 330,
        "jst": 540, "kst": 540, "sgt": 480, "hkt": 480, "aest": 600, "aedt": 660, "msk": 180, "eet": 120, "eest": 180,
    ]

    /// The number of the month that a folded word names.
    static func month(_ word: String) -> Int? { months[word] }

    private static let months: [String: Int] = {
        let names = [
            "january jan gennaio gen januar janner janvier janv enero ene janeiro januari",
            "february feb febbraio februar fevrier fevr febrero fevereiro fev februari",
            "march mar marzo mrz marz mars marco maart mrt",
            "april apr aprile avril avr abril abr",
            "may maggio mag mai mayo maio mei",
            "june jun giugno giu juni juin junio junho",
            "july jul luglio lug juli juillet juil julio julho",
            "august aug agosto ago aout augustus",
            "september sep sept settembre set sett septembre septiembre setembro",
            "october oct ottobre ott oktober okt octobre octubre outubro out",
            "november nov novembre noviembre novembro",
            "december dec dicembre dic dezember dez decembre diciembre dezembro",
        ]
        var table: [String: Int] = [:]
        for (index, list) in names.enumerated() {
            for name in list.split(separator: " ") { table[String(name)] = index + 1 }
        }
        return table
    }()
}
