/// The words of an element's names: split at hyphens, underscores, blanks and capitals (`article-body`, `relatedLinks`).
struct HTMLWords {
    private(set) var traits: HTMLTraits = []
    private var last: UInt64 = 0
    /// How many words the name has so far that stands between blanks, and the first.
    private var parts = 0
    private var alone: UInt64 = 0
    /// Whether the first says that the name is of what an article is about, and the last that it is of what stands beside.
    private var isSubject = false
    private var isBeside = false
    /// What its words mean.
    private var found: HTMLTraits = []

    /// Takes the words of a name. Letters after digits are none: names made by programs (`css-1ad9f`) mean nothing.
    mutating func add(_ name: ArraySlice<UInt8>) {
        endName()
        var hash = HTMLWords.seed
        var count = 0
        var wasSmall = false
        var hasDigits = false
        for byte in name {
            if byte.isLetter {
                if wasSmall, byte.isUpper {
                    take(hash, count)
                    hash = HTMLWords.seed
                    count = 0
                }
                if !hasDigits {
                    hash = (hash ^ UInt64(byte.lowercased)) &* HTMLWords.prime
                    count += 1
                } else if count <= 3 {
                    count = 0
                }
            } else if byte.isDigit {
                hasDigits = true
                if count == 0 { last = 0 }
            } else {
                take(hash, count)
                hash = HTMLWords.seed
                count = 0
                hasDigits = false
                // What stands after a blank is another name.
                if byte == .space || byte == .newline { endName() }
            }
            wasSmall = byte.isLetter && !byte.isUpper
        }
        take(hash, count)
        endName()
    }

    private mutating func endName() {
        if parts == 1 { found.formUnion(HTMLWords.wholes[alone]) }
        // Longer names are headings made into names.
        if parts <= 6 { traits.formUnion(found) }
        found = []
        last = 0
        parts = 0
    }

    private mutating func take(_ word: UInt64, _ count: Int) {
        guard count > 0 else { return }
        parts += 1
        let own = count > 1 ? HTMLWords.table[word] : []
        if parts == 1 {
            alone = word
            isSubject = own.contains(.subject)
        }
        // `category-social`, `tag-newsletter`: what an article is about.
        guard parts == 1 || !isSubject else { return }
        guard count > 1 else { return }
        // `no-sidebar`, `hasSidebar`: of what stands beside.
        if last == 0 || !isBeside {
            found.formUnion(own.subtracting([.subject, .beside]))
            if last != 0 { found.formUnion(HTMLWords.pairs[last ^ (word &* 31)]) }
        }
        last = word
        isBeside = own.contains(.beside)
    }

    fileprivate static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    fileprivate static let prime: UInt64 = 0x100_0000_01B3

    fileprivate static func hash(_ word: Substring) -> UInt64 {
        word.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* prime }
    }

    private static let subjects = "tag category cat categoria topic tema rubrik kategorie"
    private static let besides = "no has with without is non"

    /// Traits by the hash of a word.
    private struct Table {
        private var keys: [UInt64]
        private var values: [HTMLTraits]
        private let mask: Int

        init(_ lists: [(HTMLTraits, String)], isPairs: Bool) {
            var all: [UInt64: HTMLTraits] = [:]
            for (traits, list) in lists {
                for entry in list.split(whereSeparator: { $0 == "\n" || (!isPairs && $0 == " ") }) {
                    let words = entry.split(separator: " ").map(HTMLWords.hash)
                    let key = words.count == 2 ? words[0] ^ (words[1] &* 31) : words[0]
                    all[key, default: []].formUnion(traits)
                }
            }
            var size = 64
            while size < all.count * 3 { size *= 2 }
            mask = size - 1
            keys = [UInt64](repeating: 0, count: size)
            values = [HTMLTraits](repeating: [], count: size)
            for (key, traits) in all {
                var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
                while keys[slot] != 0 { slot = (slot + 1) & mask }
                keys[slot] = key
                values[slot] = traits
            }
        }

        subscript(key: UInt64) -> HTMLTraits {
            var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
            while keys[slot] != 0 {
                if keys[slot] == key { return values[slot] }
                slot = (slot + 1) & mask
            }
            return []
        }
    }

    private static let table = Table(
        [
            (.furniture, furniture), (.label, labels), (.caption, captions), (.comments, comments), (.body, bodies),
            (.author, authors), (.date, dates), (.folded, folded), (.subject, subjects), (.beside, besides),
        ],
        isPairs: false)
    private static let wholes = Table([(.furniture, wholeNames)], isPairs: false)
    private static let pairs = Table(
        [(.furniture, furniturePairs), (.body, bodyPairs), (.label, labelPairs), (.comments, commentPairs)],
        isPairs: true)
}

extension HTMLTraits {
    /// Of words alone: what an article is about, and what stands beside something.
    fileprivate static let subject = HTMLTraits(rawValue: 8192)
    fileprivate static let beside = HTMLTraits(rawValue: 16384)
}
