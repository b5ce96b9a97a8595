/// Waits until something holds, asking again and again; `false` when it still does not after fifteen seconds.
func eventually(_ holds: () async throws -> Bool) async throws -> Bool {
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(15)
    while clock.now < deadline {
        if try await holds() { return true }
        try await clock.sleep(for: .milliseconds(10))
    }
    // Beside tests that keep every core busy, the first turn after that may come when the time is over.
    return try await holds()
}

/// What did not come, and what was there instead.
struct Disappointment: Error, CustomStringConvertible {
    var awaited: String
    var found: String

    var description: String { "waited for \(awaited), found:\n\(found)" }
}
