/// Why a file gave no article, and what to do about it where something helps.
public enum IngestError: Error, Equatable, Sendable {
    /// The file holds no bytes, or only a byte order mark or blanks.
    case empty
    /// The bytes are no text; the word names what they look like, such as `a PDF document`.
    case notText(String)
    /// Text in a form that is not read yet, such as `XML`.
    case unsupported(String)
    /// No articles but a list of feeds (OPML, newsboat's `urls`).
    case listOfFeeds
    /// The file is larger than the limit; both in bytes.
    case tooLarge(bytes: Int, limit: Int)
    /// Neither a regular file nor a folder: a pipe, a device, a socket.
    case notAFile
    /// The system refuses to open or read it, and says why.
    case unreadable(String)
    /// A page or document without a word of text.
    case noArticle
    /// A library that is loaded when it is needed is not installed; the file name that was looked for.
    case missingLibrary(String)
}

extension IngestError: CustomStringConvertible {
    /// The reason in plain English, to stand after the file's name and a colon.
    public var description: String {
        switch self {
        case .empty: "the file is empty"
        case .notText(let what): "not a text but \(what); save the article as text, Markdown or HTML"
        case .unsupported(let what): "\(what) is not read; save the article as text, Markdown or HTML"
        case .listOfFeeds: "a list of feeds; rassegna import takes it"
        case .tooLarge(let bytes, let limit):
            "\(IngestError.megabytes(bytes)) is more than the limit of \(IngestError.megabytes(limit)); split the file"
        case .notAFile: "neither a file nor a folder (a pipe, a device or a socket); to read a pipe, give - as the path"
        case .unreadable(let reason): "cannot be read: \(reason)"
        case .noArticle: "no text was found in it"
        case .missingLibrary(let name): "reading it needs \(name), which is not installed (Debian's package: libxml2)"
        }
    }

    /// A size in megabytes, rounded up, or in bytes below one.
    private static func megabytes(_ bytes: Int) -> String {
        bytes < 1_000_000 ? "\(bytes) bytes" : "\((bytes + 999_999) / 1_000_000) MB"
    }
}
