import Foundation
import Terminal
import Testing

@Suite struct `The recording screen` {
    private let size = Size(width: 20, height: 5)

    @Test func `events are handed out in order and then the terminal is gone`() {
        let screen = RecordingScreen(size: size, events: [.key(.char("j")), .paste("x")])
        #expect(screen.next() == .key(.char("j")))
        #expect(screen.next(timeout: 10) == .paste("x"))
        #expect(screen.next() == .hangup)
        #expect(screen.next() == .hangup)
    }

    @Test func `frames are kept in order`() {
        let screen = RecordingScreen(size: size)
        var canvas = Canvas(size)
        screen.show(canvas)
        canvas.put("Eni", at: Point(x: 0, y: 0), width: 3, Style(.company))
        screen.show(canvas)
        #expect(screen.frames == [Canvas(size), canvas])
        #expect(screen.lastFrame?.text(row: 0).hasPrefix("Eni ") == true)
    }

    @Test func `only the last frame is kept where that is asked for`() {
        let screen = RecordingScreen(size: size, keepsFrames: false)
        for _ in 0..<3 { screen.show(Canvas(size)) }
        #expect(screen.frames.count == 1)
    }

    @Test func `a resize changes the size when it is handed out`() {
        let small = Size(width: 8, height: 2)
        let screen = RecordingScreen(size: size, events: [.key(.up), .resize(small)])
        #expect(screen.next() == .key(.up))
        #expect(screen.size == size)
        #expect(screen.next() == .resize(small))
        #expect(screen.size == small)
    }

    @Test func `after suspending the program goes on`() {
        let screen = RecordingScreen(size: size, events: [.key(.ctrl("z")), .key(.char("j"))])
        #expect(screen.next() == .key(.ctrl("z")))
        screen.suspend()
        #expect(screen.next() == .resumed)
        #expect(screen.next() == .key(.char("j")))
        #expect(screen.suspensions == 1)
    }

    @Test func `events wait until background work has answered`() throws {
        let waker = try Waker()
        var isBusy = true
        let screen = RecordingScreen(size: size, events: [.key(.enter)], waker: waker) { isBusy }
        #expect(screen.next(timeout: 0) == nil)
        waker.wake()
        waker.wake()
        #expect(screen.next() == .wake)
        isBusy = false
        #expect(screen.next() == .key(.enter))
    }

    @Test func `a waker wakes from another thread`() throws {
        let waker = try Waker()
        let screen = RecordingScreen(size: size, events: [], waker: waker) { true }
        Thread.detachNewThread { waker.wake() }
        #expect(screen.next(timeout: 60_000) == .wake)
    }

    @Test func `running a program, ringing and closing are noted`() throws {
        let screen = RecordingScreen(size: size)
        #expect(screen.run { 7 } == 7)
        screen.ring()
        screen.close()
        #expect(screen.rings == 1 && screen.isClosed)
    }
}

@Suite struct `The real screen` {
    @Test func `a terminal that nothing is known of is named in the error`() {
        #expect(TerminalError.unknownTerminal(name: "x\u{1B}y").description.contains("'x\u{FFFD}y'"))
        #expect(TerminalError.tooDumb(name: "dumb").description.contains("'dumb'"))
    }
}

@Suite struct `Parts of the screen` {
    @Test func `insets, intersections and edges`() {
        let rect = Rect(x: 2, y: 1, width: 10, height: 4)
        #expect(rect.maxX == 12 && rect.maxY == 5)
        #expect(rect.inset(left: 1, right: 2, top: 1, bottom: 1) == Rect(x: 3, y: 2, width: 7, height: 2))
        #expect(rect.inset(left: 6, right: 6).isEmpty)
        #expect(rect.contains(Point(x: 11, y: 4)) && !rect.contains(Point(x: 12, y: 4)))
        #expect(
            rect.intersection(Rect(x: 0, y: 3, width: 4, height: 9)) == Rect(x: 2, y: 3, width: 2, height: 2))
        #expect(rect.intersection(Rect(x: 20, y: 20, width: 4, height: 9)).isEmpty)
    }
}
