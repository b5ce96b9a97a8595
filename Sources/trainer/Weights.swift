import Entities

/// Weights while they are learned: sixteen lanes a row, a lane a label.
///
/// Each step is divided by the root of the sum of the squares of all steps so far (AdaGrad, J. Duchi, E. Hazan, Y. Singer,
/// JMLR 12, 2011); the mean over all steps is kept beside (B. Polyak, A. Juditsky, 1992).
final class Weights {
    /// The rows, one cache line each.
    let values: UnsafeMutablePointer<Lanes>
    private let squares: UnsafeMutablePointer<Lanes>
    private let sums: UnsafeMutablePointer<Lanes>
    /// How many rows there are.
    let count: Int
    private let step: Float
    private let smallest: Float

    /// No weights yet.
    init(rows: Int, step: Float, smallest: Float) {
        count = rows
        self.step = step
        self.smallest = smallest
        values = Weights.zeros(rows)
        squares = Weights.zeros(rows)
        sums = Weights.zeros(rows)
    }

    deinit {
        values.deallocate()
        squares.deallocate()
        sums.deallocate()
    }

    private static func zeros(_ rows: Int) -> UnsafeMutablePointer<Lanes> {
        let pointer = UnsafeMutablePointer<Lanes>.allocate(capacity: rows)
        pointer.initialize(repeating: Lanes(), count: rows)
        return pointer
    }

    /// Moves a row against a gradient; `time` counts steps from 0.
    @inline(__always)
    func descend(_ row: Int, _ gradient: Lanes, time: Float) {
        let square = squares[row] + gradient * gradient
        squares[row] = square
        let change = gradient * step / (square + Lanes(repeating: smallest)).squareRoot()
        values[row] -= change
        sums[row] += change * time
    }

    /// The mean of a row over all times from 0 to `time`.
    func mean(_ row: Int, time: Float) -> Lanes {
        values[row] + sums[row] / Lanes(repeating: max(1, time))
    }
}
