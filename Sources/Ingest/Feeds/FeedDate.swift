import Model

/// A date as feeds write it: RFC 822 with all its licences, ISO 8601 and W3CDTF, asctime, seconds or milliseconds since 1970,
/// names of months in the languages of `MonthNames`, Chinese, Japanese and Korean, and what comes of joining these.
///
/// A time without a zone is taken as UTC, a date without a time as its midnight, a month as its first day; years of two
/// digits are 1990 to 2089. `3/4/2026` is in March, as in feeds it is mostly Americans who write so; `3.4.2026` and
/// `3-4-2026` are in April.
struct FeedDate {
    private var year: Int?
    private var month: Int?
    private var day: Int?
    private var hour: Int?
    private var minute = 0
    private var second = 0
    /// Seconds east of UTC.
    private var offset: Int?
    private var isAfternoon: Bool?
    private var numbers: [DateScan.Number] = []
    /// Whether the 32nd of July is the first of August.
    private var isLenient = false
    /// Whether the month's name stands before all numbers.
    private var isMonthFirst = false

    /// The moment that a text states; `nil` where it states none.
    static func moment(of text: some Sequence<UInt8>) -> Timestamp? {
        if let usual = text.withContiguousStorageIfAvailable(UsualDate.moment), let moment = usual { return moment }
        var scan = DateScan(text)
        if let digits = scan.onlyDigits { return moment(digits: digits) }
        var date = FeedDate()
        while let token = scan.next(afterTime: date.hour != nil) {
            date.take(token)
        }
        date.settle()
        return date.moment
    }

    private mutating func take(_ token: DateScan.Token) {
        switch token {
        case .time(let hour, let minute, let second):
            if self.hour == nil { (self.hour, self.minute, self.second) = (hour, minute, second) }
        case .offset(let seconds): if offset == nil || offset == 0 { offset = seconds }
        case .number(let number): take(number)
        case .word(let word): take(word)
        }
    }

    private mutating func take(_ number: DateScan.Number) {
        if number.count == 8, numbers.isEmpty {
            year = number.value / 10_000
            month = number.value / 100 % 100
            day = number.value % 100
        } else if hour == nil, number.count == 4 || number.count == 6,
            day != nil || numbers.count == 3 && number.mark | 0x20 == UInt8(ascii: "t")
        {
            // 20261120T093000
            let clock = number.count == 4 ? number.value * 100 : number.value
            (hour, minute, second) = (clock / 10_000, clock / 100 % 100, clock % 100)
        } else if numbers.count < 5 {
            numbers.append(number)
        }
    }

    private mutating func take(_ word: String) {
        if let name = MonthNames.month(word) {
            // `mar, 20 gen`: a Tuesday first.
            if month == nil || isMonthFirst && !numbers.isEmpty {
                month = name
                isMonthFirst = numbers.isEmpty
            }
            return
        }
        if let first = word.utf8.first, first < 0x80 { return takePlain(word) }
        switch word {
        case "오전", "上午", "午前": isAfternoon = false
        case "오후", "下午", "午後": isAfternoon = true
        case "年", "년": if let last = numbers.popLast() { year = last.value }
        case "月", "월": if let last = numbers.popLast() { month = last.value }
        case "日", "일": if let last = numbers.popLast() { day = last.value }
        case "时", "時", "시": if let last = numbers.popLast() { hour = last.value }
        case "分", "분": if let last = numbers.popLast() { minute = last.value }
        case "秒", "초": if let last = numbers.popLast() { second = last.value }
        default: break
        }
        if offset == nil, "년월일오전오후".contains(word) { offset = 9 * 3600 }
    }

    /// Takes a word of ASCII that names no month.
    private mutating func takePlain(_ word: String) {
        switch word {
        case "am": isAfternoon = false
        case "pm": isAfternoon = true
        default: if hour != nil, offset == nil || offset == 0, let zone = TimeZones.offset(of: word) { offset = zone }
        }
    }
}

extension FeedDate {
    /// Says of each number what it is.
    private mutating func settle() {
        let most = month == nil ? 3 : 2
        if hour == nil, numbers.count > most {
            // 20 novembre 2026, 9.30
            hour = numbers[most].value
            if numbers.count > most + 1 { minute = numbers[most + 1].value }
            numbers.removeLast(numbers.count - most)
        }
        if month != nil {
            settleAroundMonth()
        } else if numbers.count >= 3 {
            settleThree(numbers[0], numbers[1], numbers[2])
        } else if let first = numbers.first, first.isYear {
            year = first.value
            month = numbers.count > 1 && numbers[1].count == 3 ? 1 : numbers.count > 1 ? numbers[1].value : 1
            day = numbers.count > 1 && numbers[1].count == 3 ? numbers[1].value : 1
        }
    }

    /// The day and the year on both sides of a month's name.
    private mutating func settleAroundMonth() {
        for number in numbers {
            if year == nil, number.isYear {
                year = number.fullYear
            } else if day == nil {
                day = number.value
            } else if year == nil, number.count <= 3 {
                year = number.fullYear
            }
        }
        if year != nil, day == nil { day = 1 }
    }

    private mutating func settleThree(_ first: DateScan.Number, _ second: DateScan.Number, _ third: DateScan.Number) {
        if first.isYear || third.count <= 2 && !third.isYear && second.mark == UInt8(ascii: "-") {
            (year, month, day) = (first.fullYear, second.value, third.value)
            isLenient = true
            return
        }
        year = third.fullYear
        let isMonthFirst = first.value <= 12 && (second.value > 12 || second.mark == UInt8(ascii: "/"))
        (month, day) = isMonthFirst ? (first.value, second.value) : (second.value, first.value)
    }

    private var moment: Timestamp? {
        guard let year, let month, let day, 1...9999 ~= year else { return nil }
        var clock = hour ?? 0
        if let isAfternoon, clock <= 12 { clock = clock % 12 + (isAfternoon ? 12 : 0) }
        let most = isLenient ? 99 : 60
        guard clock <= (isLenient ? 99 : 24), minute < (isLenient ? 100 : 60), second <= most else { return nil }
        guard let date = FeedDate.date(year, month, day) ?? (isLenient ? FeedDate.overflown(year, month, day) : nil)
        else { return nil }
        return Timestamp(date, hour: clock, minute: minute, second: second).advanced(by: -Int64(offset ?? 0))
    }

    /// A day beyond the end of its month or year, as many days or months after it.
    private static func overflown(_ year: Int, _ month: Int, _ day: Int) -> CivilDate? {
        guard 1...19 ~= month, 1...39 ~= day else { return nil }
        let first = CivilDate(year: year + (month - 1) / 12, month: (month - 1) % 12 + 1, day: 1)
        return first.map { CivilDate(daysSince1970: $0.daysSince1970 + day - 1) }
    }

    /// A date of the calendar, or of a year's day (`2026-335`).
    private static func date(_ year: Int, _ month: Int, _ day: Int) -> CivilDate? {
        guard month == 1, day > 31 else { return CivilDate(year: year, month: month, day: day) }
        guard day <= 366, let first = CivilDate(year: year, month: 1, day: 1) else { return nil }
        return CivilDate(daysSince1970: first.daysSince1970 + day - 1)
    }

    /// The moment of a text of digits alone: `1795000000`, `1795000000123`, `20261120`, `20261120093000`, `2026`.
    private static func moment(digits: [Int]) -> Timestamp? {
        func number(_ start: Int, _ count: Int) -> Int { digits[start..<start + count].reduce(0) { $0 * 10 + $1 } }
        switch digits.count {
        case 4: return date(number(0, 4), 1, 1).map { Timestamp($0) }
        case 6: return date(number(0, 4), number(4, 2), 1).map { Timestamp($0) }
        case 7: return date(number(0, 4), 1, number(4, 3)).map { Timestamp($0) }
        case 8: return date(number(0, 4), number(4, 2), number(6, 2)).map { Timestamp($0) }
        case 12, 14:
            let second = digits.count > 12 ? number(12, 2) : 0
            guard number(8, 2) < 25, number(10, 2) < 60, second <= 60 else { return nil }
            return date(number(0, 4), number(4, 2), number(6, 2)).map {
                Timestamp($0, hour: number(8, 2), minute: number(10, 2), second: second)
            }
        case 9, 10: return Timestamp(seconds: Int64(number(0, digits.count)))
        case 13: return Timestamp(seconds: Int64(number(0, 10)))
        default: return nil
        }
    }
}
