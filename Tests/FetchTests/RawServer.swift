import Foundation
import Glibc
import Synchronization

/// A server on loopback that does what no well-behaved one can: it hands each connection, its request read, to a closure
/// that writes whatever it likes, byte for byte, and closes it afterwards.
final class RawServer: Sendable {
    let port: Int
    private let listener: Int32
    private let heard = Mutex<[String]>([])

    /// The heads of the requests so far.
    var requests: [String] { heard.withLock { $0 } }

    /// A server that answers every request with the same bytes.
    convenience init(saying answer: String) throws {
        try self.init { $0.send(answer) }
    }

    init(_ answer: @escaping @Sendable (Conversation) -> Void) throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 64) == 0 && getsockname(listener, $0, &length) == 0
            }
        }
        guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { [weak self] in
            // Closed here and not by who lets go of the server: its number could be another server's before `accept` is
            // called again, which would then take that one's connections.
            defer { close(listener) }
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                Thread.detachNewThread { [weak self] in
                    defer { close(connection) }
                    guard let head = RawServer.head(from: connection) else { return }
                    self?.heard.withLock { $0.append(head) }
                    answer(Conversation(connection: connection, request: head))
                }
            }
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
    }

    /// An address on the server.
    func address(_ path: String = "/") -> String {
        "http://127.0.0.1:\(port)\(path)"
    }

    private static func head(from connection: Int32) -> String? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while !String(decoding: bytes, as: UTF8.self).contains("\r\n\r\n") {
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0, bytes.count < 1 << 20 else { return nil }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// One connection to a `RawServer`.
struct Conversation {
    fileprivate let connection: Int32
    /// The head of the request.
    let request: String

    fileprivate init(connection: Int32, request: String) {
        self.connection = connection
        self.request = request
    }

    /// The path that is asked for.
    var path: String {
        let words = request.split(separator: " ")
        return words.count > 1 ? String(words[1]) : ""
    }

    /// Sends bytes; `false` when the other side has gone.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    @discardableResult
    func send(_ text: String) -> Bool {
        send(Array(text.utf8))
    }

    /// Keeps the connection without a word until the other side goes, a minute at most.
    func keepSilent() {
        var place = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
        poll(&place, 1, 60_000)
    }

    /// Waits.
    func pause(milliseconds: UInt32) {
        usleep(milliseconds * 1000)
    }

    /// An answer with a body and its true length.
    func answer(_ status: String = "200 OK", _ headers: [String] = [], body: String = "") {
        let lines = ["HTTP/1.1 " + status, "Content-Length: \(body.utf8.count)", "Connection: close"] + headers
        send(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
    }
}
