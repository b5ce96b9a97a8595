import Foundation
import Model

/// What the articles of one outlet have in common: blocks that recur in them, of which those that recur often are furniture.
///
/// It remembers a bounded number of blocks, the last ones and those that recur; what it has learned it keeps for as long as
/// it is met.
struct RecurringBlocks {
    /// A block that has been met.
    struct Entry: Equatable {
        /// The number of the outlet's article in which it was met first, and last.
        var first: Int
        var last: Int
        /// In how many articles it was met.
        var articles = 1
        /// Whether it is known for furniture.
        var isLearned = false
    }

    /// How many articles were taken in.
    private(set) var articles = 0
    private(set) var entries: [UInt32: Entry] = [:]

    /// In how many articles a block has to be.
    private static let least = 3
    /// One article of how many has to have it, from the first one on.
    private static let share = 5
    /// How many blocks are remembered.
    private static let most = 512
    /// How many words of an article must be left.
    private static let leastWords = 8

    /// Remembers the blocks of a new article, those aside that an earlier state of it had.
    ///
    /// An article that has most of its text from others is a story told again, and teaches nothing.
    mutating func take(_ prints: BlockPrints, except known: Set<UInt32> = []) {
        articles += 1
        let met = prints.prints.filter { entries[$0.hash]?.isLearned == false && !$0.isCompanion }
        guard met.count < RecurringBlocks.least || met.reduce(0, { $0 + $1.words }) * 2 < prints.words else { return }
        for hash in prints.hashes.subtracting(known) {
            guard var entry = entries[hash] else {
                entries[hash] = Entry(first: articles, last: articles)
                continue
            }
            entry.last = articles
            entry.articles += 1
            if entry.articles >= RecurringBlocks.least,
                entry.articles * RecurringBlocks.share > articles - entry.first
            {
                entry.isLearned = true
            }
            entries[hash] = entry
        }
    }

    /// Which blocks of an article are furniture by what was learned; none where nothing of the article would be left.
    func furniture(in prints: BlockPrints) -> FoldedBlocks {
        var folded: [Int] = []
        var words = prints.words
        for print in prints.prints.reversed() where entries[print.hash]?.isLearned == true {
            guard !print.isCompanion || folded.last == print.index + 1 else { continue }
            folded.append(print.index)
            words -= print.words
        }
        return FoldedBlocks(words < RecurringBlocks.leastWords ? [] : folded.reversed())
    }

    /// The blocks that are known for furniture.
    var learned: Set<UInt32> { Set(entries.filter(\.value.isLearned).keys) }

    /// Forgets what is too much: first what was met once, then what was not met for longest.
    mutating func trim() {
        guard entries.count > RecurringBlocks.most else { return }
        let worths = entries.values.map(RecurringBlocks.worth).sorted(by: >)
        let least = worths[RecurringBlocks.most - 1]
        // Of those that are worth as much as the last one that is kept, as many as there is room for.
        var room = worths[..<RecurringBlocks.most].count { $0 == least }
        entries = entries.filter { _, entry in
            let worth = RecurringBlocks.worth(entry)
            if worth == least { room -= 1 }
            return worth > least || worth == least && room >= 0
        }
    }

    /// How much a block is worth to be remembered: as if it were met so many articles later.
    private static func worth(_ entry: Entry) -> Int {
        entry.last + (entry.isLearned ? 400 : entry.articles > 1 ? 40 : 0)
    }
}

/// The bytes of `recurring.blocks`: a byte for the form (1), how many articles there were, then blocks that are learned and
/// others, each with their number, and for each hash, distance from the last article to the last with it and from that to
/// the first, and in how many it was.
extension RecurringBlocks {
    var encoded: Data {
        var writer = ByteWriter()
        writer.byte(1)
        writer.number(UInt64(articles))
        for isLearned in [true, false] {
            let part = entries.filter { $0.value.isLearned == isLearned }
            writer.number(UInt64(part.count))
            for (hash, entry) in part {
                writer.number(UInt64(hash))
                writer.number(UInt64(articles - entry.last))
                writer.number(UInt64(entry.last - entry.first))
                writer.number(UInt64(entry.articles))
            }
        }
        return writer.data
    }

    /// - Parameter learnedOnly: Leaves out what is not known for furniture.
    init(decoding data: Data, learnedOnly: Bool = false) throws(ByteReader.Malformed) {
        self.init()
        var reader = ByteReader(data)
        guard try reader.byte() == 1 else { throw ByteReader.Malformed() }
        articles = Int(clamping: try reader.number())
        for isLearned in learnedOnly ? [true] : [true, false] {
            for _ in 0..<(try reader.count()) {
                let hash = UInt32(truncatingIfNeeded: try reader.number())
                let last = articles - min(articles, Int(clamping: try reader.number()))
                let first = last - min(last, Int(clamping: try reader.number()))
                let count = Int(clamping: try reader.number())
                entries[hash] = Entry(first: first, last: last, articles: count, isLearned: isLearned)
            }
        }
    }
}
