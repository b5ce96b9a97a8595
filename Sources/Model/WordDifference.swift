/// What changed between two texts, word by word.
///
/// The shortest series of insertions and deletions by Eugene W. Myers, "An O(ND) Difference Algorithm and Its Variations"
/// (Algorithmica 1, 1986), in linear space; where two long texts have little in common the search for the shortest is
/// given up for a good one, so that the cost stays in proportion to their length.
///
/// ```swift
/// WordDifference(from: "Enel sale oggi", to: "Enel scende oggi").runs.map(\.kind)   // [.kept, .removed, .inserted, .kept]
/// ```
public struct WordDifference: Equatable, Sendable {
    /// What became of some words.
    public enum Kind: Sendable {
        case kept, removed, inserted
    }

    /// Words next to each other with one fate.
    public struct Run: Equatable, Sendable {
        /// What became of them.
        public var kind: Kind
        /// Where they stand in the old text, in UTF-8 bytes, from the first letter to the last; empty for words inserted.
        public var old: Range<Int>
        /// Where they stand in the new text; empty for words removed.
        public var new: Range<Int>
    }

    /// The runs in order of the text; of a change, what was removed comes before what was inserted.
    public let runs: [Run]

    /// The difference of two texts, or of parts of them, given in order as ranges of UTF-8 bytes: white space, and what
    /// lies outside the parts, is no difference.
    public init(
        from old: String, within oldParts: [Range<Int>]? = nil, to new: String, within newParts: [Range<Int>]? = nil
    ) {
        let before = WordList(old, within: oldParts)
        let after = WordList(new, within: newParts)
        var script = EditScript(before.hashes, after.hashes)
        script.compare()
        runs = WordDifference.runs(script, before, after)
    }

    /// Whether no word differs.
    public var isEmpty: Bool {
        runs.allSatisfy { $0.kind == .kept }
    }

    private static func runs(_ script: EditScript, _ before: WordList, _ after: WordList) -> [Run] {
        var runs: [Run] = []
        var (old, new) = (0, 0)
        // Where a run without words in a text stands there.
        var (oldEnd, newEnd) = (0, 0)
        func range(_ words: Range<Int>, _ list: WordList, _ end: inout Int) -> Range<Int> {
            guard let first = words.first, let last = words.last else { return end..<end }
            end = list.ranges[last].upperBound
            return list.ranges[first].lowerBound..<end
        }
        func add(_ kind: Kind, _ oldWords: Range<Int>, _ newWords: Range<Int>) {
            guard !oldWords.isEmpty || !newWords.isEmpty else { return }
            let oldRange = range(oldWords, before, &oldEnd)
            runs.append(Run(kind: kind, old: oldRange, new: range(newWords, after, &newEnd)))
            (old, new) = (oldWords.upperBound, newWords.upperBound)
        }
        while old < before.ranges.count || new < after.ranges.count {
            let removed = script.isRemoved[old...].prefix { $0 }.count
            add(.removed, old..<(old + removed), new..<new)
            let inserted = script.isInserted[new...].prefix { $0 }.count
            add(.inserted, old..<old, new..<(new + inserted))
            var kept = 0
            while old + kept < before.ranges.count, new + kept < after.ranges.count, !script.isRemoved[old + kept],
                !script.isInserted[new + kept]
            {
                kept += 1
            }
            add(.kept, old..<(old + kept), new..<(new + kept))
        }
        return runs
    }
}
