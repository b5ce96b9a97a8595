import Model
import Terminal
import TestSupport
import Testing
import Views

struct MainScreenTests {
    @Test func `a wide terminal shows three panes`() {
        expectScreen(draw(Screens.main(160, 24)), "three-panes")
    }

    @Test func `a middling terminal shows the list and the article`() {
        expectScreen(draw(Screens.main(100, 20)), "two-panes")
    }

    @Test func `a narrow terminal shows one pane`() {
        expectScreen(draw(Screens.main(80, 16)), "one-pane")
        expectScreen(draw(Screens.main(80, 16, focus: .reader)), "one-pane-article")
        expectScreen(draw(Screens.main(80, 16, focus: .companies)), "one-pane-companies")
    }

    @Test func `the smallest terminal still lists articles`() {
        expectScreen(draw(Screens.main(20, 5)), "smallest")
    }

    @Test func `a terminal below the smallest says so in one line`() {
        let canvas = draw(Screens.main(19, 5))
        #expect(canvas.text(row: 0).contains("Too small"))
        #expect(canvas.text(row: 1).allSatisfy { $0 == " " })
    }

    @Test(arguments: [(1, 1), (5, 2), (20, 5), (21, 6), (39, 9), (80, 24), (90, 10), (140, 5), (300, 80)])
    func `every size is drawn, whatever lies over the panes`(width: Int, height: Int) {
        for focus in Pane.allCases {
            var state = Screens.main(width, height, focus: focus)
            #expect(draw(state).size == state.size)
            state.overlay = .picker(PickerState())
            #expect(draw(state).size == state.size)
            state.overlay = .help(HelpState(lines: [.group("Move"), .keys("j", "down"), .blank]))
            #expect(draw(state).size == state.size)
            state.overlay = .menu(MenuState(title: "Filter", items: [.init(key: "u", text: "unread", isOn: true)]))
            #expect(draw(state).size == state.size)
            state.overlay = nil
            state.prompt = PromptState(.search, text: String(repeating: "世", count: 200))
            #expect(draw(state).cursor.map { $0.x < width } ?? true)
            state.prompt = nil
            state.libraryIsEmpty = true
            #expect(draw(state).size == state.size)
        }
    }

    @Test func `an empty library says the three things one can do`() {
        var state = Screens.main(80, 24)
        state.libraryIsEmpty = true
        expectScreen(draw(state), "empty-library")
    }

    @Test func `state is told by signs, not by colour alone`() {
        let canvas = draw(Screens.main(80, 16))
        #expect(canvas.text(row: 2).contains("●"))
        #expect(!canvas.text(row: 6).contains("●"))
        #expect(canvas.text(row: 9).contains("★"))
    }

    @Test func `wide characters, emoji and tabs shift no column`() {
        let canvas = draw(Screens.main(160, 24))
        let border = (0..<canvas.size.width).first { canvas.character(x: $0, y: 1) == "│" }
        for y in 1..<23 {
            #expect(border.map { canvas.character(x: $0, y: y) } == "│", "row \(y)")
        }
    }

    @Test func `the cursor stands on the chosen row of the pane that has the focus`() {
        var state = Screens.main(160, 24)
        state.articles.cursor = 2
        let layout = state.layout
        #expect(draw(state).cursor == layout.articles.map { Point(x: $0.x, y: $0.y + 1 + 4) })
        state.focus = .companies
        state.companies.cursor = 1
        #expect(draw(state).cursor == layout.companies.map { Point(x: $0.x, y: $0.y + 2) })
    }

    @Test func `a prompt has the cursor and points at what is wrong`() {
        var state = Screens.main(80, 16)
        state.prompt = PromptState(.search, text: "company: enel")
        state.prompt?.complaint = .init("A company is missing.", column: 8)
        let canvas = draw(state)
        #expect(canvas.cursor == Point(x: 14, y: 15))
        #expect(canvas.text(row: 15).contains("A company is missing."))
        #expect(canvas[9, 15].style.marks.contains(.reverse))
    }
}
