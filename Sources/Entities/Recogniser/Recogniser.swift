import Model

/// A name that the recogniser found.
struct RecognisedName {
    /// Its bytes in the text.
    var range: Range<Int>
    /// What is named.
    var kind: Mention.Kind
    /// How sure it is, 0 to 1, calibrated on text that the model has not seen.
    var confidence: Double
    /// The section it stands in.
    var section: Int
}

/// Finds names that no list need know, by a model trained on marked sentences (docs/recogniser.md).
struct Recogniser: Sendable {
    let model: NameModel
    let lattice: Lattice
    private let scales: Lanes

    /// A recogniser with a model's weights.
    init(_ model: NameModel) {
        self.model = model
        lattice = Lattice(model.transitions)
        var scales = Lanes()
        for (label, scale) in model.scales.enumerated() { scales[label] = scale }
        self.scales = scales
    }

    /// The names of a text, in order, not overlapping.
    func names(in sight: NameSight) -> [RecognisedName] {
        var lattice = lattice
        var scores: [Lanes] = []
        var labels: [UInt8] = []
        var found: [RecognisedName] = []
        for (number, sentence) in sight.sentences.enumerated() {
            scores.removeAll(keepingCapacity: true)
            labels.removeAll(keepingCapacity: true)
            score(number, of: sight, into: &scores)
            lattice.best(scores[...], into: &labels)
            var isWeighed = false
            var word = 0
            while word < labels.count {
                guard labels[word] != NameLabel.outside else {
                    word += 1
                    continue
                }
                if !isWeighed {
                    lattice.weigh(scores[...])
                    isWeighed = true
                }
                let kind = NameLabel.kind(of: Int(labels[word]))
                var end = word + 1
                while end < labels.count, Int(labels[end]) == NameLabel.inside(kind) { end += 1 }
                let likelihood = lattice.likelihood(of: word..<end, kind: kind)
                let first = sight.tokens[sentence.words.lowerBound + word]
                let last = sight.tokens[sentence.words.lowerBound + end - 1]
                found.append(
                    RecognisedName(
                        range: Int(first.start)..<Int(last.end), kind: NameLabel.kinds[kind],
                        confidence: confidence(likelihood), section: sentence.section))
                word = end
            }
        }
        return found
    }

    /// The confidence that a likelihood has shown on text not seen.
    private func confidence(_ likelihood: Float) -> Double {
        let points = model.calibration
        guard points.count > 1 else { return (Double(likelihood) * 1000).rounded() / 1000 }
        let place = min(NameModel.place(of: likelihood) * 2, Float(points.count - 1))
        let low = min(points.count - 2, Int(place))
        let confidence = Double(points[low] + (points[low + 1] - points[low]) * (place - Float(low)))
        // To three digits: it is worth no more, and stores so.
        return (confidence * 1000).rounded() / 1000
    }

    /// Appends the scores of the labels of a sentence's words.
    func score(_ number: Int, of sight: NameSight, into scores: inout [Lanes]) {
        let words = sight.sentences[number].words
        _ = sight.withSights(ofSentence: number) { sights in
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: NameFeatures.count) { rows in
                guard let rows = rows.baseAddress else { return }
                model.rows.withUnsafeBytes { weights in
                    for word in 0..<words.count {
                        guard (-2...2).contains(where: { !sights[word + $0].isPlain }) else {
                            scores.append(Recogniser.outside)
                            continue
                        }
                        NameFeatures.rows(sights + word, into: rows)
                        scores.append(Recogniser.sum(weights, rows) * scales)
                    }
                }
            }
        }
    }

    /// The scores of a word that is in no name for certain: most words are such, and not worth forty rows.
    private static let outside: Lanes = {
        var scores = Lanes(repeating: Lattice.impossible)
        scores[NameLabel.outside] = 0
        return scores
    }()

    /// The sum of a word's rows, before the scales of the labels: forty weights of eight bits fit sixteen.
    @inline(__always)
    private static func sum(_ weights: UnsafeRawBufferPointer, _ rows: UnsafeMutablePointer<UInt32>) -> Lanes {
        var sum = SIMD16<Int16>()
        for template in 0..<NameFeatures.count {
            let weight = weights.loadUnaligned(
                fromByteOffset: Int(rows[template]) &* NameLabel.count, as: SIMD16<Int8>.self)
            sum &+= SIMD16<Int16>(truncatingIfNeeded: weight)
        }
        return Lanes(sum)
    }
}
