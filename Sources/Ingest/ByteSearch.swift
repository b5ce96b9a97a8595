import Glibc

extension [UInt8] {
    /// Where a byte stands first in a range, at the speed of the C library.
    func index(of byte: UInt8, in range: Range<Int>) -> Int? {
        guard !range.isEmpty, range.upperBound <= count else { return nil }
        return withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress,
                let found = memchr(base + range.lowerBound, Int32(byte), range.count)
            else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }
}

extension String {
    /// Whether a text stands in it, compared by bytes.
    func holds(_ text: StaticString) -> Bool {
        place(of: text) != nil
    }

    /// Where a text stands first in it, compared by bytes.
    func place(of text: StaticString) -> String.Index? {
        let first = text.utf8Start[0]
        let size = text.utf8CodeUnitCount
        let found = utf8.withContiguousStorageIfAvailable { bytes -> Int? in
            guard bytes.count >= size else { return nil }
            search: for index in 0...bytes.count - size where bytes[index] == first {
                for next in 1..<max(size, 1) where bytes[index + next] != text.utf8Start[next] { continue search }
                return index
            }
            return nil
        }
        if let found { return found.map { utf8.index(utf8.startIndex, offsetBy: $0) } }
        return firstRange(of: text.description)?.lowerBound
    }
}
