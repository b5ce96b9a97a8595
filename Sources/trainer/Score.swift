import Entities
import Glibc

/// Counts of names right, found and marked: a name is right if its bytes and its kind are.
struct Score {
    private var right = [Int](repeating: 0, count: NameLabel.kinds.count)
    private var found = [Int](repeating: 0, count: NameLabel.kinds.count)
    private var marked = [Int](repeating: 0, count: NameLabel.kinds.count)

    /// Takes in the names of a sentence.
    mutating func add(found names: [MarkedText.Name], marked gold: [MarkedText.Name]) {
        let gold = Set(gold)
        for name in names {
            found[name.kind] += 1
            if gold.contains(name) { right[name.kind] += 1 }
        }
        for name in gold { marked[name.kind] += 1 }
    }

    /// The F1 of all kinds, or of one: 0 to 100.
    func f1(_ kind: Int? = nil) -> Double {
        let (precision, recall) = rates(kind)
        return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
    }

    private func rates(_ kind: Int?) -> (Double, Double) {
        let kinds = kind.map { [$0] } ?? Array(NameLabel.kinds.indices)
        func sum(_ counts: [Int]) -> Double { Double(kinds.reduce(0) { $0 + counts[$1] }) }
        return (100 * sum(right) / max(1, sum(found)), 100 * sum(right) / max(1, sum(marked)))
    }

    /// A line of a table: all kinds, then each by itself.
    var line: String {
        let (precision, recall) = rates(nil)
        let kinds = NameLabel.kinds.indices.map { "\(MarkedText.letters[$0]) \(f1($0).tenths)" }.joined(separator: "  ")
        let count = marked.reduce(0, +)
        return "F1 \(f1().tenths)  (P \(precision.tenths)  R \(recall.tenths))  \(kinds)  of \(count) names"
    }
}

extension Double {
    /// With one decimal.
    var tenths: String {
        let value = Int((self * 10).rounded())
        return "\(value / 10).\(value % 10)"
    }

    /// The natural logarithm.
    var logarithm: Double { log(self) }
}
