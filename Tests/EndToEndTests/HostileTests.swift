import Testing

extension Home {
    /// An article whose every field carries control sequences: OSC, CSI, C1 in both spellings, overrides, NUL, DEL.
    func writeHostileArticle() throws {
        let poison = "\u{1B}]0;owned\u{07}\u{1B}[2J\u{9B}31m\u{9D}0;owned\u{9C}\u{202E}\u{2066}\u{200B}\u{7F}\u{08}\r"
        try write(
            "---\ntitle: \"Enel\(poison)vende\"\noutlet: \"Il\(poison)Telaio\"\nauthor: \"A\(poison)B\"\n---\n\n"
                + "Il titolo\(poison)Enel sale.\n\n# Poi\(poison)\n\n- uno\(poison)due\n\n[qui](https://example.com/\(poison))\n",
            to: "hostile/a.md")
        try write("Eni\(poison)sale\n\nIl testo\(poison)di Eni.\n", to: "hostile/b.txt")
        try write(
            "<html><title>Eni\(poison)&#27;[2J&#155;&#x202E;</title><p>Il testo\(poison)&#27;]0;owned&#7; di Eni.</p>",
            to: "hostile/c.html")
    }
}

/// The characters of a text that a terminal would obey, or that turn text around.
func obeyed(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
        switch scalar.value {
        case 0x0A: false
        case 0..<0x20, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

extension OnCommandLine {
    struct HostileTests {
        @Test func `no command prints a byte that a terminal obeys`() async throws {
            let home = try Home()
            try home.writeHostileArticle()
            #expect(try await Program.run(["add", "hostile"], at: home).status == 0)
            let commands = [
                ["list"], ["list", "--json"], ["show", "1"], ["show", "2"], ["show", "3"], ["show", "1", "--json"],
                ["search", "eni"], ["companies"], ["companies", "--json"],
                ["parse", "hostile/a.md", "hostile/b.txt", "hostile/c.html"],
                ["--script", "jjj<Enter>", "--size", "200x50"],
            ]
            for command in commands {
                let outcome = try await Program.run(command, at: home)
                #expect(outcome.status == 0, "\(command): \(outcome.complaint)")
                #expect(obeyed(outcome.text).isEmpty, "\(command): \(outcome.text.debugDescription)")
                #expect(String(validating: outcome.output, as: UTF8.self) != nil, "\(command)")
            }
        }

        @Test func `names with escapes are harmless in every message`() async throws {
            let home = try Home()
            let name = "a\u{1B}]0;owned\u{07}\u{1B}[2J\u{202E}.txt"
            try home.write("", to: "folder/" + name)
            let commands = [
                ["add", "folder"], ["add", name], ["parse", "folder/" + name], ["parse", name], ["show", name],
                ["mark", name, "x"], ["list", "is:" + name], ["list", "--" + name], ["list", "--limit", name],
                ["list", "--library", "/nowhere/" + name], ["--script", name + "<x>"],
                ["--script", "j", "--size", name],
                ["help", name],
            ]
            for command in commands {
                let outcome = try await Program.run(command, at: home)
                #expect(obeyed(outcome.complaint).isEmpty, "\(command): \(outcome.complaint.debugDescription)")
                #expect(obeyed(outcome.text).isEmpty, "\(command): \(outcome.text.debugDescription)")
            }
        }
    }
}

extension InTerminal {
    struct HostileScreenTests {
        @Test(arguments: ["a.md", "b.txt", "c.html"])
        func `an article cannot speak to the terminal`(file: String) async throws {
            let home = try Home()
            try home.writeHostileArticle()
            let terminal = try PseudoTerminal(["hostile/" + file, "--no-store"], at: home, width: 120, height: 36)
            try await terminal.wait(for: "Il t")
            terminal.type("\r?")
            try await terminal.wait(for: "one line down")
            terminal.type("qqq")
            #expect(try await terminal.end() == 0)
            // What ncurses itself sends: the palette's reset, and single bytes that move the cursor or change the set.
            let text = terminal.text.replacing("\u{1B}]104\u{07}", with: "")
            #expect(!text.contains("\u{1B}]"))
            let written = "\u{1B}\r\u{08}\t\u{0F}\u{0E}".unicodeScalars
            let obeyed = obeyed(text).filter { !written.contains($0) }
            #expect(obeyed.isEmpty, "\(obeyed)")
        }
    }
}
