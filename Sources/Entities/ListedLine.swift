import Model

/// The value of a `Listed` field, which holds a whole record: `Name; alias [tag] | country | EXCHANGE:SYMBOL`.
struct ListedLine {
    /// The list of names, the canonical one first.
    var names: Range<Int>
    /// The code of the country; empty where it is not told.
    var country: Range<Int>
    /// The list of symbols; empty where there are none.
    var tickers: Range<Int>

    /// Cuts a value at its bars.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ value: Range<Int>) {
        let first = ListedLine.bar(bytes, value)
        let second = ListedLine.bar(bytes, min(first + 1, value.upperBound)..<value.upperBound)
        names = Trimming.trimmed(bytes, value.lowerBound..<first)
        country = Trimming.trimmed(bytes, first + 1..<max(first + 1, second))
        tickers = Trimming.trimmed(bytes, second + 1..<max(second + 1, value.upperBound))
    }

    /// The value of a line that starts with `Listed:`.
    static func value(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Range<Int> {
        Trimming.trimmed(bytes, line.lowerBound + "Listed:".utf8.count..<line.upperBound)
    }

    /// Where the next bar stands; the end where none does.
    private static func bar(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
        Bytes.first(UInt8(ascii: "|"), in: bytes, range) ?? range.upperBound
    }
}

extension Company {
    /// Takes over what the line of a listed company says.
    mutating func take(_ line: ListedLine, _ bytes: UnsafeBufferPointer<UInt8>) {
        isListed = true
        let names = Name.list(bytes, line.names)
        name = names.first ?? name
        aliases = Array(names.dropFirst())
        if !line.country.isEmpty {
            country = String(decoding: UnsafeBufferPointer(rebasing: bytes[line.country]), as: UTF8.self)
        }
        tickers = line.tickers.isEmpty ? [] : Name.list(bytes, line.tickers).map(\.text)
    }
}
