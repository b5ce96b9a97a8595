import Foundation
import Glibc
import Testing

/// Nothing that was said to be stored is lost, and nothing is half there, however a program is ended.
struct KillingTests {
    private static let count = 400

    @Test(arguments: ["add", "import"])
    func `kill -9 while articles are taken in leaves a whole library, and the next run the rest`(
        command: String
    ) async throws {
        let home = try Home()
        try home.write((0..<KillingTests.count).map(KillingTests.line).joined(), to: "news.jsonl")
        for number in 0..<KillingTests.count {
            let text = "Enel sale del \(number) per cento. " + String(repeating: "Parola \(number) ancora. ", count: 40)
            try home.write(Home.article("Giornata \(number)", "2026-11-20", "Il Telaio", text), to: "news/\(number).md")
        }
        let taking = [command, command == "add" ? "news" : "news.jsonl"]
        for step in 1...4 {
            try await KillingTests.kill(taking, at: home) { home.libraryBytes > step * 200_000 }
            #expect(try await home.isWhole())
        }
        #expect(try await Program.run(taking, at: home).status == 0)
        #expect(try await Program.run(["list", "--limit", "9999"], at: home).lines.count == KillingTests.count)
        #expect(try await home.isWhole())
    }

    @Test func `kill -9 while an older library takes the new form loses nothing`() async throws {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures/Libraries/form-4.library")
        for step in 0..<12 {
            let home = try Home()
            try home.write(Data(contentsOf: url), to: "data/rassegna/library.sqlite")
            try await KillingTests.kill(["list"], at: home) {
                usleep(UInt32(step) * 2500); return true
            }
            #expect(try await home.isWhole())
            #expect(try await Program.run(["list"], at: home).lines.count == 3)
        }
    }

    /// Starts the program and ends it once something holds, or when it has ended by itself.
    private static func kill(_ arguments: [String], at home: Home, once holds: () -> Bool) async throws {
        let child = try Child(
            [Program.path] + arguments, variables: home.environment, folder: home.path,
            at: .files(input: "/dev/null", output: "/dev/null", complaints: "/dev/null"))
        var hasEnded = false
        _ = try await eventually {
            hasEnded = child.ending() != nil
            return hasEnded || holds()
        }
        if !hasEnded { child.destroy() }
    }

    private static func line(_ number: Int) -> String {
        let text = "Enel sale del \(number) per cento. " + String(repeating: "Parola \(number) ancora. ", count: 40)
        return "{\"title\": \"Giornata \(number)\", \"text\": \"\(text)\", \"url\": \"https://a.example/\(number)\"}\n"
    }
}

extension Home {
    /// How large the library and its log are, in bytes.
    fileprivate var libraryBytes: Int {
        ["", "-wal"].reduce(0) { sum, end in
            let file = "\(path)/data/rassegna/library.sqlite\(end)"
            return sum + ((try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int) ?? 0)
        }
    }

    /// Whether the library's file, index, counts and rows are well.
    fileprivate func isWhole() async throws -> Bool {
        try await Program.run(["doctor"], at: self).status == 0
    }
}
