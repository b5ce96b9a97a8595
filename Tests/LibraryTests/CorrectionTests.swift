import Library
import Model
import Testing

@Suite struct CorrectionTests {
    private let enel = Correction("Enel", .notAName)

    @Test func `the log keeps what was said, in order`() throws {
        let library = try makeLibrary()
        let all = [
            enel, Correction("A", .kind(.person)), Correction("B", .means("Eni")),
            Correction("C", .sameAs(from: "C", to: "Eni")), Correction("D", .newCompany("D")),
        ]
        #expect(try library.correct([]) == nil)
        #expect(
            try library.correct([enel]) == Change(id: 1, action: .corrected, count: 1, subject: "“Enel” is not a name"))
        #expect(try library.correct(Array(all.dropFirst())) == Change(id: 2, action: .corrected, count: 4))
        #expect(try library.correctionsInForce() == all)
        #expect(try library.corrections().map(\.id) == [1, 2, 3, 4, 5])
        #expect(try library.corrections().map(\.made) == Array(repeating: noon, count: 5))
    }

    @Test func `corrections are undone and redone with marks, in one history`() throws {
        let library = try makeLibrary()
        try library.store([item("uno")])
        try library.correct([enel])
        try library.mark(.read, ids: [1])
        try library.correct([Correction("A", .kind(.person)), Correction("B", .kind(.place))])
        #expect(try library.undo()?.action == .corrected)
        #expect(try library.correctionsInForce() == [enel])
        #expect(try library.undo()?.action == .read)
        #expect(try library.undo()?.subject == "“Enel” is not a name")
        #expect(try library.correctionsInForce() == [])
        #expect(try library.corrections().map(\.isUndone) == [true, true, true])
        #expect(try library.redo()?.count == 1)
        #expect(try library.redo()?.action == .read)
        #expect(try library.redo()?.count == 2)
        #expect(try library.correctionsInForce().count == 3)
        #expect(try library.history(limit: 9).map(\.change.action) == [.corrected, .read, .corrected])
    }

    @Test func `one correction of many is taken back by its number, and that too is undone`() throws {
        let library = try makeLibrary()
        try library.correct([enel, Correction("A", .kind(.person))])
        #expect(try library.setCorrection(9, isUndone: true) == nil)
        #expect(try library.setCorrection(1, isUndone: true)?.action == .uncorrected)
        #expect(try library.setCorrection(1, isUndone: true) == nil)
        #expect(try library.correctionsInForce() == [Correction("A", .kind(.person))])
        #expect(try library.undo()?.action == .uncorrected)
        #expect(try library.correctionsInForce().count == 2)
    }

    @Test func `a company that a followed one is said to be the same as is followed too`() throws {
        let library = try makeLibrary()
        try library.follow("Acme", true)
        try library.correct([
            Correction("Acme", .sameAs(from: "Acme", to: "Eni")), Correction("Beta", .sameAs(from: "Beta", to: "Enel")),
        ])
        #expect(try library.companies(limit: 9).filter(\.isFollowed).map(\.name) == ["Acme", "Eni"])
        #expect(try library.undo()?.action == .corrected)
        #expect(try library.undo()?.subject == "Eni")
        #expect(try library.companies(limit: 9).filter(\.isFollowed).map(\.name) == ["Acme"])
    }

    @Test func `corrections survive the end of the program`() throws {
        try withFolder { folder in
            try openLibrary(folder + "/l").correct([enel])
            #expect(try openLibrary(folder + "/l").correctionsInForce() == [enel])
        }
    }
}
