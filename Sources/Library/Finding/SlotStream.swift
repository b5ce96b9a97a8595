import GRDB

/// Slots of articles one after the other, in one direction, each once.
///
/// A stream either leads (`next`) or is asked (`has`), for slots that follow each other in its direction.
protocol SlotStream: AnyObject {
    /// The next slot; `nil` at the end.
    func next() throws -> Int64?
    /// Whether the article in a slot is one of its own.
    func has(_ slot: Int64) throws -> Bool
}

extension Plan {
    /// The slots of a plan from the beginning of a window on; its limit is not heeded.
    func stream(_ window: Window, by finder: Finder) throws -> any SlotStream {
        switch self {
        case .rows(let selection): try RowStream(selection, window, finder)
        case .both(let lead, let others):
            BothStream(try lead.stream(window, by: finder), try others.map { try $0.stream(window, by: finder) })
        case .either(let plans):
            EitherStream(try plans.map { try $0.stream(window, by: finder) }, isTowardsNewer: window.isTowardsNewer)
        case .without(let lead, let excluded):
            WithoutStream(try lead.stream(window, by: finder), try excluded.stream(window, by: finder))
        case .checked(let plan, let checks): try CheckedStream(plan, checks, window, finder)
        }
    }
}

/// What both one stream finds and the others have.
final class BothStream: SlotStream {
    private let lead: any SlotStream
    private let others: [any SlotStream]

    init(_ lead: any SlotStream, _ others: [any SlotStream]) {
        self.lead = lead
        self.others = others
    }

    func next() throws -> Int64? {
        while let slot = try lead.next() {
            if try others.allSatisfy({ try $0.has(slot) }) { return slot }
        }
        return nil
    }

    func has(_ slot: Int64) throws -> Bool {
        try lead.has(slot) && others.allSatisfy { try $0.has(slot) }
    }
}

/// What one of several streams finds, merged.
final class EitherStream: SlotStream {
    private let streams: [any SlotStream]
    private let isTowardsNewer: Bool
    /// The next slot of each stream; `nil` until the first is asked for.
    private var heads: [Int64?]?

    init(_ streams: [any SlotStream], isTowardsNewer: Bool) {
        self.streams = streams
        self.isTowardsNewer = isTowardsNewer
    }

    func next() throws -> Int64? {
        var heads = try self.heads ?? streams.map { try $0.next() }
        let found = heads.compactMap { $0 }
        let first = isTowardsNewer ? found.min() : found.max()
        if let first {
            for index in heads.indices where heads[index] == first { heads[index] = try streams[index].next() }
        }
        self.heads = heads
        return first
    }

    func has(_ slot: Int64) throws -> Bool {
        try streams.contains { try $0.has(slot) }
    }
}

/// What one stream finds and another does not have.
final class WithoutStream: SlotStream {
    private let lead: any SlotStream
    private let excluded: any SlotStream

    init(_ lead: any SlotStream, _ excluded: any SlotStream) {
        self.lead = lead
        self.excluded = excluded
    }

    func next() throws -> Int64? {
        while let slot = try lead.next() {
            if try !excluded.has(slot) { return slot }
        }
        return nil
    }

    func has(_ slot: Int64) throws -> Bool {
        try lead.has(slot) && !excluded.has(slot)
    }
}
