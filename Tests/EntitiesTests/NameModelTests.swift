import Testing

@testable import Entities

/// The model's file and its lists.
struct NameModelTests {
    private static let labels = NameLabel.count

    private func file(lists: NameListBuilder = NameListBuilder(), rows: [Int8]? = nil) -> [UInt8] {
        NameModel.file(
            scales: (0..<NameModelTests.labels).map { Float($0) / 10 },
            transitions: (0..<(NameModelTests.labels + 1) * NameModelTests.labels).map(Float.init),
            calibration: [0, 0.5, 1],
            lists: lists.table(),
            rows: rows ?? (0..<(1 << NameFeatures.bits) * NameModelTests.labels).map { Int8(truncatingIfNeeded: $0) })
    }

    private func parsed(_ bytes: [UInt8]) throws -> NameModel {
        try bytes.withUnsafeBytes { try NameModel(parsing: $0) }
    }

    @Test func `what is written is what is read`() throws {
        let model = try parsed(file())
        #expect(model.scales == (0..<NameModelTests.labels).map { Float($0) / 10 })
        #expect(model.calibration == [0, 0.5, 1])
        #expect(model.transitions[13] == 13)
        #expect(model.rows[300] == Int8(truncatingIfNeeded: 300))
    }

    @Test func `a broken file is refused with its reason`() {
        let whole = file()
        #expect(throws: EntitiesError.model(reason: "does not begin with RNM1")) { try parsed(Array("nonsense".utf8)) }
        #expect(throws: EntitiesError.self) { try parsed(Array(whole.prefix(1000))) }
        #expect(throws: EntitiesError.self) { try parsed(Array(whole.dropLast())) }
        #expect(throws: EntitiesError.self) { try parsed([]) }
        var other = whole
        other[4] = 5
        #expect(throws: EntitiesError.model(reason: "was trained for other features")) { try parsed(other) }
    }

    @Test func `another model has another fingerprint`() {
        var bytes = file()
        let first = bytes.withUnsafeBytes { NameModel.fingerprint(of: $0) }
        bytes[bytes.count / 64 / 2 * 64] ^= 1
        #expect(bytes.withUnsafeBytes { NameModel.fingerprint(of: $0) } != first)
    }

    @Test func `lists are found by their words, whatever the case`() throws {
        var lists = NameListBuilder()
        lists.add("De Luca", .family)
        lists.add("Luca", .given)
        lists.add("Porta Nuova", .italianPlace)
        let found = try parsed(file(lists: lists)).lists
        func marks(_ name: String) -> ListMarks {
            var key: UInt64 = 0
            for word in NameListBuilder.words(of: name) { key = NameLists.key(after: key, word) }
            return found.entry(key).marks
        }
        #expect(marks("De Luca") == [.family, .several])
        #expect(marks("PORTA NUOVA") == [.italianPlace, .several])
        #expect(marks("Luca") == .given)
        #expect(marks("De") == .goesOn)
        #expect(marks("Nuova") == [])
    }

    @Test func `likelihoods have places that grow with them, finer towards one`() {
        #expect(NameModel.place(of: 0) == 0)
        #expect(NameModel.place(of: 0.5) == 1)
        #expect(NameModel.place(of: 0.75) == 2)
        #expect(NameModel.place(of: 1) == 12)
        let places = (0...1000).map { NameModel.place(of: Float($0) / 1000) }
        #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 })
    }

    @Test func `the built-in model takes less than six megabytes and can be read`() throws {
        let bytes = BuiltIn.modelBytes
        #expect(bytes.count < 6_000_000)
        _ = try parsed(bytes)
    }
}
