import Model

/// Tells quickly that a line is no furniture, as nearly all lines are none: neither its first words, nor two words of it that
/// follow each other, nor the line as a whole are ones that `FurnitureTables` has.
enum FurnitureFilter {
    /// Whether a line may be furniture; where it says no, it is none.
    static func admits(_ line: some Collection<UInt8>) -> Bool {
        table.withUnsafeBufferPointer { table in
            line.withContiguousStorageIfAvailable { admits($0, table) }
                ?? Array(line).withUnsafeBufferPointer { admits($0, table) }
        }
    }

    private static func admits(_ line: UnsafeBufferPointer<UInt8>, _ table: UnsafeBufferPointer<UInt8>) -> Bool {
        var scan = Scan(table)
        var start = 0
        var index = 0
        var isForeign = false
        while index < line.count {
            let byte = line[index]
            if byte.isLetter || byte.isDigit {
                scan.take(byte)
            } else if byte == 0xC3, index + 1 < line.count {
                index += 1
                let letter = accented[Int(line[index] & 0x3F)]
                if letter != 0 { scan.take(letter) } else { isForeign = true }
            } else if 0xC4...0xC8 ~= byte || 0x80..<0xC0 ~= byte && isForeign {
                isForeign = true
            } else {
                if isForeign ? scan.end(line[start..<index]) : scan.end() { return true }
                start = index + 1
                isForeign = false
            }
            index += 1
        }
        return (isForeign ? scan.end(line[start..<index]) : scan.end()) || scan.isWhole
    }

    /// A pass over the words of a line.
    private struct Scan {
        private let table: UnsafeBufferPointer<UInt8>
        private var hash = seed
        private var isOpen = false
        private var isNumber = true
        private var last: UInt32?
        private var count = 0
        private var all = seed
        private var isAllButtons = true

        init(_ table: UnsafeBufferPointer<UInt8>) {
            self.table = table
        }

        /// What words, pairs of words and lines of a hash are of. Two places of the table must agree, so that next to
        /// nothing is taken for what it is not.
        private func flags(_ hash: UInt32) -> UInt8 {
            let first = table[Int(hash & mask)]
            return first == 0 ? 0 : first & table[Int(hash >> 15 & mask)]
        }

        /// Takes a letter or digit of a word.
        mutating func take(_ byte: UInt8) {
            hash = next(hash, byte.lowercased)
            isOpen = true
            isNumber = isNumber && byte.isDigit
        }

        /// Ends a word, if one is open; whether furniture has it.
        mutating func end() -> Bool {
            guard isOpen else { return false }
            let word = isNumber ? number : hash
            reset()
            return note(word)
        }

        /// Takes what must be folded first: accents fall, and other marks part words.
        mutating func end(_ letters: some Collection<UInt8>) -> Bool {
            reset()
            let folded = Folding.fold(String(decoding: letters, as: UTF8.self))
            for word in folded.utf8.split(whereSeparator: { !($0.isLetter || $0.isDigit) })
            where note(word.allSatisfy(\.isDigit) ? number : FurnitureFilter.hash(word)) {
                return true
            }
            return false
        }

        private mutating func reset() {
            hash = seed
            isOpen = false
            isNumber = true
        }

        private mutating func note(_ word: UInt32) -> Bool {
            if word == number, last == number { return false }
            let flags = flags(word)
            let both = last.map { self.flags(pair($0, word)) } ?? 0
            count += 1
            isAllButtons = isAllButtons && flags & button != 0
            if word != number { all = pair(all, word) }
            last = word
            if flags & single != 0 || both & notice != 0 { return true }
            return count == 1 ? flags & opener != 0 : count == 2 && both & openers != 0
        }

        /// Whether the line may be one of the lines that are furniture as a whole.
        var isWhole: Bool { isAllButtons || flags(all) & whole != 0 }
    }

    /// What words can be of.
    private static let opener: UInt8 = 1
    private static let notice: UInt8 = 2
    private static let single: UInt8 = 4
    private static let button: UInt8 = 8
    private static let whole: UInt8 = 16
    private static let openers: UInt8 = 32

    /// The plain letters of U+00C0 to U+00FF by the second of their bytes, 0 for those that fold to two or none.
    private static let accented: [UInt8] = (0..<64).map { place in
        let folded = Folding.fold(String(Unicode.Scalar(UInt8(0xC0 + place))))
        return folded.utf8.count == 1 ? folded.utf8.first ?? 0 : 0
    }

    private static let seed: UInt32 = 2_166_136_261
    private static let mask: UInt32 = 0x7FFF
    private static let number = hash("#".utf8)

    private static func next(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
        (hash ^ UInt32(byte)) &* 16_777_619
    }

    private static func hash(_ word: some Sequence<UInt8>) -> UInt32 {
        word.reduce(seed) { next($0, $1) }
    }

    private static func pair(_ first: UInt32, _ second: UInt32) -> UInt32 {
        let mixed = (first &* 0x9E37_79B1 ^ second) &* 0x85EB_CA77
        return mixed ^ mixed >> 15
    }

    /// What the words, pairs of words and lines are of that have a hash.
    private static let table: [UInt8] = {
        var table = [UInt8](repeating: 0, count: Int(mask) + 1)
        func add(_ hash: UInt32, _ flag: UInt8) {
            table[Int(hash & mask)] |= flag
            table[Int(hash >> 15 & mask)] |= flag
        }
        for phrase in [FurnitureTables.labels, FurnitureTables.calls, FurnitureTables.offers].flatMap({
            $0.values.joined()
        }) {
            if phrase.count > 1, phrase[1] != ":" {
                add(pair(hash(phrase[0].utf8), hash(phrase[1].utf8)), openers)
            } else {
                add(hash(phrase[0].utf8), opener)
            }
        }
        add(hash("more".utf8), opener)
        for word in FurnitureTables.follow { add(hash(word.utf8), opener) }
        for word in FurnitureTables.buttons { add(hash(word.utf8), button) }
        for phrase in FurnitureTables.notices.values.joined() {
            if phrase.count > 1, phrase[1] != ":" {
                add(pair(hash(phrase[0].utf8), hash(phrase[1].utf8)), notice)
            } else {
                add(hash(phrase[0].utf8), single)
            }
        }
        for line in FurnitureTables.whole {
            add(line.split(separator: " ").reduce(seed) { pair($0, hash($1.utf8)) }, whole)
        }
        return table
    }()
}
