/// A 64-bit hash by which equal contents are known again (FNV-1a; Fowler, Noll and Vo). No proof against ill will.
public struct Fingerprint: Sendable {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    /// The fingerprint of nothing yet.
    public init() {}

    /// Takes bytes in.
    public mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }

    /// Takes a text in, its end included, so that `ab` and `c` are not `a` and `bc`.
    public mutating func add(_ text: String) {
        add(text.utf8)
        add(CollectionOfOne(0xFF))
    }

    /// Takes a number in.
    public mutating func add(_ number: Int64) {
        for shift in stride(from: 0, to: 64, by: 8) { add(CollectionOfOne(UInt8(truncatingIfNeeded: number >> shift))) }
    }

    /// The hash; never 0, which stands for nothing known.
    public var value: Int64 {
        state == 0 ? 1 : Int64(bitPattern: state)
    }
}
