import Foundation
import Testing

@testable import rassegna

/// Work done on all processors and taken in order.
struct OrderedWorkTests {
    @Test func `what is done first is taken in its turn all the same`() {
        var work = OrderedWork<Int>()
        for number in 0..<20 {
            work.put {
                usleep(number % 3 == 0 ? 3000 : 100)
                return number
            }
        }
        #expect((0..<20).map { _ in work.take() } == Array(0..<20))
        #expect(work.take() == nil)
    }

    @Test func `it is full when every processor has enough to do, and has room again after that`() {
        var work = OrderedWork<Int>()
        #expect(!work.isFull)
        var count = 0
        while !work.isFull, count < 1000 {
            work.put { 1 }
            count += 1
        }
        #expect(count == ProcessInfo.processInfo.activeProcessorCount + 1)
        #expect(work.take() == 1)
        #expect(!work.isFull)
    }
}
