import Foundation
import Glibc
import Ingest

/// The lines of a file or of standard input, read piece by piece, so that a file of any size takes little memory.
struct LineFile {
    private let handle: FileHandle
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    /// How many bytes are read at a time.
    private static let piece = 1 << 20
    /// The size of a line in bytes beyond which a file is refused.
    private static let longest = 64 << 20

    /// Opens the file at a path; `-` is standard input.
    init(path: String) throws(Complaint) {
        if path == "-" {
            handle = .standardInput
        } else {
            // A folder opens like a file, and only reading it fails.
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw Complaint("there is no such file")
            }
            guard !isFolder.boolValue else { throw Complaint("is a folder; rassegna add takes folders") }
            // Opening a pipe waits for its other end, and a device has none.
            let kind = try? FileManager.default.attributesOfItem(atPath: LineFile.resolved(path))[.type]
            guard kind as? FileAttributeType == .typeRegular else { throw Complaint("\(IngestError.notAFile)") }
            let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
            guard descriptor >= 0 else { throw Complaint("cannot be read") }
            handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        }
    }

    /// The next line without its end; `nil` after the last one.
    mutating func next() throws -> [UInt8]? {
        var searched = position
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                defer { position = end + 1 }
                return Array(buffer[position..<end].last == 0x0D ? buffer[position..<end - 1] : buffer[position..<end])
            }
            searched = buffer.count - position
            guard searched <= LineFile.longest else {
                throw Complaint("has a line of more than \(LineFile.longest >> 20) MB")
            }
            guard try fill() else {
                defer { position = buffer.count }
                return position < buffer.count ? Array(buffer[position...]) : nil
            }
        }
    }

    /// The first byte that is neither blank nor part of a byte order mark, without passing it; `nil` in a file of blanks.
    mutating func firstByte() throws -> UInt8? {
        let passed: Set<UInt8> = [0x09, 0x0A, 0x0D, 0x20, 0xEF, 0xBB, 0xBF]
        while true {
            if let byte = buffer[position...].first(where: { !passed.contains($0) }) { return byte }
            guard try fill() else { return nil }
        }
    }

    /// The next bytes, at most so many, without passing them.
    mutating func head(_ count: Int) throws -> [UInt8] {
        while buffer.count - position < count, try fill() {}
        return Array(buffer[position...].prefix(count))
    }

    /// All that has not been read, up to a limit in bytes.
    mutating func rest(limit: Int) throws -> [UInt8] {
        while buffer.count - position <= limit, try fill() {}
        guard buffer.count - position <= limit else { throw Complaint("is larger than \(limit >> 20) MB") }
        defer { position = buffer.count }
        return Array(buffer[position...])
    }

    private static func resolved(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    }

    /// Reads a piece more; `false` at the end.
    private mutating func fill() throws -> Bool {
        guard !isAtEnd, let data = try handle.read(upToCount: LineFile.piece), !data.isEmpty else {
            isAtEnd = true
            return false
        }
        buffer.removeFirst(position)
        position = 0
        buffer.append(contentsOf: data)
        return true
    }
}

/// What is wrong with a file, to stand after its name.
struct Complaint: Error, Equatable, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
