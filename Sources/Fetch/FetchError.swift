/// Why something could not be fetched: what happened, where, and what helps where something does.
public enum FetchError: Error, Equatable, Sendable {
    /// libcurl cannot be loaded; the system's reason.
    case noLibrary(String)
    /// The text is no address of the web, or one with a host that cannot be.
    case badAddress(String)
    /// The user or the program's end took the request back.
    case cancelled
    /// No such host, or the network is down.
    case unknownHost(String)
    /// The host does not take the connection.
    case unreachable(host: String, reason: String)
    /// The proxy of the environment cannot be reached or used.
    case proxy(String)
    /// The host's certificate cannot be verified, or it speaks no TLS that is safe.
    case untrusted(host: String, reason: String)
    /// The host took too long.
    case timeout(host: String)
    /// The answer is larger than the limit, in bytes.
    case tooLarge(host: String, limit: Int)
    /// The answer ended before it was whole.
    case cutShort(host: String)
    /// The answer is no HTTP, or a broken one.
    case broken(host: String, reason: String)
    /// More redirects than are followed.
    case tooManyRedirects(host: String, limit: Int)
    /// A redirect to what is not fetched: another scheme, a user part, nonsense.
    case badRedirect(host: String, to: String)
    /// `robots.txt` of the host does not allow the page.
    case robots(host: String)
    /// The host does not take the user name and password that it got (401).
    case refused(host: String)
    /// An answer with a status that is no success.
    case status(Int, host: String)
    /// It is gone for good (410).
    case gone(host: String)
    /// The host asks to be left alone for so many seconds (`Retry-After`).
    case busy(host: String, seconds: Int)
}

extension FetchError: CustomStringConvertible {
    /// The reason in plain English, to stand after the source's name and a colon.
    public var description: String {
        switch self {
        case .noLibrary(let reason):
            "libcurl is missing (\(reason.plain())); install it: apt-get install libcurl4"
        case .badAddress(let text): "“\(text.plain())” is no address of the web (http:// or https://)"
        case .cancelled: "cancelled"
        case .unknownHost(let host): "there is no host \(host), or the network is down"
        case .unreachable(let host, let reason): "\(host) cannot be reached\(FetchError.because(reason))"
        case .proxy(let reason): "the proxy cannot be used\(FetchError.because(reason)); see http_proxy, https_proxy"
        case .untrusted(let host, let reason):
            "the connection to \(host) is not safe\(FetchError.because(reason)); nothing was fetched"
        case .timeout(let host): "\(host) took too long to answer"
        case .tooLarge(let host, let limit): "the answer of \(host) is larger than \(limit / 1_000_000) MB"
        case .cutShort(let host): "\(host) broke off in the middle of its answer"
        case .broken(let host, let reason): "\(host) gave a broken answer\(FetchError.because(reason))"
        case .tooManyRedirects(let host, let limit): "\(host) redirects more than \(limit) times"
        case .badRedirect(let host, let to): "\(host) redirects to what is not fetched: \(to.plain())"
        case .robots(let host): "\(host) does not want the page to be fetched by programs (robots.txt)"
        case .refused(let host): "\(host) does not take this user name and password (401)"
        case .status(let status, let host): FetchError.words(for: status, host: host)
        case .gone(let host): "\(host) says that it is gone for good (410)"
        case .busy(let host, let seconds): "\(host) asks to be left alone for \(FetchError.span(seconds))"
        }
    }

    private static func because(_ reason: String) -> String {
        reason.isEmpty ? "" : " (\(reason.plain()))"
    }

    private static func words(for status: Int, host: String) -> String {
        switch status {
        case 401: "\(host) wants a user name and a password (401): give them in the address, user:password@host"
        case 403: "\(host) refuses it (403)"
        case 404: "\(host) has nothing there (404): check the address"
        case 407: "the proxy wants a user name and a password (407)"
        case 429: "\(host) is asked too often (429)"
        case 500...599: "\(host) is out of order (\(status))"
        default: "\(host) answers with status \(status)"
        }
    }

    /// `40 s`, `12 min`, `3 h`.
    private static func span(_ seconds: Int) -> String {
        seconds < 90 ? "\(seconds) s" : seconds < 5400 ? "\((seconds + 59) / 60) min" : "\((seconds + 3599) / 3600) h"
    }
}
