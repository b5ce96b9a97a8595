import Foundation
import Glibc
import Model
import TOMLKit

/// The user's companies: `$XDG_CONFIG_HOME/rassegna/companies.toml`, an entry `[[company]]` each.
///
/// Each entry is read for itself, so that one with an error leaves the others in force.
struct CompanyFile: Sendable {
    /// What the file holds.
    struct Contents: Equatable, Sendable {
        var companies: [OwnCompany] = []
        var problems: [OwnCompany.Problem] = []
    }

    /// By what a change of the file is known.
    struct Mark: Equatable, Sendable {
        var seconds = 0
        var nanoseconds = 0
        var size = 0
        var inode: UInt64 = 0
    }

    /// Where the file lies.
    let path: String
    /// The largest file that is read, in bytes.
    private static let largest = 4 << 20

    /// The company file of a settings folder.
    init(folder: String) {
        path = folder + "/companies.toml"
    }

    /// How the file stands now; `nil` where there is none.
    var mark: Mark? { Mark(of: path) }

    /// Reads the file; nothing where there is none.
    func read() -> Contents {
        guard let mark else { return Contents() }
        guard mark.size <= CompanyFile.largest, let data = FileManager.default.contents(atPath: path) else {
            return Contents(problems: [.init(line: 1, reason: "the file cannot be read")])
        }
        return CompanyFile.parse(String(decoding: data, as: UTF8.self))
    }

    /// Reads the text of a file.
    static func parse(_ text: String) -> Contents {
        var contents = Contents()
        for piece in pieces(of: text) {
            do throws(OwnCompany.Problem) {
                guard let company = try piece.company() else { continue }
                if contents.companies.contains(where: { $0.name == company.name }) {
                    throw .init(line: piece.line, reason: "the company \(company.name) stands here twice")
                }
                contents.companies.append(company)
            } catch {
                contents.problems.append(error)
            }
        }
        return contents
    }

    /// Cuts a text before each `[[company]]`.
    private static func pieces(of text: String) -> [Piece] {
        var pieces = [Piece(line: 1)]
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            if line.filter({ $0 != " " && $0 != "\t" }).hasPrefix("[[company]]") {
                pieces.append(Piece(line: index + 1))
            }
            pieces[pieces.count - 1].lines.append(line)
        }
        return pieces
    }
}

extension CompanyFile.Mark {
    /// How a file stands now; `nil` where there is none.
    init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(
            seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec, size: Int(status.st_size),
            inode: UInt64(status.st_ino))
    }
}

/// Some lines of the file: an entry, or what stands before the first one.
private struct Piece {
    /// Where it begins, from 1.
    var line: Int
    var lines: [Substring] = []

    /// The entry; `nil` where there is nothing but comments.
    func company() throws(OwnCompany.Problem) -> OwnCompany? {
        let table: TOMLTable
        do {
            table = try TOMLTable(string: lines.joined(separator: "\n"))
        } catch let error as TOMLParseError {
            throw OwnCompany.Problem(line: line + error.source.begin.line - 1, reason: error.description)
        } catch {
            throw OwnCompany.Problem(line: line, reason: "\(error)")
        }
        if let key = table.keys.first(where: { $0 != "company" }) {
            throw OwnCompany.Problem(line: place(of: key), reason: "“\(key)” stands outside of a [[company]]")
        }
        guard let value = table["company"] else { return nil }
        guard let array = value.array, array.count == 1, let entry = array[0].table else {
            throw OwnCompany.Problem(line: line, reason: "a company begins with a line [[company]]")
        }
        return try OwnCompany(entry, line: place)
    }

    /// The line of a key, or else the first one.
    private func place(of key: String) -> Int {
        let index = lines.firstIndex { line in
            let words = line.drop { $0 == " " || $0 == "\t" || $0 == "[" || $0 == "\"" }
            return !key.isEmpty && words.hasPrefix(key) && words.dropFirst(key.count).first?.isLetter != true
        }
        return line + (index ?? 0)
    }
}
