import Model

extension Timestamp {
    /// Reads a date of HTTP in its three forms (RFC 9110, section 5.6.7), the day's name not looked at; `nil` for anything
    /// else.
    init?(httpDate text: String) {
        var words = text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "-" })[...]
        guard words.count >= 5, words.removeFirst().first?.isLetter == true else { return nil }
        let day: Int
        let month: Int
        let year: Int
        let time: Substring
        if let number = Timestamp.month(words[words.startIndex]) {
            // asctime: Sun Nov  6 08:49:37 1994
            guard words.count >= 4, let date = Int(words[words.startIndex + 1]),
                let last = Int(words[words.startIndex + 3])
            else { return nil }
            (month, day, time, year) = (number, date, words[words.startIndex + 2], last)
        } else {
            // Sun, 06 Nov 1994 08:49:37 GMT and Sunday, 06-Nov-94 08:49:37 GMT
            guard let date = Int(words[words.startIndex]), let number = Timestamp.month(words[words.startIndex + 1]),
                let last = Int(words[words.startIndex + 2])
            else { return nil }
            (day, month, time) = (date, number, words[words.startIndex + 3])
            year = words[words.startIndex + 2].count > 2 ? last : last + (last < 70 ? 2000 : 1900)
        }
        let parts = time.split(separator: ":").map { Int($0) ?? -1 }
        guard parts.count == 3, 0..<24 ~= parts[0], 0..<60 ~= parts[1], 0...60 ~= parts[2], 1601...9999 ~= year,
            let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        self.init(date, hour: parts[0], minute: parts[1], second: parts[2])
    }

    private static func month(_ word: Substring) -> Int? {
        let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        return names.firstIndex(of: word.lowercased()).map { $0 + 1 }
    }
}
