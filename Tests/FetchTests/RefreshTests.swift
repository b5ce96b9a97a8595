import Fetch
import Model
import Testing

struct RefreshTests {
    private let now = Timestamp(seconds: 1_800_000_000)

    private func minutes(_ visits: Visits) -> Int64? {
        visits.due.map { ($0.seconds - now.seconds) / 60 }
    }

    @Test func `a source is due at first, and then when its time has come`() {
        #expect(Visits().isDue(at: now))
        #expect(Visits(due: now).isDue(at: now))
        let later = Visits(due: now.advanced(by: 1))
        #expect(!later.isDue(at: now))
        #expect(later.isDue(at: now, .forced) && later.isDue(at: now, .named))
    }

    @Test func `one that is gone is asked by name alone`() {
        let gone = Visits(isGone: true)
        #expect(!gone.isDue(at: now) && !gone.isDue(at: now, .forced) && gone.isDue(at: now, .named))
    }

    @Test func `nobody is asked who wants to be left alone`() {
        var visits = Visits()
        visits.fail(.busy(host: "a.example", seconds: 3600), at: now)
        for urgency in [Urgency.routine, .forced, .named] { #expect(!visits.isDue(at: now, urgency)) }
        let later = now.advanced(by: 3600)
        for urgency in [Urgency.routine, .forced, .named] { #expect(visits.isDue(at: later, urgency)) }
        visits.fail(.busy(host: "a.example", seconds: 1 << 40), at: now)
        #expect(minutes(visits) == 1440)
    }

    @Test func `patience doubles from ten minutes to a day`() {
        var visits = Visits()
        var waits: [Int64?] = []
        for _ in 0..<10 {
            visits.fail(.timeout(host: "a.example"), at: now)
            waits.append(minutes(visits))
        }
        #expect(waits == [10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440])
        #expect(visits.failures == 10)
        #expect(visits.problem == "a.example took too long to answer")
        #expect(visits.last == now && visits.success == nil)
        for _ in 0..<100 { visits.fail(.timeout(host: "a.example"), at: now) }
        #expect(minutes(visits) == 1440)
    }

    @Test func `without a network a source waits an hour at most`() {
        var visits = Visits(failures: 12)
        visits.fail(.unknownHost("a.example"), at: now)
        #expect(minutes(visits) == 60)
    }

    @Test func `a visit that was taken back is none`() {
        var visits = Visits(failures: 3)
        visits.fail(.cancelled, at: now)
        #expect(visits == Visits(failures: 3))
    }

    @Test func `410 is for good`() {
        var visits = Visits(due: now, failures: 1)
        visits.fail(.gone(host: "a.example"), at: now)
        #expect(visits.isGone && visits.due == nil)
    }

    @Test(
        arguments: [
            ("", nil, 10), ("Cache-Control: max-age=60", nil, 10), ("Cache-Control: max-age=1800", nil, 30),
            ("Cache-Control: max-age=31536000", nil, 360), ("Cache-Control: no-store", 60, 60), ("", 5, 10),
            ("", 99_999_999_999, 1440), ("", -3, 10), ("Cache-Control: max-age=7200", 60, 120),
        ] as [(String, Int?, Int64)])
    func `a success is good as long as the answer and the feed say, in reason`(
        head: String, ttl: Int?, expected: Int64
    ) throws {
        var visits = Visits(problem: "x", failures: 4, entityTag: "old", barredUntil: now)
        visits.succeed(try response(200, "ETag: \"new\"\n" + head), minutes: ttl, at: now)
        #expect(minutes(visits) == expected)
        let due = visits.due
        #expect(visits == Visits(last: now, success: now, due: due, entityTag: "\"new\""))
    }

    @Test func `not modified keeps the tag and the interval`() throws {
        var visits = Visits(
            last: now.advanced(by: -7200), success: now.advanced(by: -7200), due: now.advanced(by: -3600),
            entityTag: "\"a\"", modified: "m")
        visits.succeed(try response(304), at: now)
        #expect(minutes(visits) == 60)
        #expect(visits.entityTag == "\"a\"" && visits.modified == "m" && visits.success == now)
    }
}
