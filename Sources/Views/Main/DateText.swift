import Model

/// Dates as lists and headings write them.
struct DateText: Equatable, Sendable {
    private let today: CivilDate
    private let zone: Zone
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Dates as seen from `now` in a zone.
    init(now: Timestamp, zone: Zone) {
        today = zone.date(of: now)
        self.zone = zone
    }

    /// `20 Nov` this year, `20 Nov 25` in any other; days below ten have a space before them.
    func short(_ moment: Timestamp) -> String {
        let date = zone.date(of: moment)
        let day = date.day < 10 ? " \(date.day)" : String(date.day)
        let month = "\(day) \(DateText.months[date.month - 1])"
        guard date.year != today.year else { return month }
        let year = date.year % 100
        return "\(month) \(year < 10 ? "0" : "")\(year)"
    }

    /// `20 Nov 09:30`, with the year where it is not this one.
    func minute(_ moment: Timestamp) -> String {
        let date = zone.date(of: moment)
        let seconds = moment.advanced(by: Int64(zone.offset(at: moment))).seconds
        let minutes = Int((seconds % 86_400 + 86_400) % 86_400) / 60
        func digits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let year = date.year == today.year ? "" : " \(date.year)"
        return "\(date.day) \(DateText.months[date.month - 1])\(year) \(digits(minutes / 60)):\(digits(minutes % 60))"
    }

    /// `20 Nov 2026`.
    func long(_ moment: Timestamp) -> String {
        let date = zone.date(of: moment)
        return "\(date.day) \(DateText.months[date.month - 1]) \(date.year)"
    }
}

/// Numbers as the screen writes them.
enum Figures {
    /// `12,345`.
    static func grouped(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { grouped.append(",") }
            grouped.append(digit)
        }
        return number < 0 ? "-" + grouped : grouped
    }
}
