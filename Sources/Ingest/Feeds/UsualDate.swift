import Model

/// The two shapes that nearly all dates of feeds have, read at once: `Fri, 20 Nov 2026 09:30:00 +0100` and
/// `2026-11-20T09:30:00Z`. All others are for `FeedDate`, which reads these alike.
struct UsualDate {
    private let text: UnsafeBufferPointer<UInt8>
    private var index: Int
    private let end: Int

    /// The moment of a date in one of the shapes; `nil` for all others.
    static func moment(of text: UnsafeBufferPointer<UInt8>) -> Timestamp? {
        guard text.count < 120 else { return nil }
        var date = UsualDate(text)
        guard date.index + 9 < date.end else { return nil }
        return date.isAt("-", after: 4) ? date.written() : date.spelled()
    }

    private init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
        var (start, end) = (0, text.count)
        while start < end, text[start] <= 0x20 { start += 1 }
        while start < end, text[end - 1] <= 0x20 { end -= 1 }
        (index, self.end) = (start, end)
    }

    /// ISO 8601.
    private mutating func written() -> Timestamp? {
        guard let year = number(4), take("-"), let month = number(2), take("-"), let day = number(2),
            take("T") || take(" ")
        else { return nil }
        guard let date = CivilDate(year: year, month: month, day: day), let clock = clock() else { return nil }
        if take(".") { while index < end, text[index].isDigit { index += 1 } }
        guard let offset = index == end ? 0 : take("Z") ? 0 : offset(), index == end else { return nil }
        return moment(date, clock, offset)
    }

    /// RFC 822, with its weekday or without.
    private mutating func spelled() -> Timestamp? {
        if text[index].isLetter {
            guard isAt(",", after: 3), isAt(" ", after: 4), text[index + 1].isLetter, text[index + 2].isLetter else {
                return nil
            }
            index += 5
        }
        guard let day = number(2) ?? number(1), take(" "), let month = month(), take(" "), let year = number(4),
            take(" "),
            let date = CivilDate(year: year, month: month, day: day), let clock = clock(), take(" "),
            let offset = zone(), index == end
        else { return nil }
        return moment(date, clock, offset)
    }

    private func moment(_ date: CivilDate, _ clock: (Int, Int, Int), _ offset: Int) -> Timestamp? {
        guard date.year > 0 else { return nil }
        return Timestamp(date, hour: clock.0, minute: clock.1, second: clock.2).advanced(by: -Int64(offset))
    }

    /// `09:30:00` or `09:30`.
    private mutating func clock() -> (Int, Int, Int)? {
        guard let hour = number(2), take(":"), let minute = number(2) else { return nil }
        let second = take(":") ? number(2) : 0
        guard let second, hour < 24, minute < 60, second < 60 else { return nil }
        return (hour, minute, second)
    }

    /// `GMT`, or hours and minutes.
    private mutating func zone() -> Int? {
        for name: StaticString in ["GMT", "UTC", "UT", "Z"] where end - index == name.utf8CodeUnitCount {
            guard (0..<name.utf8CodeUnitCount).allSatisfy({ text[index + $0] == name.utf8Start[$0] }) else { continue }
            index = end
            return 0
        }
        return offset()
    }

    /// `+0100` or `+01:00`.
    private mutating func offset() -> Int? {
        let isWest = take("-")
        guard isWest || take("+"), let hours = number(2) else { return nil }
        _ = take(":")
        guard let minutes = number(2), hours < 24, minutes < 60 else { return nil }
        return (isWest ? -1 : 1) * (hours * 3600 + minutes * 60)
    }

    /// The three letters of a month's English name.
    private mutating func month() -> Int? {
        guard index + 3 < end else { return nil }
        let name = (0..<3).reduce(UInt32(0)) { $0 << 8 | UInt32(text[index + $1] | 0x20) }
        guard let month = UsualDate.months.firstIndex(of: name) else { return nil }
        index += 3
        return month + 1
    }

    private static let months: [UInt32] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ].map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } }

    /// A number of so many digits and no more.
    private mutating func number(_ count: Int) -> Int? {
        guard index + count <= end, index + count == end || !text[index + count].isDigit || count == 2 else {
            return nil
        }
        var value = 0
        for place in index..<index + count {
            guard text[place].isDigit else { return nil }
            value = value * 10 + Int(text[place] - 0x30)
        }
        index += count
        return value
    }

    private mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard isAt(mark, after: 0) else { return false }
        index += 1
        return true
    }

    private func isAt(_ mark: Unicode.Scalar, after count: Int) -> Bool {
        index + count < end && UInt32(text[index + count]) == mark.value
    }
}
