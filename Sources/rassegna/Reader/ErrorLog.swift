import Foundation
import Glibc

/// Keeps what libraries print on standard error off the screen: into a log, whose end is printed when the reader ends.
final class ErrorLog {
    private let path: String
    private var saved: Int32 = -1
    private var start: UInt64 = 0

    /// A log in a folder.
    init(folder: String) {
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        path = folder + "/log"
    }

    /// Sends standard error to the log.
    func begin() {
        let file = Glibc.open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard file >= 0 else { return }
        start = UInt64(max(0, lseek(file, 0, SEEK_END)))
        saved = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
        dup2(file, STDERR_FILENO)
        Glibc.close(file)
    }

    /// Gives standard error back and prints what has come meanwhile, the last lines only.
    func end() {
        guard saved >= 0 else { return }
        dup2(saved, STDERR_FILENO)
        Glibc.close(saved)
        saved = -1
        guard let handle = FileHandle(forReadingAtPath: path) else { return }
        try? handle.seek(toOffset: start)
        let text = String(decoding: (try? handle.readToEnd()) ?? Data(), as: UTF8.self)
        for line in text.split(separator: "\n").suffix(10) { Console.complain(String(line)) }
    }
}
