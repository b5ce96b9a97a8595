import Foundation
import Model

/// Which blocks of an article are furniture by what was learned of its outlet, beside those that say so themselves.
///
/// They are kept apart from the blocks as the source gave them (`body.folded`), so that what is learned makes no article
/// another one.
struct FoldedBlocks: Equatable {
    /// Places among the article's blocks, in order.
    let indices: [Int]

    init(_ indices: [Int] = []) {
        self.indices = indices
    }

    /// The blocks with those marked as furniture.
    func folding(_ blocks: [Block]) -> [Block] {
        guard !indices.isEmpty else { return blocks }
        var blocks = blocks
        for index in indices where blocks.indices.contains(index) { blocks[index].kind = .furniture }
        return blocks
    }

    /// Whether others are all of these and perhaps more.
    func isWithin(_ others: FoldedBlocks) -> Bool {
        Set(others.indices).isSuperset(of: indices)
    }

    /// The bytes of `body.folded`: each place's distance from the one before; `nil` for none.
    var encoded: Data? {
        guard !indices.isEmpty else { return nil }
        var writer = ByteWriter()
        writer.number(UInt64(indices.count))
        var last = 0
        for index in indices {
            writer.number(UInt64(index - last))
            last = index
        }
        return writer.data
    }

    init(decoding data: Data?) throws(ByteReader.Malformed) {
        var indices: [Int] = []
        if let data {
            var reader = ByteReader(data)
            var last = 0
            for _ in 0..<(try reader.count()) {
                last += Int(min(try reader.number(), 1 << 30))
                indices.append(last)
            }
        }
        self.init(indices)
    }
}
