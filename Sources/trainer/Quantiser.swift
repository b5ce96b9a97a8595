import Entities
import Foundation

/// Makes eight bits of each weight, with a scale for each label.
struct Quantiser {
    private let learned: LearnedWeights
    /// What a weight of each label is multiplied by.
    let scales: [Float]
    /// The weights, `NameLabel.count` for each row.
    let rows: [Int8]

    /// Quantises weights. The largest one of a label in ten thousand is cut, so that the others keep their bits.
    init(_ learned: LearnedWeights) {
        self.learned = learned
        scales = (0..<NameLabel.count).map { label in
            let sizes = learned.rows.lazy.map { abs($0[label]) }.filter { $0 > 0.01 }.sorted()
            guard !sizes.isEmpty else { return 1 }
            return max(0.001, sizes[min(sizes.count - 1, Int(Double(sizes.count) * 0.9999))] / 127)
        }
        var rows = [Int8](repeating: 0, count: learned.rows.count * NameLabel.count)
        for (number, row) in learned.rows.enumerated() {
            for label in 0..<NameLabel.count {
                let value = (row[label] / scales[label]).rounded()
                rows[number * NameLabel.count + label] = Int8(max(-127, min(127, value)))
            }
        }
        self.rows = rows
    }

    /// The weights as the program will have them.
    var rounded: LearnedWeights {
        var rounded = learned
        for number in rounded.rows.indices {
            for label in 0..<NameLabel.count {
                rounded.rows[number][label] = Float(rows[number * NameLabel.count + label]) * scales[label]
            }
        }
        return rounded
    }

    /// The model's file.
    func file(lists: (slots: [UInt64], bits: Int), calibration: [Float]) -> Data {
        Data(
            NameModel.file(
                scales: scales, transitions: learned.steps, calibration: calibration, lists: lists, rows: rows))
    }
}
