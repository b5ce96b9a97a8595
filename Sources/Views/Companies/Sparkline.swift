/// A row of small bars, one for a span of weeks.
enum Sparkline {
    /// How many bars there are, from `▁` (U+2581) to `█`.
    private static let heights = 8

    /// The figures as bars scaled to the largest, in so many columns; neighbouring figures are added together.
    ///
    /// `text([0, 0, 1, 1, 4, 4], columns: 3)` is `▁▃█`. Empty without figures.
    static func text(_ figures: [Int], columns: Int) -> String {
        guard !figures.isEmpty, columns > 0 else { return "" }
        var sums: [Int] = []
        sums.reserveCapacity(columns)
        for column in 0..<columns {
            let start = column * figures.count / columns
            let end = max(start + 1, (column + 1) * figures.count / columns)
            sums.append(figures[start..<min(end, figures.count)].reduce(0, +))
        }
        let largest = max(1, sums.max() ?? 1)
        var text: [UInt8] = []
        text.reserveCapacity(3 * columns)
        for sum in sums {
            let height = (sum * (heights - 1) + largest - 1) / largest
            text += [0xE2, 0x96, 0x81 + UInt8(height)]
        }
        return String(decoding: text, as: UTF8.self)
    }
}
