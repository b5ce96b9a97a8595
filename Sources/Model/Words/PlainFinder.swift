/// Finds words of ASCII letters and digits in the bytes of a text: for texts that are asked whether they have a word by
/// the hundred. Runs with other letters are taken apart as any text is.
struct PlainFinder: Sendable {
    /// A folded word, or the beginning of one.
    struct Wanted: Sendable {
        var bytes: [UInt8]
        var isOpen: Bool
    }

    private let wanted: [Wanted]

    /// A finder of words; `nil` where one of them has other letters.
    init?(_ words: [(folded: String, isOpen: Bool)]) {
        guard words.allSatisfy({ !$0.folded.isEmpty && $0.folded.utf8.allSatisfy { PlainFinder.isPlain($0) } }) else {
            return nil
        }
        wanted = words.map { Wanted(bytes: Array($0.folded.utf8), isOpen: $0.isOpen) }
    }

    /// Whether one of the words stands in a text.
    func finds(in text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var index = 0
            while index < bytes.count {
                guard PlainFinder.isPart(bytes[index]) else {
                    index += 1
                    continue
                }
                let start = index
                var isPlain = true
                while index < bytes.count, PlainFinder.isPart(bytes[index]) {
                    if bytes[index] >= 0x80 { isPlain = false }
                    index += 1
                }
                let run = UnsafeBufferPointer(rebasing: bytes[start..<index])
                if isPlain ? wanted.contains(where: { matches($0, run) }) : finds(inOther: run) { return true }
            }
            return false
        }
    }

    private func matches(_ wanted: Wanted, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        let count = wanted.bytes.count
        guard wanted.isOpen ? word.count >= count : word.count == count else { return false }
        for index in 0..<count where PlainFinder.small(word[index]) != wanted.bytes[index] { return false }
        return true
    }

    /// Looks in a run with other letters, or with signs that are no part of a word.
    private func finds(inOther run: UnsafeBufferPointer<UInt8>) -> Bool {
        FoldedWord.contains(in: String(decoding: run, as: UTF8.self)) { word in
            var folded = word.folded
            return folded.withUTF8 { bytes in wanted.contains { matches($0, bytes) } }
        }
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte &- 48 < 10 || (byte | 0x20) &- 97 < 26
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte &- 48 < 10 || byte &- 97 < 26
    }

    private static func small(_ byte: UInt8) -> UInt8 {
        byte &- 65 < 26 ? byte | 0x20 : byte
    }
}
