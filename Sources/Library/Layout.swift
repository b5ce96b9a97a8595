import Foundation
import Model

/// The blocks and links of a text in the bytes of `body.layout`.
///
/// A byte for the form (1), then for blocks and for links their number and each one's distance from the end of the one
/// before, its length, and its kind or address.
struct Layout: Equatable {
    var blocks: [Block]
    var links: [Link]

    /// Kinds by the number that stands for them in the file: only ever added to.
    private static let kinds: [Block.Kind] = [.title, .heading, .paragraph, .item, .quote, .code, .furniture]

    var encoded: Data {
        var writer = ByteWriter()
        var ranges = RangeCoder()
        writer.byte(1)
        writer.number(UInt64(blocks.count))
        for block in blocks {
            ranges.write(block.range, to: &writer)
            writer.byte(UInt8(Layout.kinds.firstIndex(of: block.kind) ?? 2))
        }
        ranges = RangeCoder()
        writer.number(UInt64(links.count))
        for link in links {
            ranges.write(link.range, to: &writer)
            writer.text(link.address)
        }
        return writer.data
    }

    init(blocks: [Block], links: [Link]) {
        self.blocks = blocks
        self.links = links
    }

    init(decoding data: Data) throws(ByteReader.Malformed) {
        self.init(blocks: [], links: [])
        var reader = ByteReader(data)
        var ranges = RangeCoder()
        guard try reader.byte() == 1 else { throw ByteReader.Malformed() }
        for _ in 0..<(try reader.count()) {
            let range = try ranges.read(from: &reader)
            let kind = Int(try reader.byte())
            guard Layout.kinds.indices.contains(kind) else { throw ByteReader.Malformed() }
            blocks.append(Block(range, Layout.kinds[kind]))
        }
        ranges = RangeCoder()
        for _ in 0..<(try reader.count()) {
            links.append(Link(try ranges.read(from: &reader), try reader.text()))
        }
    }
}

/// Writes and reads ranges, each from the end of the one before.
struct RangeCoder {
    private var end = 0

    mutating func write(_ range: Range<Int>, to writer: inout ByteWriter) {
        writer.signed(Int64(range.lowerBound - end))
        writer.number(UInt64(range.count))
        end = range.upperBound
    }

    mutating func read(from reader: inout ByteReader) throws(ByteReader.Malformed) -> Range<Int> {
        let start = Int64(end).addingReportingOverflow(try reader.signed())
        let length = try reader.number()
        guard !start.overflow, start.partialValue >= 0, length <= UInt64(Int64.max - start.partialValue) else {
            throw ByteReader.Malformed()
        }
        end = Int(start.partialValue) + Int(length)
        return Int(start.partialValue)..<end
    }
}
