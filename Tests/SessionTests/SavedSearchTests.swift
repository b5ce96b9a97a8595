import Controller
import Library
import Model
import Terminal
import TestSupport
import Testing
import Views

@testable import rassegna

struct SavedSearchTests {
    @Test func `a search is saved, listed with its unread articles, used, moved, removed and brought back`() throws {
        var reader = try SampleReader()
        try reader.type("/company:openai<Enter>Sai<Enter>")
        #expect(reader.screen.notice?.text == "Search “ai” saved. u undoes.")
        let all = try reader.library.count(Query.parse("company:openai"))
        #expect(reader.text.contains("SAVED SEARCHES"))
        #expect(reader.screen.companies.searches.first?.unread == all.unread)
        try reader.type("m")
        #expect(reader.screen.companies.searches.first?.unread == all.unread - 1)
        try reader.type("<Esc>/search:ai<Space>is:read<Enter>")
        #expect(reader.screen.articles.rows.count == 1)
        try reader.type("Sletti<Enter>")
        #expect(try reader.library.savedSearches().map(\.text) == ["company:openai", "search:ai is:read"])
        let companies = reader.screen.companies.companies.count
        try reader.type("h" + String(repeating: "j", count: companies + 2))
        let row = SearchRow(SavedSearch(name: "letti", text: "search:ai is:read"), unread: 0)
        #expect(reader.screen.companies.chosen == .search(row))
        try reader.type("{")
        #expect(reader.screen.companies.searches.map(\.search.name) == ["letti", "ai"])
        try reader.type("x")
        #expect(reader.screen.companies.searches.map(\.search.name) == ["ai"])
        try reader.type("u")
        #expect(reader.screen.notice?.text == "Undone: Search “letti” removed.")
        #expect(reader.screen.companies.searches.map(\.search.name) == ["letti", "ai"])
    }

    @Test func `a name that cannot be is refused in the bottom line`() throws {
        var reader = try SampleReader()
        try reader.type("/openai<Enter>Sa<Enter>/search:a<Enter>Sa\"<Enter>")
        #expect(reader.screen.notice?.text == "The name of a saved search has no quotation marks.")
        #expect(try reader.library.savedSearches().map(\.name) == ["a"])
    }
}
