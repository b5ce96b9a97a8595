/// How long some work takes, in seconds.
func seconds(_ work: () throws -> Void) rethrows -> Double {
    try ContinuousClock().measure(work) / .seconds(1)
}

/// How long some work takes in the median of so many runs, in seconds.
func medianSeconds(of runs: Int, _ work: () throws -> Void) rethrows -> Double {
    try (0..<runs).map { _ in try seconds(work) }.median
}

/// How long some work takes in the best of so many runs, in seconds.
func bestSeconds(of runs: Int, _ work: () throws -> Void) rethrows -> Double {
    try (0..<runs).map { _ in try seconds(work) }.min() ?? 0
}

extension [Double] {
    /// The value in the middle; 0 where there is none.
    var median: Double { percentile(50) }

    /// The smallest value that so many per cent of the values do not exceed; 0 where there is none.
    func percentile(_ percent: Int) -> Double {
        guard !isEmpty else { return 0 }
        return sorted()[Swift.max(0, (count * percent + 99) / 100 - 1)]
    }
}

/// Prints a line of the table of results: what was measured, the figure, what it is measured against.
func report(_ name: String, _ figure: String, _ beside: String = "") {
    print("| \(name) | \(figure) | \(beside) |")
}

extension Double {
    /// Three digits that count: `0.123`, `1.23`, `12.3`, `123`.
    var short: String {
        var decimals = 0
        var size = magnitude
        while size < 100, size > 0, decimals < 3 {
            size *= 10
            decimals += 1
        }
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let rounded = (self * scale).rounded() / scale
        return decimals == 0 ? String(Int(rounded)) : String(rounded)
    }
}
