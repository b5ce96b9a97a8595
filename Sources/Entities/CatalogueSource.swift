/// The bytes that a catalogue was read from.
enum CatalogueSource: Sendable {
    /// Bytes of its own.
    case owned([UInt8])
    /// Bytes that last as long as the program, and what gives them.
    case lasting(@Sendable () -> UnsafeBufferPointer<UInt8>)

    /// Calls `body` with the bytes.
    @inline(__always)
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        switch self {
        case .owned(let bytes): bytes.withUnsafeBufferPointer(body)
        case .lasting(let bytes): body(bytes())
        }
    }
}
