/// Decided mentions in order of position, not overlapping.
struct Choices {
    /// The mentions.
    private(set) var all: [Choice]

    /// Mentions that are in order and do not overlap.
    init(_ all: [Choice]) {
        self.all = all
    }

    /// The mention that covers a word.
    func covering(_ word: Int) -> Choice? {
        let index = all.partition { $0.words.upperBound <= word }
        return index < all.count && all[index].words.lowerBound <= word ? all[index] : nil
    }

    /// Takes in more mentions, in any order; of two that overlap the longer stays, the new one where they are alike.
    mutating func merge(_ more: [Choice]) {
        guard !more.isEmpty else { return }
        var merged: [Choice] = []
        let sorted = more.sorted { $0.words.lowerBound < $1.words.lowerBound }
        var next = sorted.startIndex
        for choice in all {
            while next < sorted.endIndex, sorted[next].words.lowerBound <= choice.words.lowerBound {
                Choices.put(sorted[next], into: &merged)
                next += 1
            }
            Choices.put(choice, into: &merged)
        }
        for choice in sorted[next...] { Choices.put(choice, into: &merged) }
        all = merged
    }

    private static func put(_ choice: Choice, into merged: inout [Choice]) {
        while let last = merged.last, last.words.upperBound > choice.words.lowerBound {
            guard choice.words.count > last.words.count else { return }
            merged.removeLast()
        }
        merged.append(choice)
    }
}

extension RandomAccessCollection where Index == Int {
    /// The first index at which a condition fails that holds for a first part only: a binary search.
    func partition(_ holds: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
