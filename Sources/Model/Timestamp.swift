/// A moment, in whole seconds since 1970-01-01 00:00:00 UTC (POSIX time, no leap seconds).
public struct Timestamp: Hashable, Comparable, Sendable {
    /// Seconds since 1970 in UTC; negative before.
    public var seconds: Int64

    /// The moment so many seconds after 1970 began in UTC.
    public init(seconds: Int64) {
        self.seconds = seconds
    }

    /// The start of a civil date in UTC, plus a time of day.
    public init(_ date: CivilDate, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        seconds = Int64(date.daysSince1970) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    }

    /// An earlier moment is smaller.
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.seconds < right.seconds
    }
}

extension Timestamp {
    /// The moment so many seconds later (earlier when negative).
    public func advanced(by seconds: Int64) -> Timestamp {
        Timestamp(seconds: self.seconds + seconds)
    }

    /// ISO 8601 in UTC to the second: `2026-11-20T09:30:00Z`.
    public var iso8601: String {
        let time = Int(seconds - Int64(daysSince1970) * 86_400)
        let date = CivilDate(daysSince1970: daysSince1970)
        return "\(date.iso8601)T\(two(time / 3600)):\(two(time / 60 % 60)):\(two(time % 60))Z"
    }

    /// Whole days since 1970 in UTC, rounded down.
    public var daysSince1970: Int {
        Int((Double(seconds) / 86_400).rounded(.down))
    }

    /// Reads ISO 8601 (`2026-11-20`, `2026-11-20T09:30`, `2026-11-20 09:30:00+01:00`, `...Z`, fractions dropped);
    /// a time without a zone is taken as UTC. `nil` where the text is anything else or no real date.
    public init?(iso8601 text: some StringProtocol) {
        var scan = DigitScanner(text.utf8)
        guard let year = scan.number(4), scan.take("-"), let month = scan.number(2), scan.take("-"),
            let day = scan.number(2), let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        guard !scan.atEnd else {
            self.init(date)
            return
        }
        guard scan.take("T") || scan.take("t") || scan.take(" "), let hour = scan.number(2), scan.take(":"),
            let minute = scan.number(2), hour < 25, minute < 60
        else { return nil }
        var second = 0
        if scan.take(":") {
            guard let value = scan.number(2), value < 61 else { return nil }
            second = value
            if scan.take(".") || scan.take(",") { scan.skipDigits() }
        }
        _ = scan.take(" ")
        guard let offset = scan.zoneOffset(), scan.atEnd else { return nil }
        self = Timestamp(date, hour: hour, minute: minute, second: second).advanced(by: Int64(-offset))
    }
}

/// A number as two digits: `7` is `07`.
private func two(_ value: Int) -> String {
    value < 10 ? "0\(value)" : String(value)
}

/// Reads fixed-width numbers and single marks from the bytes of a date.
private struct DigitScanner<Bytes: Collection> where Bytes.Element == UInt8 {
    private var rest: Bytes.SubSequence

    init(_ bytes: Bytes) {
        rest = bytes[...]
    }

    var atEnd: Bool { rest.isEmpty }

    mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard let first = rest.first, UInt32(first) == mark.value else { return false }
        rest = rest.dropFirst()
        return true
    }

    mutating func number(_ digits: Int) -> Int? {
        let head = rest.prefix(digits)
        guard head.count == digits else { return nil }
        var value = 0
        for byte in head {
            guard (48...57).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 48)
        }
        rest = rest.dropFirst(digits)
        return value
    }

    mutating func skipDigits() {
        rest = rest.drop { (48...57).contains($0) }
    }

    /// Seconds east of UTC of `Z`, `+01:00`, `-0530`, `+01` or nothing; `nil` for anything else.
    mutating func zoneOffset() -> Int? {
        if atEnd || take("Z") || take("z") { return 0 }
        let sign: Int
        if take("+") {
            sign = 1
        } else if take("-") {
            sign = -1
        } else {
            return nil
        }
        guard let hours = number(2) else { return nil }
        _ = take(":")
        let minutes = atEnd ? 0 : number(2)
        guard let minutes else { return nil }
        return sign * (hours * 3600 + minutes * 60)
    }
}
