import Model
import Terminal
import TestSupport
import Testing
import Views

struct CorrectingTests {
    @Test func `the menu of corrections lies over the article, progress stands in the bottom line`() {
        var state = Screens.main(100, 20, focus: .reader)
        state.overlay = .menu(
            MenuState(
                title: "“Redmond”",
                items: [
                    .init(key: "n", text: "not a company", isOn: false),
                    .init(key: "l", text: "is a place", isOn: true),
                    .init(key: "m", text: "means company …", isOn: false),
                ]))
        state.rereading = RereadingProgress(done: 1200, total: 9800)
        expectScreen(draw(state), "correcting")
    }

    @Test func `a narrow screen keeps its line for what is said`() {
        var state = Screens.main(40, 10)
        state.rereading = RereadingProgress(done: 1, total: 2)
        #expect(!draw(state).text(row: 9).contains("re-reading"))
    }
}
