import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

/// A well-behaved server on loopback, whose answers a test gives by path.
final class Outlet: Sendable {
    /// What was asked.
    struct Asked: Sendable {
        var path: String
        var headers: [String: String]
        var moment: ContinuousClock.Instant
    }

    typealias Answer = @Sendable (HTTPRequest) async -> HTTPResponse

    let port: Int
    private let server: HTTPServer
    private let task: Task<Void, any Error>
    private let heard: Heard

    private final class Heard: Sendable {
        let all = Mutex<[Asked]>([])
    }

    /// The requests so far.
    var asked: [Asked] { heard.all.withLock { $0 } }
    /// Their paths.
    var paths: [String] { asked.map(\.path) }

    init(_ answers: [String: Answer]) async throws {
        let heard = Heard()
        let server = try HTTPServer(
            address: .inet(ip4: "127.0.0.1", port: 0), logger: .disabled,
            handler: ClosureHTTPHandler { request in
                let pairs = request.headers.map { ($0.key.rawValue.lowercased(), $0.value) }
                heard.all.withLock {
                    $0.append(Asked(path: request.path, headers: Dictionary(pairs) { $1 }, moment: .now))
                }
                return await answers[request.path]?(request) ?? HTTPResponse(statusCode: .notFound)
            })
        self.heard = heard
        self.server = server
        task = Task { try await server.run() }
        try await server.waitUntilListening(timeout: 60)
        guard case .ip4(_, port: let port)? = await server.listeningAddress else { throw POSIXError(.EADDRNOTAVAIL) }
        self.port = Int(port)
    }

    deinit {
        task.cancel()
    }

    /// An address on the server.
    func address(_ path: String) -> String {
        "http://127.0.0.1:\(port)\(path)"
    }
}

extension HTTPResponse {
    /// An answer with a text.
    static func text(_ text: String, status: HTTPStatusCode = .ok, _ headers: [String: String] = [:]) -> HTTPResponse {
        HTTPResponse(
            statusCode: status,
            headers: HTTPHeaders(Dictionary(uniqueKeysWithValues: headers.map { (HTTPHeader($0.key), $0.value) })),
            body: Data(text.utf8))
    }
}
