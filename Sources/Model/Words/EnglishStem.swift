/// English: plural, `-ed` and `-ing` fall (M. Porter's Snowball, steps 1a and 1b), and with them a last `e`.
///
/// `merger`, `mergers` are `merger`; `acquire`, `acquires`, `acquired`, `acquiring` are `acquir`; `companies` is `company`.
enum EnglishStem {
    /// The stem of a folded word.
    static func stem(_ word: String) -> String {
        guard word.utf8.count >= Stem.shortest else { return word }
        var bytes = Array(word.utf8)
        dropPlural(&bytes)
        dropEnding(&bytes)
        if bytes.count >= 5, bytes.last == e { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The words of the same stem.
    static func forms(of word: String) -> [String] {
        let stem = stem(word)
        // What may have stood before an ending: the stem, with its e, with its last letter twice, with i for y.
        var bases = [stem, stem + "e"]
        if let last = stem.last { bases.append(stem + String(last)) }
        if stem.hasSuffix("e") { bases.append(String(stem.dropLast())) }
        if stem.hasSuffix("y") { bases.append(stem.dropLast() + "i") }
        let candidates = bases.lazy.flatMap { base in endings.lazy.map { base + $0 } }
        return Stem.filtered(candidates, stem: stem, by: EnglishStem.stem)
    }

    private static let endings = ["", "s", "es", "ed", "d", "ing", "ings", "eds"]
    private static let e = UInt8(ascii: "e")

    /// `sses` to `ss`, `ies` to `y`, and an `s` after a vowel and another letter that is no `s` or `u`.
    private static func dropPlural(_ word: inout [UInt8]) {
        guard word.last == UInt8(ascii: "s") else { return }
        if word.ends(with: "sses") {
            word.removeLast(2)
        } else if word.ends(with: "ies"), word.count > 4 {
            word.replaceEnd(3, with: "y")
        } else if word.ends(with: "xes") || word.ends(with: "shes") || word.ends(with: "ches") || word.ends(with: "zes")
        {
            word.removeLast(2)
        } else if !word.ends(with: "ss"), !word.ends(with: "us"), !word.ends(with: "is"), hasVowel(word.dropLast(2)) {
            word.removeLast()
        }
    }

    /// `ied` to `y`, and `ed` and `ing` after a vowel, with what they did to the end of the word undone.
    private static func dropEnding(_ word: inout [UInt8]) {
        if word.ends(with: "ied"), word.count > 4 { return word.replaceEnd(3, with: "y") }
        let ending = word.ends(with: "ing") ? 3 : word.ends(with: "ed") && !word.ends(with: "eed") ? 2 : 0
        guard ending > 0, word.count >= ending + 3, hasVowel(word.dropLast(ending)) else { return }
        word.removeLast(ending)
        guard let last = word.last, let other = word.dropLast().last else { return }
        if last == other, !"aeiouylsz".utf8.contains(last) {
            word.removeLast()
        } else if word.count == 3, !isVowel(word[0]), isVowel(word[1]), !isVowel(word[2]), !"wxy".utf8.contains(last) {
            word.append(e)
        }
    }

    private static func isVowel(_ byte: UInt8) -> Bool { "aeiouy".utf8.contains(byte) }

    private static func hasVowel(_ word: ArraySlice<UInt8>) -> Bool { word.contains(where: isVowel) }
}

extension [UInt8] {
    fileprivate func ends(with end: StaticString) -> Bool {
        count >= end.utf8CodeUnitCount
            && suffix(end.utf8CodeUnitCount).elementsEqual(
                UnsafeBufferPointer(start: end.utf8Start, count: end.utf8CodeUnitCount))
    }

    fileprivate mutating func replaceEnd(_ length: Int, with end: String) {
        removeLast(length)
        append(contentsOf: end.utf8)
    }
}
