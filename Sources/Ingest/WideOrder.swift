/// The order of the two bytes of UTF-16.
enum WideOrder {
    case littleEndian, bigEndian

    /// The order that a byte order mark states, or that the zero bytes of Latin letters show; `nil` for other
    /// encodings.
    init?(of bytes: [UInt8]) {
        if bytes.starts(with: [0xFF, 0xFE]) {
            self = .littleEndian
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            self = .bigEndian
        } else {
            self.init(zerosOf: bytes.prefix(4096))
        }
    }

    private init?(zerosOf sample: ArraySlice<UInt8>) {
        var zeros = (even: 0, odd: 0)
        for (index, byte) in sample.enumerated() where byte == 0 {
            if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
        }
        let pairs = sample.count / 2
        guard pairs >= 2 else { return nil }
        if zeros.odd * 10 >= pairs * 6, zeros.even * 20 <= pairs {
            self = .littleEndian
        } else if zeros.even * 10 >= pairs * 6, zeros.odd * 20 <= pairs {
            self = .bigEndian
        } else {
            return nil
        }
    }

    /// The text as UTF-8, its mark dropped and damaged pairs replaced by U+FFFD.
    func decode(_ bytes: [UInt8]) throws(IngestError) -> [UInt8] {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        for index in stride(from: 0, to: bytes.count - 1, by: 2) {
            let first = UInt16(bytes[index])
            let second = UInt16(bytes[index + 1])
            units.append(self == .littleEndian ? second << 8 | first : first << 8 | second)
        }
        let zeros = units.count { $0 == 0 }
        guard zeros * 20 <= units.count else { throw .notText("binary data") }
        if zeros > 0 { units.removeAll { $0 == 0 } }
        if units.first == 0xFEFF { units.removeFirst() }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
