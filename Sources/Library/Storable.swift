import Glibc
import Model

extension ParsedArticle {
    /// The longest title and text that is stored, in UTF-8 bytes; SQLite itself ends at a thousand million.
    static let maximumSize = 1 << 27

    /// The article as SQLite can give it back: for SQLite a NUL ends a text, so it becomes a blank.
    func storable() throws(LibraryError) -> ParsedArticle {
        guard title.utf8.count + text.utf8.count <= ParsedArticle.maximumSize else {
            throw .tooLarge(file: file)
        }
        var copy = self
        copy.file = file.withoutNUL
        copy.identifier = identifier?.withoutNUL
        copy.title = title.withoutNUL
        copy.url = url?.withoutNUL
        copy.author = author?.withoutNUL
        copy.outlet = outlet?.withoutNUL
        copy.text = text.withoutNUL
        return copy
    }
}

extension String {
    /// The text with a blank in place of each NUL, so that every other byte keeps its place.
    var withoutNUL: String {
        guard hasNUL else { return self }
        return String(decoding: utf8.map { $0 == 0 ? 0x20 : $0 }, as: UTF8.self)
    }

    private var hasNUL: Bool {
        let found = utf8.withContiguousStorageIfAvailable { bytes in
            bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
        }
        return found ?? utf8.contains(0)
    }
}
