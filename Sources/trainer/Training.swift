import Entities

/// Learns the weights of a linear-chain conditional random field from lessons, one sentence after another in a random
/// order that a seed decides.
struct Training {
    /// How often every lesson is seen.
    var rounds = 8
    /// How often a lesson is taken as if the catalogue knew nothing of it, 0 to 1.
    var blindness = 0.25
    /// How often a feature of a word is left out, 0 to 1, so that no single one is relied on (S. Wager, S. Wang, P. Liang,
    /// "Dropout training as adaptive regularization", NIPS 2013).
    var dropout = 0.15
    /// The seed of all that is random.
    var seed: UInt64 = 1
    /// The length of the first steps.
    var step: Float = 0.15
    /// What keeps the first steps finite.
    var smallest: Float = 0.1

    /// The mean weights and transitions after all rounds.
    func learn(_ lessons: [Lesson], report: (String) -> Void) -> LearnedWeights {
        var random = SplitMix(seed: seed)
        let rows = Weights(rows: 1 << NameFeatures.bits + 1, step: step, smallest: smallest)
        let steps = Weights(rows: NameLabel.count + 1, step: step, smallest: smallest)
        var order = lessons.indices.flatMap { Array(repeating: $0, count: lessons[$0].weight) }
        var time: Float = 0
        var scores: [Lanes] = []
        for round in 1...rounds {
            order.shuffle(using: &random)
            var loss = 0.0
            for number in order {
                let lesson = lessons[number]
                let isBlind = !lesson.blindRows.isEmpty && Double.random(in: 0..<1, using: &random) < blindness
                var features = isBlind ? lesson.blindRows : lesson.rows
                if dropout > 0 { thin(&features, &random) }
                loss += learn(lesson, features, rows, steps, time: time, scores: &scores)
                time += 1
            }
            report("round \(round): \((loss / Double(order.count) * 1000).rounded() / 1000) a sentence")
        }
        return LearnedWeights(
            rows: (0..<rows.count - 1).map { rows.mean($0, time: time) },
            steps: Training.transitions((0...NameLabel.count).map { steps.mean($0, time: time) }))
    }

    /// Leaves features out: row 0 stands for none.
    private func thin(_ features: inout [UInt32], _ random: inout SplitMix) {
        let share = UInt32(dropout * 65536)
        var bits: UInt64 = 0
        for index in features.indices {
            if index & 3 == 0 { bits = random.next() }
            if UInt32(truncatingIfNeeded: bits & 0xFFFF) < share { features[index] = Training.none }
            bits >>= 16
        }
    }

    /// The row of features that are left out: the one after all others, never learned.
    private static let none = UInt32(1 << NameFeatures.bits)

    /// One step; the loss before it.
    private func learn(
        _ lesson: Lesson, _ features: [UInt32], _ rows: Weights, _ steps: Weights, time: Float, scores: inout [Lanes]
    ) -> Double {
        let width = NameFeatures.count
        scores.removeAll(keepingCapacity: true)
        features.withUnsafeBufferPointer { features in
            for word in lesson.labels.indices {
                var score = Lanes()
                for feature in features[word * width..<(word + 1) * width] { score += rows.values[Int(feature)] }
                scores.append(score)
            }
        }
        var lattice = Lattice(Training.transitions((0...NameLabel.count).map { steps.values[$0] }))
        lattice.weigh(scores[...])
        var expected = [Lanes](repeating: Lanes(), count: NameLabel.count + 1)
        lattice.addSteps(to: &expected)
        var loss = 0.0
        var before = NameLabel.count
        for (word, label) in lesson.labels.enumerated() {
            expected[before][Int(label)] -= 1
            before = Int(label)
            var gradient = lattice.likelihoods(at: word)
            loss -= Double(max(gradient[Int(label)], 1e-6)).logarithm
            gradient[Int(label)] -= 1
            features.withUnsafeBufferPointer { features in
                for feature in features[word * width..<(word + 1) * width] where feature != Training.none {
                    rows.descend(Int(feature), gradient, time: time)
                }
            }
        }
        for (line, gradient) in expected.enumerated() { steps.descend(line, gradient, time: time) }
        return loss
    }

    /// Transitions as a model has them, steps that cannot be out of reach.
    private static func transitions(_ lines: [Lanes]) -> [Float] {
        lines.indices.flatMap { from in
            (0..<NameLabel.count).map { to in
                let isLegal = NameLabel.isLegal(to, after: from < NameLabel.count ? from : NameLabel.outside)
                return isLegal ? lines[from][to] : Lattice.impossible
            }
        }
    }
}

/// Weights that have been learned.
struct LearnedWeights {
    /// A row for each feature, a lane for each label.
    var rows: [Lanes]
    /// As `NameModel.transitions`.
    var steps: [Float]

    /// The labels of a lesson, and the scores behind them.
    func labels(of lesson: Lesson) -> [UInt8] {
        var lattice = Lattice(steps)
        var labels: [UInt8] = []
        lattice.best(scores(of: lesson)[...], into: &labels)
        return labels
    }

    /// The scores of a lesson's words.
    func scores(of lesson: Lesson) -> [Lanes] {
        lesson.labels.indices.map { word in
            lesson.rows[word * NameFeatures.count..<(word + 1) * NameFeatures.count].reduce(Lanes()) {
                $0 + rows[Int($1)]
            }
        }
    }
}

/// A small generator of random numbers that a seed decides (G. Steele, D. Lea, C. Flood, OOPSLA 2014).
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
