import GRDB
import Model

/// The order of articles: minutes since 1970 above ten bits for the articles of one minute.
///
/// A minute that is full spills into the next, so slots are unique and close to the moment of publication.
enum Slot {
    /// How many bits tell the articles of a minute apart.
    private static let bits: Int64 = 10

    /// The minute of a moment, rounded down; moments millions of years away are brought within reach.
    static func minute(of moment: Timestamp) -> Int64 {
        let minutes = moment.seconds / 60 - (moment.seconds % 60 < 0 ? 1 : 0)
        return min(max(minutes, -(1 << 40)), 1 << 40)
    }

    /// The minute in which a slot lies.
    static func minute(of slot: Int64) -> Int64 {
        slot >> bits
    }

    /// The slots of a minute.
    static func slots(of minute: Int64) -> ClosedRange<Int64> {
        (minute << bits)...(((minute + 1) << bits) - 1)
    }
}

/// Gives slots to the articles of one transaction.
struct SlotAllocator {
    /// The last slot that is taken in a minute, for the minutes met so far.
    private var lastTaken: [Int64: Int64] = [:]
    /// For a full minute, a later one that may have room.
    private var overflow: [Int64: Int64] = [:]
    /// The largest number of minutes by which a slot lies after its article's moment.
    private(set) var spill: Int64 = 0

    /// A free slot for an article of this moment.
    mutating func slot(for moment: Timestamp, in db: Database) throws -> Int64 {
        let wanted = Slot.minute(of: moment)
        var minute = overflow[wanted] ?? wanted
        while true {
            let slots = Slot.slots(of: minute)
            let slot = try lastTaken(in: minute, db) + 1
            if slot <= slots.upperBound {
                lastTaken[minute] = slot
                if minute != wanted { overflow[wanted] = minute }
                spill = max(spill, minute - wanted)
                return slot
            }
            minute += 1
        }
    }

    private func lastTaken(in minute: Int64, _ db: Database) throws -> Int64 {
        if let known = lastTaken[minute] { return known }
        let slots = Slot.slots(of: minute)
        let sql = "SELECT max(slot) FROM article WHERE slot BETWEEN ? AND ?"
        let last = try Int64.fetchOne(
            db.cachedStatement(sql: sql), arguments: [slots.lowerBound, slots.upperBound])
        return last ?? slots.lowerBound - 1
    }
}
