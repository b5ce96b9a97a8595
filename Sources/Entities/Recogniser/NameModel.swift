/// The weights of the recogniser, quantised to eight bits, with its lists of names: a file of the program.
///
/// Layout, little-endian: `RNM1`; five counts of four bytes (bits of the row table, templates, labels, bits of the list
/// table, points of the calibration); a scale for each label, transitions (label before by label after, with one more
/// line for the start of a sentence) and the calibration, all 4-byte floats; the slots of the lists (8 bytes each); the
/// rows (a byte for each label).
public struct NameModel: Sendable {
    /// What a weight of each label is multiplied by.
    package var scales: [Float]
    /// The score of a label after another; line `NameLabel.count` is the start of a sentence. Illegal steps are far below 0.
    package var transitions: [Float]
    /// The confidence for places 0, 1/2 ... of likelihoods (`NameModel.place`).
    package var calibration: [Float]
    /// The lists of names.
    package var lists: NameLists
    /// `1 << NameFeatures.bits` rows of `NameLabel.count` weights, and some bytes more so that a row can be read as sixteen.
    package var rows: [Int8]

    private static let magic: [UInt8] = Array("RNM1".utf8)
    /// The bytes of a row that are read beyond its end.
    private static let slack = 8

    /// Reads a model.
    ///
    /// - Throws: `EntitiesError.model` where the bytes are no model or one of another program.
    public init(parsing bytes: UnsafeRawBufferPointer) throws(EntitiesError) {
        var reader = ModelReader(bytes)
        guard reader.take(4).elementsEqual(NameModel.magic) else { throw .model(reason: "does not begin with RNM1") }
        let (bits, templates, labels, listBits, points) =
            (reader.count(), reader.count(), reader.count(), reader.count(), reader.count())
        guard bits == NameFeatures.bits, templates == NameFeatures.count, labels == NameLabel.count else {
            throw .model(reason: "was trained for other features")
        }
        guard listBits < 24, points < 1000 else { throw .model(reason: "has impossible sizes") }
        scales = reader.floats(labels)
        transitions = reader.floats((labels + 1) * labels)
        calibration = reader.floats(points)
        lists = NameLists(reader.slots(1 << listBits), bits: listBits)
        rows = reader.weights((1 << bits) * labels, slack: NameModel.slack)
        guard reader.isWhole else { throw .model(reason: "is \(bytes.count) bytes long, which is too short") }
    }

    /// The bytes that `init(parsing:)` reads.
    package static func file(
        scales: [Float], transitions: [Float], calibration: [Float], lists: (slots: [UInt64], bits: Int), rows: [Int8]
    ) -> [UInt8] {
        var bytes = magic
        for count in [NameFeatures.bits, NameFeatures.count, scales.count, lists.bits, calibration.count] {
            append(UInt32(count), to: &bytes)
        }
        for weight in scales + transitions + calibration { append(weight.bitPattern, to: &bytes) }
        for slot in lists.slots { append(slot, to: &bytes) }
        bytes += rows.map { UInt8(bitPattern: $0) }
        return bytes
    }

    private static func append<Number: FixedWidthInteger>(_ number: Number, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
    }

    /// The place of a likelihood on a scale that is finer the surer it is: 0 for 0, 1 for 1/2, 2 for 3/4, 12 for all but one
    /// in 4,096 and more; straight lines in between.
    package static func place(of likelihood: Float) -> Float {
        guard likelihood >= 0.5 else { return max(0, likelihood) * 2 }
        let rest = max(1 - likelihood, 1 / 4096)
        return min(12, -(Float(rest.exponent) + rest.significand - 1))
    }

    /// The number of the model that the bytes are: a hash of every 64th byte, since models differ all over.
    public static func fingerprint(of bytes: UnsafeRawBufferPointer) -> UInt64 {
        stride(from: 0, to: bytes.count, by: 64).reduce(0xCBF2_9CE4_8422_2325) { hash, index in
            (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3
        }
    }
}

/// Reads a model's parts one after another; once something is missing, everything is.
private struct ModelReader {
    private let bytes: UnsafeRawBufferPointer
    private var index = 0
    private(set) var isWhole = true

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    mutating func take(_ count: Int) -> Slice<UnsafeRawBufferPointer> {
        guard count >= 0, index + count <= bytes.count else {
            isWhole = false
            return bytes[0..<0]
        }
        defer { index += count }
        return bytes[index..<index + count]
    }

    mutating func count() -> Int {
        let part = take(4)
        return part.reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    mutating func floats(_ count: Int) -> [Float] {
        let start = index
        guard take(count * 4).count == count * 4 else { return Array(repeating: 0, count: count) }
        return (0..<count).map { number in
            Float(
                bitPattern: UInt32(
                    littleEndian: bytes.loadUnaligned(fromByteOffset: start + number * 4, as: UInt32.self)))
        }
    }

    mutating func slots(_ count: Int) -> [UInt64] {
        let part = take(count * 8)
        var slots = [UInt64](repeating: 0, count: count)
        guard part.count == count * 8 else { return slots }
        slots.withUnsafeMutableBytes { $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: part)) }
        return slots
    }

    mutating func weights(_ count: Int, slack: Int) -> [Int8] {
        let part = take(count)
        guard part.count == count else { return Array(repeating: 0, count: count + slack) }
        return Array(unsafeUninitializedCapacity: count + slack) { buffer, used in
            UnsafeMutableRawBufferPointer(buffer).copyMemory(from: UnsafeRawBufferPointer(rebasing: part))
            for extra in count..<count + slack { buffer.initializeElement(at: extra, to: 0) }
            used = count + slack
        }
    }
}
