/// A row of small bars, one for a span of weeks.
enum Sparkline {
    private static let bars = Array("▁▂▃▄▅▆▇█")

    /// The figures as bars scaled to the largest, in so many columns; neighbouring figures are added together.
    ///
    /// `text([0, 0, 1, 1, 4, 4], columns: 3)` is `▁▃█`. Empty without figures.
    static func text(_ figures: [Int], columns: Int) -> String {
        guard !figures.isEmpty, columns > 0 else { return "" }
        let sums = (0..<columns).map { column in
            let start = column * figures.count / columns
            let end = max(start + 1, (column + 1) * figures.count / columns)
            return figures[start..<min(end, figures.count)].reduce(0, +)
        }
        guard let largest = sums.max(), largest > 0 else { return String(repeating: bars[0], count: columns) }
        return String(sums.map { bars[($0 * (bars.count - 1) + largest - 1) / largest] })
    }
}
