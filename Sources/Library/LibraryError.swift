import GRDB

/// Why a library could not be opened, read or changed.
public enum LibraryError: Error, Equatable, Sendable {
    /// The file is something else; choose another one.
    case notALibrary(path: String)
    /// A newer Rassegna has changed the library's form; use that one.
    case newer(path: String, form: Int)
    /// The file or its folder cannot be written.
    case readOnly(path: String)
    /// Another program has held the library locked for longer than we wait.
    case busy(path: String)
    /// The file can neither be opened nor made: its folder is missing, or it is a folder itself.
    case cannotOpen(path: String)
    /// An article of this file is larger than a library can hold (128 MiB); the batch was not stored.
    case tooLarge(file: String)
    /// There is a file already where a new one was to be written.
    case exists(path: String)
    /// A file that was to be replaced is a library that a program has open, perhaps this one.
    case inUse(path: String)
    /// The disk is full.
    case full(path: String)
    /// The file's content is broken at a place that `detail` names.
    case damaged(path: String, detail: String)
    /// A saved search cannot be so; why, as a sentence.
    case badSearch(String)
    /// Nobody waited for what was read any more (`Patience`).
    case brokenOff
    /// SQLite failed in another way, in its own words.
    case failed(path: String, detail: String)
}

extension LibraryError: CustomStringConvertible {
    /// What is wrong and what to do, in plain sentences.
    public var description: String {
        switch self {
        case .notALibrary(let path): "\(path) is not a Rassegna library. Name another file with --library."
        case .newer(let path, let form):
            "\(path) was written by a newer Rassegna (form \(form), this one knows \(Schema.version)). "
                + "Install the newer version or name another file with --library."
        case .readOnly(let path): "\(path) cannot be written. Make the file and its folder writable, or use --no-store."
        case .busy(let path): "\(path) is locked by another program. Close that program and try again."
        case .cannotOpen(let path): "\(path) cannot be opened. See that its folder exists and that you may write there."
        case .tooLarge(let file): "\(file) holds an article larger than 128 MiB. Leave it out or divide it."
        case .exists(let path): "\(path) is there already. Name another file, or say --replace."
        case .inUse(let path): "\(path) is in use. Name another file, or close the programs that have it open."
        case .full(let path): "There is no room left on the disk of \(path). Make room and try again."
        case .badSearch(let reason): reason
        case .damaged(let path, let detail):
            "\(path) is damaged: \(detail). Save what can be read with `rassegna export jsonl`, and put a backup in its place."
        case .brokenOff: "This was broken off, since nobody waited for it any more."
        case .failed(let path, let detail): "\(path) could not be used: \(detail)."
        }
    }
}

extension LibraryError {
    /// The error of a library at `path` that a database error stands for.
    init(_ error: any Error, path: String) {
        if let error = error as? LibraryError {
            self = error
        } else if let error = error as? DatabaseError {
            self.init(code: error.resultCode, detail: error.message ?? "SQLite error \(error.resultCode)", path: path)
        } else if error is ByteReader.Malformed {
            self = .damaged(path: path, detail: "a stored list cannot be read")
        } else {
            self = .failed(path: path, detail: "\(error)")
        }
    }

    private init(code: ResultCode, detail: String, path: String) {
        switch code {
        case .SQLITE_NOTADB: self = .notALibrary(path: path)
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: self = .readOnly(path: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
        case .SQLITE_CANTOPEN: self = .cannotOpen(path: path)
        case .SQLITE_FULL: self = .full(path: path)
        case .SQLITE_INTERRUPT: self = .brokenOff
        case .SQLITE_CORRUPT: self = .damaged(path: path, detail: detail)
        default: self = .failed(path: path, detail: detail)
        }
    }
}
