import Foundation

/// What a program printed, and how it ended.
struct Outcome: Sendable {
    var output: [UInt8]
    var complaints: [UInt8]
    /// The exit status, or the negative number of the signal that ended it.
    var status: Int32

    /// Standard output as text.
    var text: String { String(decoding: output, as: UTF8.self) }
    /// The lines of standard output.
    var lines: [String] { text.split(separator: "\n").map(String.init) }
    /// Standard error as text.
    var complaint: String { String(decoding: complaints, as: UTF8.self) }

    /// The lines of standard output as JSON objects.
    var objects: [[String: Any]] {
        get throws {
            try lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:] }
        }
    }
}

/// The built program, run as a user runs it.
enum Program {
    /// Where the tests and the program lie.
    static let folder: String = {
        let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        return tests.deletingLastPathComponent().path
    }()

    /// The program.
    static let path = folder + "/rassegna"

    /// Runs the program to its end; standard input is empty unless bytes are given.
    static func run(
        _ arguments: [String], at home: Home, input: [UInt8] = [], environment: [String: String] = [:]
    ) async throws -> Outcome {
        try await run(path, arguments, at: home, input: input, environment: environment)
    }

    /// Runs a line of shell, in which `rassegna` is the program.
    static func shell(_ line: String, at home: Home) async throws -> Outcome {
        try await run("/bin/sh", ["-c", line], at: home)
    }

    /// Runs any program to its end, without keeping a thread.
    static func run(
        _ program: String, _ arguments: [String], at home: Home, input: [UInt8] = [],
        environment: [String: String] = [:]
    ) async throws -> Outcome {
        let name = "run-" + UUID().uuidString
        let files = try ["in", "out", "err"].map { try home.write([], to: "\(name)/\($0)") }
        if !input.isEmpty { try Data(input).write(to: URL(fileURLWithPath: files[0])) }
        let child = try Child(
            [program] + arguments, variables: home.environment.merging(environment) { $1 }, folder: home.path,
            at: .files(input: files[0], output: files[1], complaints: files[2]))
        var ending: Int32?
        guard
            try await eventually({
                ending = child.ending(); return ending != nil
            }), let ending
        else {
            child.destroy()
            throw Disappointment(awaited: "the end of \(program) \(arguments)", found: "that it still runs")
        }
        defer { try? FileManager.default.removeItem(atPath: "\(home.path)/\(name)") }
        let output = try Data(contentsOf: URL(fileURLWithPath: files[1]))
        let complaints = try Data(contentsOf: URL(fileURLWithPath: files[2]))
        return Outcome(output: Array(output), complaints: Array(complaints), status: ending)
    }
}
