import Foundation
import Library
import Model
import Testing

/// Libraries that an older program wrote.
@Suite struct OlderFormTests {
    @Test func `a library without corrections takes them, and nothing in it is lost`() throws {
        try withFolder { folder in
            let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .appendingPathComponent("Fixtures/Libraries/form-1.library")
            let path = folder + "/l"
            try FileManager.default.copyItem(atPath: fixture.path, toPath: path)
            let library = try openLibrary(path)
            #expect(try library.count(.everything) == Count(total: 3, unread: 2))
            #expect(try library.history(limit: 9).map(\.change.action) == [.starred, .read])
            // What it was read with is unknown, so all of it is to be read again.
            #expect(try library.staleCount(knowledge: 1) == 3)
            try library.correct([Correction("Enel", .notAName)])
            #expect(try library.undo()?.action == .corrected)
            #expect(try library.undo()?.action == .starred)
            #expect(try library.undo()?.subject == "Ford sale")
            #expect(try library.count(.everything) == Count(total: 3, unread: 3))
            #expect(try library.check() == [])
        }
    }
}
