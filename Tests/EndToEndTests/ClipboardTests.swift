import Foundation
import Testing

extension InTerminal {
    struct ClipboardTests {
        /// A home with an article that has an address, and a clipboard program that leaves a child behind, as xclip does.
        private func home() throws -> Home {
            let home = try Home()
            try home.write(
                "---\ntitle: Enel cresce\nurl: https://telaio.example/enel\n---\n\nEnel cresce ancora.\n",
                to: "articles/enel.md")
            let xclip = try home.write("#!/bin/sh\ncat > \"$HOME/copied\"\nsleep 30 &\n", to: "bin/xclip")
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: xclip)
            return home
        }

        @Test(arguments: [80, 120])
        func `y copies the chosen article's address and the reader goes on at once`(width: Int) async throws {
            let home = try home()
            let path = "\(home.path)/bin:" + (home.environment["PATH"] ?? "")
            let terminal = try await Terminal(
                home, width: width, height: 24, environment: ["DISPLAY": ":9", "PATH": path])
            try await terminal.command("rassegna articles")
            try await terminal.wait(for: "1 unread of 1")
            try await terminal.press("y")
            try await terminal.wait(for: "Copied.")
            try await terminal.press("m")
            try await terminal.wait(for: "0 unread of 1")
            #expect(try String(contentsOfFile: home.path + "/copied", encoding: .utf8) == "https://telaio.example/enel")
        }
    }
}
