/// Sixteen numbers, one for each label and some unused.
package typealias Lanes = SIMD16<Float>

/// The labels of one sentence: the best ones (A. Viterbi, 1967) and how likely they are (forward-backward, in a
/// linear-chain conditional random field: J. Lafferty, A. McCallum, F. Pereira, ICML 2001). Cost is linear in words.
package struct Lattice {
    /// What no sentence can score.
    package static let impossible: Float = -10_000

    /// Scores of steps by the label before; the last line is the start of a sentence.
    private let steps: [Lanes]
    /// The same as factors of probabilities.
    private let factors: [Lanes]
    /// `factors` by the label after; the lanes are the label before.
    private let factorsAfter: [Lanes]
    private var backs: [SIMD16<UInt8>] = []
    /// For each word: its emissions as factors, the likelihoods of what comes before and after it, each scaled so that the
    /// sum over labels is 1, and the scale.
    private var emissions: [Lanes] = []
    private var before: [Lanes] = []
    private var after: [Lanes] = []
    private var scales: [Float] = []

    /// A lattice with a model's transitions (`NameModel.transitions`).
    package init(_ transitions: [Float]) {
        let count = NameLabel.count
        func lanes(_ unused: Float, _ value: (Int) -> Float) -> Lanes {
            var lanes = Lanes(repeating: unused)
            for label in 0..<count { lanes[label] = value(label) }
            return lanes
        }
        let steps = (0...count).map { from in lanes(Lattice.impossible) { transitions[from * count + $0] } }
        let factors = steps.map { Lattice.factors(of: $0) }
        self.steps = steps
        self.factors = factors
        factorsAfter = (0..<count).map { to in lanes(0) { factors[$0][to] } }
    }

    /// The best labels for the scores of a sentence's words, appended to `labels`.
    package mutating func best(_ scores: ArraySlice<Lanes>, into labels: inout [UInt8]) {
        guard let first = scores.first else { return }
        backs.removeAll(keepingCapacity: true)
        var reached = first + steps[NameLabel.count]
        for score in scores.dropFirst() {
            var best = Lanes(repeating: reached[0]) + steps[0]
            var from = SIMD16<UInt32>(repeating: 0)
            for label in 1..<NameLabel.count {
                let next = Lanes(repeating: reached[label]) + steps[label]
                let isBetter = next .> best
                best.replace(with: next, where: isBetter)
                from.replace(with: SIMD16<UInt32>(repeating: UInt32(label)), where: isBetter)
            }
            backs.append(SIMD16<UInt8>(truncatingIfNeeded: from))
            reached = best + score
        }
        var label = 0
        for candidate in 1..<NameLabel.count where reached[candidate] > reached[label] { label = candidate }
        let start = labels.count
        labels.append(UInt8(label))
        for from in backs.reversed() {
            label = Int(from[label])
            labels.append(UInt8(label))
        }
        labels[start...].reverse()
    }

    /// Works out how likely every label of every word is.
    package mutating func weigh(_ scores: ArraySlice<Lanes>) {
        emissions.removeAll(keepingCapacity: true)
        before.removeAll(keepingCapacity: true)
        scales.removeAll(keepingCapacity: true)
        var reached = factors[NameLabel.count]
        for (index, score) in scores.enumerated() {
            let emission = Lattice.factors(of: score - Lanes(repeating: score.largest))
            if index > 0 {
                let last = before[index - 1]
                reached = Lanes()
                for label in 0..<NameLabel.count { reached += Lanes(repeating: last[label]) * factors[label] }
            }
            let weight = reached * emission
            let scale = max(weight.sum(), .leastNormalMagnitude)
            emissions.append(emission)
            before.append(weight / Lanes(repeating: scale))
            scales.append(scale)
        }
        after = Array(repeating: Lanes(repeating: 1), count: scores.count)
        for index in stride(from: scores.count - 2, through: 0, by: -1) {
            after[index] = followed(index + 1, except: nil)
        }
    }

    /// The weight of the words from one on, by the label of the word before it, without the paths through one label.
    private func followed(_ index: Int, except label: Int?) -> Lanes {
        var weight = emissions[index] * after[index]
        if let label { weight[label] = 0 }
        var sum = Lanes()
        for label in 0..<NameLabel.count { sum += Lanes(repeating: weight[label]) * factorsAfter[label] }
        return sum / Lanes(repeating: scales[index])
    }

    /// How likely each label of a word is, after `weigh`.
    package func likelihoods(at index: Int) -> Lanes {
        before[index] * after[index]
    }

    /// Adds how likely each step from a word to the next is, after `weigh`: lines by the label of the first, the last line
    /// the start of the sentence.
    package func addSteps(to sums: inout [Lanes]) {
        guard let first = emissions.first, let rest = after.first, let scale = scales.first else { return }
        sums[NameLabel.count] += factors[NameLabel.count] * first * rest / Lanes(repeating: scale)
        for index in 1..<max(1, scales.count) {
            let weight = emissions[index] * after[index] / Lanes(repeating: scales[index])
            let reached = before[index - 1]
            for label in 0..<NameLabel.count {
                sums[label] += Lanes(repeating: reached[label]) * factors[label] * weight
            }
        }
    }

    /// How likely a name is as it stands, after `weigh`: its first word a beginning, the others inside, none going on.
    ///
    /// - Parameters:
    ///   - words: Its words, counted from the sentence's first.
    ///   - kind: The number of its kind in `NameLabel.kinds`.
    package func likelihood(of words: Range<Int>, kind: Int) -> Float {
        let (beginning, inside) = (NameLabel.beginning(kind), NameLabel.inside(kind))
        let first = words.lowerBound
        let reached =
            first == 0 ? factors[NameLabel.count][beginning] : (before[first - 1] * factorsAfter[beginning]).sum()
        var share = reached * emissions[first][beginning] / scales[first]
        var last = beginning
        for word in words.dropFirst() {
            share *= factors[last][inside] * emissions[word][inside] / scales[word]
            last = inside
        }
        if words.upperBound < scales.count { share *= followed(words.upperBound, except: inside)[last] }
        return min(1, share)
    }

    /// `e` to the power of each lane, good to 5 digits: by a power of two and a polynomial of the rest; 0 below -80.
    package static func factors(of scores: Lanes) -> Lanes {
        let scaled = scores.clamped(lowerBound: Lanes(repeating: -80), upperBound: Lanes(repeating: 80)) * 1.442_695_04
        // Adding 1.5 * 2^23 leaves the nearest whole number in the low bits.
        let magic = Lanes(repeating: 12_582_912)
        let shifted = scaled + magic
        let rest = scaled - (shifted - magic)
        var power = Lanes(repeating: 0.001_333_37) * rest + Lanes(repeating: 0.009_618_13)
        power = power * rest + Lanes(repeating: 0.055_504_11)
        power = power * rest + Lanes(repeating: 0.240_226_51)
        power = power * rest + Lanes(repeating: 0.693_147_18)
        power = power * rest + Lanes(repeating: 1)
        let whole = unsafeBitCast(shifted, to: SIMD16<UInt32>.self) &<< 23
        let bits = unsafeBitCast(power, to: SIMD16<UInt32>.self) &+ whole
        return unsafeBitCast(bits, to: Lanes.self).replacing(with: 0, where: scores .< Lanes(repeating: -79))
    }
}

extension SIMD16<Float> {
    /// The largest of the lanes that labels have.
    fileprivate var largest: Float {
        var largest = self[0]
        for label in 1..<NameLabel.count { largest = Swift.max(largest, self[label]) }
        return largest
    }
}
