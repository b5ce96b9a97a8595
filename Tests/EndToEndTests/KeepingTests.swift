import Testing

/// `rassegna backup` and `rassegna doctor`.
struct KeepingTests {
    @Test func `a backup is a library, which doctor finds well`() async throws {
        let home = try Home()
        try home.writeArticles()
        _ = try await Program.run(["add", "articles"], at: home)
        let backup = try await Program.run(["backup", "copy.sqlite"], at: home)
        #expect(backup.lines == ["copy.sqlite: 12 articles, 1 MB."])
        let again = try await Program.run(["backup", "copy.sqlite"], at: home)
        #expect(again.complaint == "rassegna: copy.sqlite is there already. Name another file, or say --replace.\n")
        #expect(again.status == 2)
        let copy = ["--library", "copy.sqlite"]
        #expect(try await Program.run(["list"] + copy, at: home).lines.count == 12)
        #expect(try await Program.run(["doctor"] + copy, at: home).lines == ["copy.sqlite: all is well."])
        let repair = try await Program.run(["doctor", "--repair"] + copy, at: home)
        #expect(repair.lines == ["copy.sqlite: all is well."] && repair.status == 0)
    }
}
