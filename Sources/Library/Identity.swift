import Foundation
import Model

/// By what an article is known again.
struct Identity {
    /// The source's identifier or address, or else the file and the place in it.
    let key: String
    /// A 64-bit hash of title and text (FNV-1a, Fowler, Noll and Vo); equal texts have equal ones.
    let fingerprint: Int64

    /// The identity of an article whose file is named from `folder`.
    init(_ article: ParsedArticle, folder: String) {
        fingerprint = Identity.hash(article.title, article.text)
        key = Identity.key(of: article, folder: folder, fingerprint: fingerprint)
    }

    /// An identifier with a colon (an address, `urn:`, `tag:`) is unique in the world; any other one (`123`) only in
    /// its file. What comes from standard input without identifier is known by its text.
    private static func key(of article: ParsedArticle, folder: String, fingerprint: Int64) -> String {
        let file = absolute(article.file, folder: folder)
        if let identifier = article.identifier, !identifier.isEmpty {
            return identifier.utf8.contains(58) ? identifier : "\(file)#\(identifier)"
        }
        if let url = article.url, !url.isEmpty { return url }
        return article.file == "-" ? "-#\(fingerprint)" : "\(file)##\(article.index)"
    }

    private static func absolute(_ file: String, folder: String) -> String {
        guard file != "-", !file.contains("://") else { return file }
        let base = URL(fileURLWithPath: folder, isDirectory: true)
        return URL(fileURLWithPath: file, isDirectory: false, relativeTo: base).standardizedFileURL.path
    }

    private static func hash(_ parts: String...) -> Int64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for var part in parts {
            part.withUTF8 { bytes in
                for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            }
            hash = (hash ^ 0xFF) &* 0x100_0000_01b3
        }
        return Int64(bitPattern: hash)
    }
}
