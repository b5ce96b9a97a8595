import Model
import Testing

@Suite struct WordDifferenceTests {
    /// The difference with `[-` `-]` and `{+` `+}` around what was removed and inserted.
    private func marked(_ old: String, _ new: String) -> String {
        let (before, after) = (Array(old.utf8), Array(new.utf8))
        return WordDifference(from: old, to: new).runs.map { run in
            let (removed, inserted) = (text(before[run.old]), text(after[run.new]))
            return switch run.kind {
            case .kept: inserted
            case .removed: "[-\(removed)-]"
            case .inserted: "{+\(inserted)+}"
            }
        }.joined(separator: " ")
    }

    private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test(arguments: [
        ("Enel sale oggi", "Enel scende oggi", "Enel [-sale-] {+scende+} oggi"),
        ("", "Enel sale", "{+Enel sale+}"), ("Enel sale", "", "[-Enel sale-]"), ("", "", ""), (" \n", "\u{A0}", ""),
        ("uguale  a\nprima", "uguale a prima", "uguale a prima"),
        ("sale del 2,4%.", "sale del 2,5%.", "sale del [-2,4-] {+2,5+} %."),
        ("l'Enel e l’Eni", "l'Eni e l’Eni", "[-l'Enel-] {+l'Eni+} e l’Eni"),
        ("Sale.", "Sale!", "Sale [-.-] {+!+}"), ("«Sale»", "“Sale”", "[-«-] {+“+} Sale [-»-] {+”+}"),
        ("a b c d e f", "a c d x f", "a [-b-] c d [-e-] {+x+} f"),
        ("perché no", "perche no", "[-perché-] {+perche+} no"),
    ])
    func `words that differ are marked`(old: String, new: String, expected: String) {
        #expect(marked(old, new) == expected)
    }

    @Test func `only the parts given are compared`() {
        let (old, new) = ("Titolo\n\nTesto\n\nLeggi anche", "Leggi subito\n\nTitolo\n\nTesto")
        let difference = WordDifference(from: old, within: [0..<6, 8..<13], to: new, within: [14..<20, 22..<27])
        #expect(difference.isEmpty)
        #expect(difference.runs.map(\.old) == [0..<13])
        #expect(difference.runs.map(\.new) == [14..<27])
    }

    @Test func `both texts can be read off the runs, and no shorter script exists`() {
        var random = Seeded(state: 4)
        for _ in 0..<4000 {
            let size = Int.random(in: 0...14, using: &random)
            let (old, new) = (words(size, 4, &random), words(Int.random(in: 0...14, using: &random), 4, &random))
            let difference = WordDifference(from: old.joined(separator: " "), to: new.joined(separator: " "))
            let (before, after) = read(difference, old, new)
            #expect(before == old && after == new)
            let edits = old.count + new.count - 2 * longestCommon(old, new)
            #expect(changed(difference, old, new) == edits, "\(old) \(new)")
        }
    }

    @Test(arguments: [200, 3000])
    func `long texts of any likeness are read off the runs`(size: Int) {
        var random = Seeded(state: UInt64(size))
        for rate in [0, 1, 10, 50, 100] {
            let old = words(size, 50, &random)
            let new = old.flatMap { word -> [String] in
                guard Int.random(in: 0..<100, using: &random) < rate else { return [word] }
                return words(Int.random(in: 0...2, using: &random), 60, &random)
            }
            let difference = WordDifference(from: old.joined(separator: " "), to: new.joined(separator: " "))
            let (before, after) = read(difference, old, new)
            #expect(before == old && after == new)
            // Where the shortest script is given up the one found is not much longer.
            let edits = old.count + new.count - 2 * longestCommon(old, new)
            #expect(changed(difference, old, new) <= edits * 13 / 10 + 2)
        }
    }

    @Test func `texts of fifty thousand words are compared in time`() {
        var random = Seeded(state: 9)
        let old = words(50_000, 5000, &random)
        let time = ContinuousClock().measure {
            _ = WordDifference(
                from: old.joined(separator: " "), to: words(50_000, 5000, &random).joined(separator: " "))
        }
        // Without optimisation; with it the whole takes some tens of milliseconds (docs/sources.md).
        #expect(time < .seconds(20))
    }

    private func words(_ count: Int, _ kinds: Int, _ random: inout Seeded) -> [String] {
        (0..<count).map { _ in "w\(Int.random(in: 0..<kinds, using: &random))" }
    }

    private func read(_ difference: WordDifference, _ old: [String], _ new: [String]) -> ([String], [String]) {
        let before = Array(old.joined(separator: " ").utf8)
        let after = Array(new.joined(separator: " ").utf8)
        return (
            difference.runs.filter { $0.kind != .inserted }.flatMap { split(before[$0.old]) },
            difference.runs.filter { $0.kind != .removed }.flatMap { split(after[$0.new]) }
        )
    }

    private func split(_ bytes: ArraySlice<UInt8>) -> [String] {
        text(bytes).split(separator: " ").map(String.init)
    }

    /// How many words are removed or inserted.
    private func changed(_ difference: WordDifference, _ old: [String], _ new: [String]) -> Int {
        let before = Array(old.joined(separator: " ").utf8)
        let kept = difference.runs.filter { $0.kind == .kept }.flatMap { split(before[$0.old]) }
        return old.count + new.count - 2 * kept.count
    }

    /// The length of the longest common subsequence, by the plain method.
    private func longestCommon(_ old: [String], _ new: [String]) -> Int {
        var row = Array(repeating: 0, count: new.count + 1)
        for word in old {
            var diagonal = 0
            for (index, other) in new.enumerated() {
                let above = row[index + 1]
                row[index + 1] = word == other ? diagonal + 1 : max(above, row[index])
                diagonal = above
            }
        }
        return row[new.count]
    }
}
