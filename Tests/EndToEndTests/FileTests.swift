import Foundation
import Testing

extension OnCommandLine {
    struct FileTests {
        @Test func `adding twice stores once, and a changed file updates`() async throws {
            let home = try Home()
            let text = "Enel vende una centrale\n\nEnel ha venduto la centrale di Porto Tolle.\n"
            let file = try home.write(text, to: "a.txt")
            #expect(try await Program.run(["add", file], at: home).text == "1 article added.\n")
            #expect(try await Program.run(["add", file, file], at: home).text == "2 already here.\n")
            _ = try await Program.run(["mark", "read", "enel"], at: home)
            try home.write(text + "\nIl prezzo è di 43 milioni di euro.\n", to: "a.txt")
            #expect(try await Program.run(["add", file], at: home).text == "1 updated.\n")
            #expect(try await Program.run(["list"], at: home).lines.count == 1)
            #expect(try await Program.run(["search", "prezzo"], at: home).lines.count == 1)
        }

        @Test func `bad files are named with the reason, and the others go on`() async throws {
            let home = try Home()
            try home.write([0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 3, 0, 0, 0xFF, 0xFE, 0, 0], to: "in/binary.txt")
            try home.write("", to: "in/empty.txt")
            try home.write("Eni sale\n\nIl titolo Eni sale ancora.\n", to: "in/good.txt")
            let setUp = try await Program.shell(
                """
                mkfifo in/fifo.txt; truncate -s 500M in/large.txt; ln -s self.txt in/self.txt
                mkdir in/below; ln -s .. in/below/loop
                """, at: home)
            try #require(setUp.status == 0, "\(setUp.complaint)")
            let outcome = try await Program.run(["add", "in", "missing.txt"], at: home)
            #expect(outcome.status == 3)
            #expect(outcome.text == "1 article added, 6 files not read.\n")
            let complaints = outcome.complaint.split(separator: "\n").map(String.init)
            let expected = [
                ("in/binary.txt: ", "not a text"), ("in/empty.txt: ", "empty"), ("in/fifo.txt: ", "pipe"),
                ("in/large.txt: ", "more than the limit"), ("in/self.txt: ", "circle"),
                ("missing.txt: ", "no such file"),
            ]
            #expect(complaints.count == expected.count)
            for (name, reason) in expected {
                #expect(complaints.contains { $0.hasPrefix("rassegna: " + name) && $0.contains(reason) }, "\(name)")
            }
            #expect(try await Program.run(["list"], at: home).lines.count == 1)
        }

        @Test func `parse names what it cannot read and prints the others`() async throws {
            let home = try Home()
            try home.write("", to: "empty.txt")
            try home.write("Eni sale\n\nIl titolo Eni sale ancora.\n", to: "good.txt")
            let outcome = try await Program.run(["parse", "empty.txt", "good.txt", "none"], at: home)
            #expect(outcome.status == 3)
            #expect(try outcome.objects.compactMap { $0["file"] as? String } == ["good.txt"])
            #expect(outcome.complaint.split(separator: "\n").count == 2)
        }

        @Test func `parse keeps its contract`() async throws {
            let home = try Home()
            let text =
                "🚀 Perché OpenAI sceglie Milano\n\nÈ l'ufficio di ChatGPT, costa 43 milioni di euro. 🇮🇹 Lo dice Enel.\n"
            try home.write(text, to: "a.txt")
            let object = try #require(try await Program.run(["parse", "a.txt"], at: home).objects.first)
            let members: Set<String> = [
                "file", "index", "id", "title", "url", "author", "published", "language", "source", "text", "blocks",
                "mentions", "companies",
            ]
            #expect(Set(object.keys) == members)
            #expect(object["text"] as? String == text)
            #expect(object["index"] as? Int == 0)
            #expect(object["url"] is NSNull)
            try expectSurfaces(of: object)
            let mentions = try #require(object["mentions"] as? [[String: Any]])
            for mention in mentions {
                #expect(
                    Set(mention.keys) == ["start", "end", "surface", "kind", "company", "via", "confidence"])
            }
            let product = mentions.first { $0["surface"] as? String == "ChatGPT" }
            #expect(product?["kind"] as? String == "product")
            #expect(product?["company"] as? String == "OpenAI")
            let amount = mentions.first { $0["kind"] as? String == "amount" }
            #expect(amount?["surface"] as? String == "43 milioni di euro")
            #expect(amount?["company"] is NSNull)
            for company in try #require(object["companies"] as? [[String: Any]]) {
                #expect(Set(company.keys) == ["name", "salience", "mentions"])
            }
            let bare = try #require(try await Program.run(["parse", "--no-entities", "a.txt"], at: home).objects.first)
            #expect(Set(bare.keys) == members)
            #expect((bare["mentions"] as? [Any])?.isEmpty == true)
        }

        @Test func `a dash reads standard input`() async throws {
            let home = try Home()
            let text = Array("Eni sale\n\nIl titolo Eni sale ancora.\n".utf8)
            let parsed = try #require(try await Program.run(["parse", "-"], at: home, input: text).objects.first)
            #expect(parsed["title"] as? String == "Eni sale")
            #expect(try await Program.run(["add", "-"], at: home, input: text).text == "1 article added.\n")
            #expect(try await Program.run(["add", "-"], at: home).status == 3)
        }

        @Test func `Windows and UTF-16 files are read as what they say`() async throws {
            let home = try Home()
            let text = "Perché l’Eni sale\n\nCosì è la città.\n"
            let units = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            try home.write([0xFF, 0xFE] + units, to: "little.txt")
            try home.write([0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }, to: "big.txt")
            let latin = text.unicodeScalars.map { $0 == "’" ? 0x92 : UInt8(truncatingIfNeeded: $0.value) }
            try home.write(latin, to: "windows.txt")
            try home.write([0xEF, 0xBB, 0xBF] + text.utf8, to: "mark.txt")
            let files = ["little.txt", "big.txt", "windows.txt", "mark.txt"]
            let objects = try await Program.run(["parse"] + files, at: home).objects
            #expect(objects.compactMap { $0["text"] as? String } == Array(repeating: text, count: files.count))
        }

        @Test func `a file whose name is not UTF-8 is named with what to do`() async throws {
            let home = try Home()
            let outcome = try await Program.shell(
                #"mkdir in; printf 'Eni sale\n\nIl titolo Eni sale.\n' > "in/$(printf 'perch\351').txt"; rassegna add in"#,
                at: home)
            #expect(outcome.status == 3)
            #expect(outcome.complaint.contains("its name is not UTF-8; rename it"))
        }
    }
}
