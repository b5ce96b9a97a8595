import Fetch
import Foundation
import Glibc

/// What somebody typed to have it added: an address, or a path to a file or folder.
struct PlaceText: Equatable {
    /// What it leads to.
    enum Kind: Equatable {
        case address(String)
        /// The absolute path of a folder.
        case folder(String)
        case file(String)
        /// Why it leads nowhere.
        case nothing(String)
    }

    let kind: Kind
    /// The text without what may be a password.
    let shown: String

    /// Reads a text; a path may begin with `~`, and a host without a scheme is asked by `https` where no file has its name.
    init(_ text: String, home: String = Environment.current.value("HOME") ?? "/") {
        shown = TypedAddress.withoutUser(text)
        if TypedAddress.isAddress(text) {
            kind = .address(text)
            return
        }
        let path = text == "~" || text.hasPrefix("~/") ? home + text.dropFirst() : text
        var status = stat()
        if stat(path, &status) == 0 {
            let absolute = PlaceText.absolute(path)
            kind = status.st_mode & S_IFMT == S_IFDIR ? .folder(absolute) : .file(absolute)
        } else if PlaceText.isHost(text) {
            kind = .address("https://" + text)
        } else if text.contains("://") {
            kind = .nothing("\(shown) is no address of the web (http:// or https://).")
        } else {
            kind = .nothing("There is no file or folder \(shown).")
        }
    }

    /// The path from the root on, as the library names files: links in it are not followed.
    private static func absolute(_ path: String) -> String {
        URL(fileURLWithPath: path).standardizedFileURL.path
    }

    /// Whether a text may be the address of a host, as in `example.org/news`.
    private static func isHost(_ text: String) -> Bool {
        let host = text.prefix { !"/?#".contains($0) }
        let parts = host.prefix { $0 != ":" }.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count > 1, let last = parts.last, last.count > 1, last.allSatisfy(\.isLetter) else { return false }
        return parts.allSatisfy { part in
            !part.isEmpty && part.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
        }
    }
}
