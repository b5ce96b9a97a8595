import Fetch
import Foundation
import Testing

@testable import rassegna

struct KeyringTests {
    private func address(_ text: String) throws -> Address { try #require(Address(text)) }

    @Test func `what was typed is for its host and below its folder, the nearest first`() throws {
        let desk = try RefreshDesk()
        try desk.keyring.keep(.init(user: "a", password: "1"), for: address("https://a.example/x/feed"))
        try desk.keyring.keep(.init(user: "b", password: "2"), for: address("https://a.example/x/y/feed"))
        try desk.keyring.keep(.init(user: "c", password: "3\n\"ö"), for: address("https://a.example/x/feed"))
        func user(_ text: String) throws -> String? { desk.keyring.credentials(for: try address(text))?.user }
        #expect(try user("https://a.example/x/feed") == "c")
        #expect(try user("https://a.example/x/y/z") == "b")
        #expect(try user("https://a.example/") == nil)
        #expect(try user("http://a.example/x/feed") == nil)
        #expect(try user("https://a.example.b.example/x/feed") == nil)
        let again = Keyring(dataFolder: desk.folder + "/data", settingsFolder: desk.folder + "/settings")
        #expect(again.credentials(for: try address("https://a.example/x/feed"))?.password == "3\n\"ö")
    }

    @Test func `a command gives name and password, and is asked once`() throws {
        let desk = try RefreshDesk()
        try FileManager.default.createDirectory(atPath: desk.folder + "/settings", withIntermediateDirectories: true)
        let mark = desk.folder + "/asked"
        let settings = """
            [[credentials]]
            address = "https://a.example/"
            command = ["sh", "-c", "echo x >> \(mark); printf 'anna\\\\nse cret\\\\nmore'"]
            [[credentials]]
            address = "https://b.example/"
            command = ["false"]
            [[credentials]]
            address = "https://c.example/"
            """
        try settings.write(toFile: desk.folder + "/settings/credentials.toml", atomically: true, encoding: .utf8)
        for _ in 0..<2 {
            let credentials = desk.keyring.credentials(for: try address("https://a.example/feed"))
            #expect(credentials == Credentials(user: "anna", password: "se cret"))
        }
        #expect(try String(contentsOfFile: mark, encoding: .utf8) == "x\n")
        #expect(desk.keyring.credentials(for: try address("https://b.example/feed")) == nil)
        #expect(desk.keyring.problems.count == 1)
    }
}
