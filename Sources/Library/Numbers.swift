import Foundation

/// Numbers of articles or companies as the journal keeps them: each as its distance from the one before, rising where
/// they are not very many.
enum Numbers {
    /// The bytes of numbers in any order.
    static func encode(_ numbers: [Int64]) -> Data {
        var encoder = Encoder()
        for number in numbers { encoder.add(number) }
        return encoder.finish()
    }

    /// Puts numbers down some at a time, so that a million of them are never held beside their bytes.
    struct Encoder {
        private var writer = ByteWriter()
        private var waiting: [Int64] = []
        private var last: Int64 = 0
        /// How many were added.
        private(set) var count = 0
        /// How many are put in order together: their distances, not their order, decide how many bytes they take.
        private static let sorted = 65_536

        /// Adds a number.
        mutating func add(_ number: Int64) {
            waiting.append(number)
            count += 1
            if waiting.count == Encoder.sorted { putDown() }
        }

        /// What `decode` reads; nothing may be added any more.
        mutating func finish() -> Data {
            putDown()
            return writer.data
        }

        private mutating func putDown() {
            waiting.sort()
            for number in waiting {
                writer.signed(number - last)
                last = number
            }
            waiting.removeAll(keepingCapacity: true)
        }
    }

    static func decode(_ data: Data) throws(ByteReader.Malformed) -> [Int64] {
        var reader = ByteReader(data)
        var numbers: [Int64] = []
        var last: Int64 = 0
        while !reader.atEnd {
            last &+= try reader.signed()
            numbers.append(last)
        }
        return numbers
    }
}
