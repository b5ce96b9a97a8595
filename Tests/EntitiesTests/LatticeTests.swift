import Testing

@testable import Entities

/// The labels of sentences against every labelling, tried one after another.
struct LatticeTests {
    /// Small random numbers from a seed.
    private struct Dice {
        var state: UInt64

        mutating func roll() -> Float {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Float(state >> 40) / Float(1 << 24) * 4 - 2
        }
    }

    private static func transitions(_ dice: inout Dice) -> [Float] {
        (0...NameLabel.count).flatMap { from in
            (0..<NameLabel.count).map { to in
                let isLegal = NameLabel.isLegal(to, after: from < NameLabel.count ? from : NameLabel.outside)
                return isLegal ? dice.roll() : Lattice.impossible
            }
        }
    }

    /// Every labelling of three words with its score.
    private static func all(_ scores: [Lanes], _ transitions: [Float]) -> [(labels: [Int], score: Float)] {
        var found: [(labels: [Int], score: Float)] = [([], 0)]
        for score in scores {
            found = found.flatMap { path in
                (0..<NameLabel.count).compactMap { label in
                    let from = path.labels.last ?? NameLabel.count
                    let step = transitions[from * NameLabel.count + label]
                    return step <= Lattice.impossible ? nil : (path.labels + [label], path.score + step + score[label])
                }
            }
        }
        return found
    }

    private static func scores(_ dice: inout Dice, words: Int) -> [Lanes] {
        (0..<words).map { _ in
            var lanes = Lanes()
            for label in 0..<NameLabel.count { lanes[label] = dice.roll() }
            return lanes
        }
    }

    @Test(arguments: 1...20)
    func `the best labels are those that score most of all`(seed: Int) throws {
        var dice = Dice(state: UInt64(seed))
        let transitions = LatticeTests.transitions(&dice)
        let scores = LatticeTests.scores(&dice, words: 3)
        var lattice = Lattice(transitions)
        var labels: [UInt8] = []
        lattice.best(scores[...], into: &labels)
        let best = try #require(LatticeTests.all(scores, transitions).max { $0.score < $1.score })
        #expect(labels.map(Int.init) == best.labels)
    }

    @Test(arguments: 1...10)
    func `a name is as likely as all labellings that have it`(seed: Int) {
        var dice = Dice(state: UInt64(seed) + 100)
        let transitions = LatticeTests.transitions(&dice)
        let scores = LatticeTests.scores(&dice, words: 4)
        var lattice = Lattice(transitions)
        lattice.weigh(scores[...])
        let all = LatticeTests.all(scores, transitions)
        let total = all.reduce(0) { $0 + Exponent.of($1.score) }
        for words in [0..<1, 1..<3, 0..<4, 2..<4] {
            for kind in NameLabel.kinds.indices {
                let share = all.filter { LatticeTests.has(words, kind, in: $0.labels) }
                    .reduce(0) { $0 + Exponent.of($1.score) }
                #expect(abs(lattice.likelihood(of: words, kind: kind) - share / total) < 0.001)
            }
        }
    }

    /// Whether labels have a name over just these words.
    private static func has(_ words: Range<Int>, _ kind: Int, in labels: [Int]) -> Bool {
        labels[words.lowerBound] == NameLabel.beginning(kind)
            && words.dropFirst().allSatisfy { labels[$0] == NameLabel.inside(kind) }
            && (words.upperBound == labels.count || labels[words.upperBound] != NameLabel.inside(kind))
    }

    @Test func `no name goes on that has not begun`() {
        #expect(!NameLabel.isLegal(NameLabel.inside(0), after: NameLabel.outside))
        #expect(!NameLabel.isLegal(NameLabel.inside(0), after: NameLabel.beginning(1)))
        #expect(NameLabel.isLegal(NameLabel.inside(2), after: NameLabel.inside(2)))
        #expect(NameLabel.isLegal(NameLabel.beginning(1), after: NameLabel.inside(2)))
    }
}

/// `e` to a power, by the lanes that are tested elsewhere against known values.
private enum Exponent {
    static func of(_ score: Float) -> Float { Lattice.factors(of: Lanes(repeating: score))[0] }
}

extension LatticeTests {
    @Test(
        arguments: [(0, 1), (1, 2.718_282), (-1, 0.367_879), (5, 148.413), (-10, 0.000_045_4), (-200, 0)]
            as [(Float, Float)])
    func `factors are powers of e`(score: Float, factor: Float) {
        #expect(abs(Exponent.of(score) - factor) <= factor * 0.000_05)
    }
}
