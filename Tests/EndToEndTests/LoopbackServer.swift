import Foundation
import Glibc
import Synchronization

/// A server on this machine that says what a test has it say: one answer a connection, and then it hangs up.
final class LoopbackServer: Sendable {
    /// The port that the system gave it.
    let port: UInt16
    private let listener: Int32
    private let pages = Mutex<[String: (type: String, body: String)]>([:])
    /// The paths that were asked for, in order.
    private let requests = Mutex<[String]>([])

    /// A server; one that is silent takes connections and never says a word.
    init(isSilent: Bool = false) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &place) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, size) == 0 && listen(listener, 16) == 0
                    && getsockname(listener, address, &size) == 0
            }
        }
        guard listener >= 0, isBound else {
            throw Disappointment(awaited: "a server on loopback", found: String(cString: strerror(errno)))
        }
        self.listener = listener
        port = UInt16(bigEndian: place.sin_port)
        guard !isSilent else { return }
        Thread.detachNewThread { [weak self] in
            while let connection = LoopbackServer.next(on: listener) {
                self?.answer(connection)
                close(connection)
            }
        }
    }

    deinit { stop() }

    /// The address of a path.
    func address(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

    /// What is said at a path from now on.
    func serve(_ path: String, _ type: String, _ body: String) {
        pages.withLock { $0[path] = (type, body) }
    }

    /// The paths that were asked for so far.
    var asked: [String] { requests.withLock { $0 } }

    /// Takes no more connections.
    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
    }

    /// The next connection; `nil` when no more are taken.
    private static func next(on listener: Int32) -> Int32? {
        while true {
            let connection = accept(listener, nil, nil)
            if connection >= 0 { return connection }
            guard errno == EINTR || errno == ECONNABORTED else {
                close(listener)
                return nil
            }
        }
    }

    private func answer(_ connection: Int32) {
        var bytes = [UInt8](repeating: 0, count: 1 << 14)
        var request = ""
        while !request.contains("\r\n\r\n") {
            let count = recv(connection, &bytes, bytes.count, 0)
            guard count > 0 else { return }
            request += String(decoding: bytes[..<count], as: UTF8.self)
        }
        let path = request.split(separator: " ").dropFirst().first.map(String.init) ?? "/"
        requests.withLock { $0.append(path) }
        let page = pages.withLock { $0[path] }
        let body = page?.body ?? "not found"
        let head =
            "HTTP/1.1 \(page == nil ? "404 Not Found" : "200 OK")\r\nContent-Type: \(page?.type ?? "text/plain")\r\n"
            + "Content-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n"
        let answer = Array((head + body).utf8)
        var sent = 0
        while sent < answer.count {
            let count = send(connection, Array(answer[sent...]), answer.count - sent, Int32(MSG_NOSIGNAL))
            guard count > 0 else { return }
            sent += count
        }
    }
}
