import Foundation
import Model

/// By what an article is known again: hashes of its names, the strongest first, and of its text.
struct Identity {
    /// The hash of the source's own identifier; `nil` where there is none, or where it is the address.
    private(set) var identifier: Int64?
    /// Whether the identifier is meant to be unique in the world, and not in its feed or file alone.
    private(set) var isWorldwide = false
    /// Whether the source's own identifier is the address.
    private(set) var isIdentifiedByAddress = false
    /// The hash of the canonical address, where it can be one article's.
    private(set) var address: Int64?
    /// The hash of file and place in it, or of source, title and date: for articles without identifier and address.
    private(set) var place: Int64?
    /// The canonical address, whether it can be one article's or not.
    let canonical: CanonicalAddress?
    /// The text's hashes.
    let print: TextPrint

    /// The identity of an article whose file is named from `folder`.
    ///
    /// An identifier with a colon (an address, `urn:`, `tag:`) is unique in the world; any other one (`123`) only in
    /// its feed or file. What comes from standard input without identifier is known by its text.
    init(_ article: ParsedArticle, folder: String, source: StoredSource?) {
        print = TextPrint(article)
        canonical = article.url.flatMap { CanonicalAddress($0) }
        if let canonical, canonical.isSpecific, canonical.key != source?.siteKey {
            address = Identity.hash(canonical.key)
        }
        let feed = source?.kind == .feed ? source?.scope : nil
        if let identifier = article.identifier, !identifier.isEmpty {
            isWorldwide = identifier.utf8.contains(58)
            isIdentifiedByAddress =
                isWorldwide && address != nil && CanonicalAddress(identifier)?.key == canonical?.key
            let scope = isWorldwide ? "" : (feed ?? Identity.absolute(article.file, folder: folder)) + "#"
            if !isIdentifiedByAddress { self.identifier = Identity.hash(scope + identifier) }
        }
        if identifier == nil, address == nil {
            place = Identity.hash(Identity.place(of: article, feed: feed, folder: folder, print: print))
        }
    }

    /// In a feed the places of articles change; in a file they stay.
    private static func place(of article: ParsedArticle, feed: String?, folder: String, print: TextPrint) -> String {
        if let feed { return "\(feed)##\(article.published?.seconds ?? 0)#\(article.title)" }
        return article.file == "-" ? "-#\(print.whole)" : "\(absolute(article.file, folder: folder))##\(article.index)"
    }

    /// The hashes by which the article is looked for, the strongest first.
    var names: [Int64] {
        [identifier, address, place].compactMap { $0 }
    }

    /// The hash of an address that can be one article's; `nil` for any other.
    static func name(ofAddress address: String) -> Int64? {
        CanonicalAddress(address).flatMap { $0.isSpecific ? hash($0.key) : nil }
    }

    /// The hash of a name.
    static func hash(_ name: String) -> Int64 {
        var fingerprint = Fingerprint()
        fingerprint.add(name)
        return fingerprint.value
    }

    private static func absolute(_ file: String, folder: String) -> String {
        guard file != "-", !file.contains("://") else { return file }
        // Most names need no more than to be joined.
        if !file.contains("./"), !file.contains("//"), !file.hasPrefix("~"), !file.isEmpty, file != ".", file != "..",
            !file.hasSuffix("/.."), !file.hasSuffix("/.")
        {
            return file.hasPrefix("/") ? file : folder + "/" + file
        }
        let base = URL(fileURLWithPath: folder, isDirectory: true)
        return URL(fileURLWithPath: file, isDirectory: false, relativeTo: base).standardizedFileURL.path
    }
}
