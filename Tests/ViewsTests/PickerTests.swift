import Model
import Terminal
import TestSupport
import Testing
import Views

struct PickerTests {
    private let companies = [
        NamedCompany(
            row: CompanyRow(name: "OpenAI", unread: 2, articles: 5), names: ["OpenAI", "Open AI", "ChatGPT", "DALL·E"]),
        NamedCompany(row: CompanyRow(name: "Microsoft", articles: 3), names: ["Microsoft", "Azure", "MSFT"]),
        NamedCompany(row: CompanyRow(name: "Micron", isFollowed: true, articles: 1), names: ["Micron", "MU"]),
        NamedCompany(row: CompanyRow(name: "L'Oréal"), names: ["L'Oréal"]),
    ]

    private func picked(_ typed: String) -> [PickerState.Choice] {
        var picker = PickerState()
        picker.line = PromptState(.search, text: typed)
        picker.rank(companies)
        return picker.choices
    }

    @Test(arguments: [
        ("chatgpt", "OpenAI"), ("msft", "Microsoft"), ("opn", "OpenAI"), ("loreal", "L'Oréal"), ("l’or", "L'Oréal"),
        ("azu", "Microsoft"),
    ])
    func `a company is found by any of its names`(typed: String, name: String) {
        #expect(picked(typed).first?.row.name == name)
    }

    @Test func `a product says why its company is offered`() {
        #expect(picked("chatgpt").first?.reason == "ChatGPT")
        #expect(picked("openai").first?.reason == nil)
    }

    @Test func `an exact name beats a longer one`() {
        #expect(picked("micron").map(\.row.name) == ["Micron"])
        #expect(picked("micro").map(\.row.name) == ["Micron", "Microsoft"])
    }

    @Test(arguments: [
        ("micorsoft", "Microsoft"), ("mircosof", "Microsoft"), ("chatgtp", "OpenAI"), ("openia", "OpenAI"),
    ])
    func `one typing error in five letters is forgiven`(typed: String, name: String) {
        #expect(picked(typed).first?.row.name == name)
    }

    @Test func `a typing error is likelier than letters strewn over a longer name`() {
        var picker = PickerState()
        picker.line = PromptState(.search, text: "openia")
        let long = "Jiangsu Opto-electronic Material"
        let strewn = NamedCompany(row: CompanyRow(name: long, articles: 9), names: [long])
        picker.rank([strewn] + companies)
        #expect(picker.choices.map(\.row.name) == ["OpenAI", long])
    }

    @Test func `nothing is forgiven where a name begins as it is typed, nor in four letters`() {
        #expect(picked("micron").map(\.row.name) == ["Micron"])
        #expect(picked("azrr").isEmpty)
        #expect(picked("mxcrysoft").isEmpty)
    }

    @Test func `of names that answer alike a followed company comes first, also by another of its names`() {
        let row = CompanyRow(name: "Stellantis", isFollowed: true)
        let followed = NamedCompany(row: row, names: ["Stellantis", "Opel", "Open"])
        let frequent = NamedCompany(row: CompanyRow(name: "OpenText", articles: 90), names: ["OpenText"])
        var picker = PickerState()
        picker.line = PromptState(.search, text: "ope")
        picker.rank([frequent, followed])
        #expect(picker.choices.map(\.row.name) == ["Stellantis", "OpenText"])
    }

    @Test func `a company that articles name comes before those that none does, whichever of its names is closest`() {
        var picker = PickerState()
        picker.line = PromptState(.search, text: "goo")
        picker.rank([
            NamedCompany(row: CompanyRow(name: "Goodwin"), names: ["Goodwin"]),
            NamedCompany(row: CompanyRow(name: "Google", articles: 9), names: ["Google", "GOOG", "Mountain View"]),
        ])
        #expect(picker.choices.map(\.row.name) == ["Google", "Goodwin"])
        #expect(picker.choices.first?.reason == nil)
    }

    @Test func `with nothing typed the followed ones come first, then the frequent ones`() {
        #expect(picked("").map(\.row.name) == ["Micron", "OpenAI", "Microsoft", "L'Oréal"])
    }

    @Test func `the picker lists names with counts and the alias that answered`() {
        var state = Screens.main(80, 20)
        var picker = PickerState()
        picker.line = PromptState(.search, text: "chat")
        picker.rank(companies)
        state.overlay = .picker(picker)
        expectScreen(draw(state), "picker")
    }
}
