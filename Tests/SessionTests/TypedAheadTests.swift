import Terminal
import Testing

@testable import rassegna

/// Keys that wait.
struct TypedAheadTests {
    private func taken(_ script: String, isTyping: Bool) throws -> [Event] {
        let screen = RecordingScreen(
            size: Size(width: 80, height: 24), events: try Key.script(script).map { .key($0) })
        var ahead = TypedAhead()
        var events: [Event] = []
        while let event = ahead.next(of: screen, timeout: 0, isTyping: isTyping), event != .hangup {
            events.append(event)
        }
        return events
    }

    @Test func `characters that wait are one change of the line, and other keys stay apart`() throws {
        #expect(
            try taken("enel<Space>e<BS>eni<Enter>j", isTyping: true) == [
                .paste("enel e"), .key(.backspace), .paste("eni"), .key(.enter), .key(.char("j")),
            ])
    }

    @Test func `outside a line each key is its own`() throws {
        #expect(try taken("jjm", isTyping: false) == [.key(.char("j")), .key(.char("j")), .key(.char("m"))])
    }
}
