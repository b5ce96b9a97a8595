import Library
import Model
import Testing

@Suite struct SavedSearchTests {
    private func library() throws -> Library {
        let library = try makeLibrary()
        try library.store(["mela", "pera", "mela pera", "uva"].enumerated().map { item($1, age: Int64($0)) })
        try library.arrange(.save("mele", Query.parse("mela")))
        try library.arrange(.save("Pere", Query.parse("pera sort:rank")))
        return library
    }

    @Test func `a saved search is found by its name, case and accents aside, alone and inside other queries`() throws {
        let library = try library()
        #expect(try library.titles("search:mele") == ["mela", "mela pera"])
        #expect(try library.titles("search:\"MÈLE\" -search:pere") == ["mela"])
        #expect(try library.count(Query.parse("search:mele OR search:pere")).total == 3)
        #expect(try library.mark(.read, matching: Query.parse("search:pere"))?.count == 2)
        #expect(try library.unreadCount(.saved("mele")) == 1)
        #expect(try library.savedSearches().map(\.text) == ["mela", "pera sort:rank"])
    }

    @Test func `every change is undone and redone`() throws {
        let library = try library()
        let changes: [SearchChange] = [
            .save("uve", .text(TextTerm("uva", .word))), .save("MELE", try Query.parse("mela is:unread")),
            .move("uve", by: -5), .rename("mele", to: "frutta"), .remove("pere"), .move("frutta", by: -1),
        ]
        var states = [try library.savedSearches()]
        for change in changes {
            let made = try #require(try library.arrange(change))
            #expect(made.action == .arranged)
            states.append(try library.savedSearches())
        }
        #expect(states.last?.map(\.name) == ["frutta", "uve"])
        for state in states.dropLast().reversed() {
            #expect(try library.undo()?.action == .arranged)
            #expect(try library.savedSearches() == state)
        }
        for state in states.dropFirst() {
            #expect(try library.redo()?.action == .arranged)
            #expect(try library.savedSearches() == state)
        }
        #expect(try library.check() == [])
    }

    @Test func `nothing is recorded when all stands so already`() throws {
        let library = try library()
        #expect(try library.arrange(.save("mele", Query.parse("mela"))) == nil)
        #expect(try library.arrange(.move("mele", by: -1)) == nil)
        #expect(try library.arrange(.rename("mele", to: " mele ")) == nil)
    }

    @Test func `a renamed search is followed by those that ask for it`() throws {
        let library = try library()
        try library.arrange(.save("tutte", Query.parse("search:mele OR (search:pere -is:read)")))
        try library.arrange(.rename("Mele", to: "le mele"))
        #expect(try library.savedSearches().last?.text == "search:\"le mele\" OR search:pere -is:read")
        #expect(try library.titles("search:tutte").count == 3)
        try library.undo()
        #expect(try library.titles("search:tutte").count == 3)
    }

    @Test(arguments: [
        (SearchChange.save("a", .saved("nessuna")), "The saved search “a” asks for “nessuna”, which there is not."),
        (.save("mele", .saved("Mele")), "The saved search “mele” asks for itself."),
        (.save("mele", .not(.saved("tutte"))), "The saved search “mele” asks for itself."),
        (.rename("mele", to: "PERE"), "There is a saved search “PERE” already."),
        (.remove("uve"), "There is no saved search “uve”."), (.move("uve", by: 1), "There is no saved search “uve”."),
        (.save("  ", .everything), "A saved search needs a name."),
        (.save("“x”", .everything), "The name of a saved search has no quotation marks."),
    ])
    func `a search that cannot be is refused with its reason`(change: SearchChange, reason: String) throws {
        let library = try library()
        try library.arrange(.save("tutte", Query.parse("search:mele search:pere")))
        let before = try library.savedSearches()
        #expect(throws: LibraryError.badSearch(reason)) { try library.arrange(change) }
        #expect(try library.savedSearches() == before)
    }

    @Test func `searches that ask for each other many times over are refused before they fill the memory`() throws {
        let library = try library()
        try library.arrange(.save("s0", .text(TextTerm("mela", .word))))
        #expect(throws: LibraryError.badSearch("This search is too large with the saved searches in it.")) {
            for number in 1...20 {
                let part = Query.saved("s\(number - 1)")
                try library.arrange(.save("s\(number)", .any([part, part, part])))
            }
        }
    }

    @Test func `a search that is gone is said to be missing, and finds nothing`() throws {
        let library = try library()
        try library.arrange(.save("tutte", Query.parse("search:mele search:pere")))
        try library.arrange(.remove("pere"))
        #expect(try library.searchFault(of: .saved("tutte")) == .missing("pere", within: "tutte"))
        #expect(try library.searchFault(of: .saved("nulla")) == .missing("nulla", within: nil))
        #expect(try library.searchFault(of: .saved("mele")) == nil)
        #expect(try library.titles("search:tutte") == [])
    }
}
