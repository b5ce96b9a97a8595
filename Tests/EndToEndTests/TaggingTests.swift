import Foundation
import Testing

extension InTerminal {
    struct TaggingTests {
        @Test func `t tags an article with completion, and the tag is found by the command line`() async throws {
            let terminal = try await Terminal(try await Home.withLibrary(), width: 120, height: 36)
            let tagged = try await Program.run(["tag", "redmond", "+da leggere", "+borsa"], at: terminal.home)
            #expect(tagged.text == "1 article tagged da leggere.\n1 article tagged borsa.\n")
            try await terminal.command("rassegna")
            try await terminal.wait(for: "12 unread of 12")
            try await terminal.wait(for: "#borsa  #da leggere")
            try await terminal.type("tleg")
            try await terminal.wait("a completion") { $0.contains(#/Tags: leg +da leggere/#) }
            try await terminal.press("Tab")
            try await terminal.wait(for: "Tags: da leggere,")
            try await terminal.press("Enter")
            try await terminal.wait(for: "1 article tagged da leggere. u undoes.")
            try await terminal.type("q")
            try await terminal.wait(without: "da leggere. u undoes")
            let found = try await Program.run(["list", "tag:da leggere"], at: terminal.home)
            #expect(found.lines.count == 2)
            let less = try await Program.run(["tag", "tag:borsa", "-borsa"], at: terminal.home)
            #expect(less.text == "1 article no longer tagged borsa.\n")
            #expect(try await Program.run(["tag", "nulla", "+x"], at: terminal.home).status == 1)
            let bad = try await Program.run(["tag", "redmond", "+a\u{1B}[31m"], at: terminal.home)
            #expect(bad.status == 2 && bad.complaint.contains("A tag cannot have control characters"))
            let two = try await Program.run(["tag", "redmond", "+oro,argento"], at: terminal.home)
            #expect(two.text == "1 article tagged oro.\n1 article tagged argento.\n")
        }
    }
}
