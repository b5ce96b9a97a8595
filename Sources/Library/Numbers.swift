import Foundation

/// Numbers of articles or companies as the journal keeps them: rising, each as its distance from the one before.
enum Numbers {
    static func encode(_ numbers: consuming [Int64]) -> Data {
        var writer = ByteWriter()
        var last: Int64 = 0
        numbers.sort()
        for number in numbers {
            writer.signed(number - last)
            last = number
        }
        return writer.data
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
