import Fetch
import Testing

/// What fetches in these tests: a machine that is busy has all the time it wants, and tests of time set limits of their own.
func fetcher(_ change: (inout Limits) -> Void = { _ in }) -> Fetcher {
    var limits = Limits()
    limits.connect = .seconds(60)
    limits.whole = .seconds(120)
    limits.patience = 60
    limits.pause = .milliseconds(1)
    change(&limits)
    return Fetcher(agent: "Rassegna/0 (+feed reader)", limits: limits)
}

extension Fetcher {
    /// Asks and waits for the answer.
    func ask(_ request: Request) async -> Result<Response, FetchError> {
        await withCheckedContinuation { continuation in
            fetch(request) { continuation.resume(returning: $0) }
        }
    }

    /// Asks for an address and waits for the answer.
    func ask(
        _ address: String, _ change: (inout Request) -> Void = { _ in },
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> Result<Response, FetchError> {
        var request = Request(try #require(Address(address), sourceLocation: sourceLocation))
        change(&request)
        return await ask(request)
    }

    /// The answer to an address; a failure fails the test.
    func get(
        _ address: String, _ change: (inout Request) -> Void = { _ in },
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> Response {
        try await ask(address, change, sourceLocation: sourceLocation).get()
    }
}

extension Result where Failure == FetchError {
    /// Why it failed.
    var failure: FetchError? {
        if case .failure(let error) = self { error } else { nil }
    }
}

extension Response {
    var text: String { String(decoding: body, as: UTF8.self) }
}
