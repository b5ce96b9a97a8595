import Entities

/// How often names of a likelihood are right, on text that was not learned from: likelihood to confidence.
///
/// Histogram binning made monotone (B. Zadrozny, C. Elkan, KDD 2002): bins of half a place (`NameModel.place`), neighbours
/// joined where a higher one was right less often.
struct Calibration {
    private static let bins = 24
    private var right = [Double](repeating: 0, count: bins)
    private var all = [Double](repeating: 0, count: bins)

    /// Takes in the names that weights find in lessons.
    mutating func add(_ lessons: [Lesson], _ weights: LearnedWeights) {
        var lattice = Lattice(weights.steps)
        for lesson in lessons {
            let scores = weights.scores(of: lesson)
            var labels: [UInt8] = []
            lattice.best(scores[...], into: &labels)
            guard labels.contains(where: { $0 != 0 }) else { continue }
            lattice.weigh(scores[...])
            let gold = Set(lesson.names)
            for name in lesson.names(labels[...]) {
                guard let first = lesson.ranges.firstIndex(where: { $0.lowerBound == name.range.lowerBound }),
                    let last = lesson.ranges.firstIndex(where: { $0.upperBound == name.range.upperBound })
                else { continue }
                let likelihood = lattice.likelihood(of: first..<last + 1, kind: name.kind)
                let bin = min(Calibration.bins - 1, Int(NameModel.place(of: likelihood) * 2))
                all[bin] += 1
                if gold.contains(name) { right[bin] += 1 }
            }
        }
    }

    /// The confidence for places 0, 1/2 ... 12: between the shares of names that were right in the bins on both sides.
    var points: [Float] {
        guard all.contains(where: { $0 > 0 }) else { return [0, 1] }
        let shares = shares
        return (0...Calibration.bins).map { (shares[max(0, $0 - 1)] + shares[min(Calibration.bins - 1, $0)]) / 2 }
    }

    /// How often names of each bin were right, never falling (pool adjacent violators).
    private var shares: [Float] {
        var pools: [(right: Double, all: Double, bins: Int)] = []
        for bin in 0..<Calibration.bins {
            // Half a name where none was seen.
            pools.append((right[bin] + 0.5 * Double(bin) / Double(Calibration.bins), all[bin] + 0.5, 1))
            while let last = pools.last, pools.count > 1 {
                let before = pools[pools.count - 2]
                guard before.right / before.all > last.right / last.all else { break }
                pools.removeLast(2)
                pools.append((before.right + last.right, before.all + last.all, before.bins + last.bins))
            }
        }
        return pools.flatMap { Array(repeating: Float($0.right / $0.all), count: $0.bins) }
    }

    /// A table of confidences against shares of names that were right.
    var table: String {
        let shares = shares
        var (right, all) = ([Double](repeating: 0, count: 10), [Double](repeating: 0, count: 10))
        for bin in 0..<Calibration.bins {
            let tenth = min(9, Int(shares[bin] * 10))
            right[tenth] += self.right[bin]
            all[tenth] += self.all[bin]
        }
        let lines = (0..<10).filter { all[$0] > 0 }.map { tenth in
            "| \(Double(tenth) / 10) to \(Double(tenth + 1) / 10) | \(Int(all[tenth])) | \((100 * right[tenth] / all[tenth]).tenths) % |"
        }
        return (["| confidence | names | right |", "|---|--:|--:|"] + lines).joined(separator: "\n")
    }
}
