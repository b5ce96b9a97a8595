import Foundation
import Testing

extension OnCommandLine {
    struct ExplainTests {
        private func home() async throws -> Home {
            let home = try Home()
            try home.write(
                "Così è la notizia di ieri\n\nÈ Microsoft a comprare la Bortolazzi Meccanica S.r.l. di Schio.\n",
                to: "a.txt")
            return home
        }

        @Test func `explain gives each name its place as parse counts it, and its reasons`() async throws {
            let result = try await Program.run(["explain", "a.txt"], at: try await home())
            #expect(result.status == 0)
            #expect(result.lines.first?.hasPrefix("Microsoft  at 29, confidence 0.9") == true)
            #expect(result.lines.contains("  candidate   Microsoft: canonical of Microsoft"))
            #expect(result.lines.contains { $0.hasPrefix("Bortolazzi Meccanica S.r.l.  at 53, confidence ") })
        }

        @Test func `explain --at takes one name, and says when there is none or no file`() async throws {
            let home = try await home()
            let one = try await Program.run(["explain", "a.txt", "--at", "54"], at: home)
            #expect(one.lines.filter { !$0.hasPrefix(" ") }.count == 1)
            #expect(one.lines.first?.hasPrefix("Bortolazzi Meccanica S.r.l.") == true)
            #expect(try await Program.run(["explain", "a.txt", "--at", "2"], at: home).status == 1)
            #expect(try await Program.run(["explain", "a.txt", "--at", "9999"], at: home).status == 2)
            #expect(try await Program.run(["explain", "none.txt"], at: home).status == 2)
        }
    }
}
