import Foundation
import Model
import Testing

@testable import rassegna

/// Corrections as lines of JSON, out and in again.
struct CorrectionLineTests {
    @Test(arguments: [
        Correction("Acme \"è\"", .notAName), Correction("Acme", .kind(.organization)),
        Correction("Acme", .means("Eni")),
        Correction("Acme", .sameAs(from: "Acme", to: "Eni")), Correction("Acme\u{1B}", .newCompany("Acme")),
    ])
    func `an exported line is read back`(correction: Correction) throws {
        let entry = LoggedCorrection(id: 3, made: Timestamp(seconds: 0), correction: correction, isUndone: false)
        let line = JSON.correction(entry).line
        #expect(!line.unicodeScalars.contains { $0.value < 0x20 })
        #expect(try CorrectionLine.parse(line) == correction)
        let undone = LoggedCorrection(id: 3, made: Timestamp(seconds: 0), correction: correction, isUndone: true)
        #expect(try CorrectionLine.parse(JSON.correction(undone).line) == nil)
    }

    @Test(arguments: [
        ("[1]", "is no JSON object"), ("{", "is no JSON object"), ("{}", "has no “verdict”"),
        ("{\"verdict\": \"means\", \"surface\": \"A\"}", "has no verdict that is understood: means"),
        ("{\"verdict\": \"not-a-name\"}", "has no “surface”"),
    ])
    func `a line that is no correction says why`(line: String, reason: String) {
        #expect(throws: CorrectionLine.Problem(reason: reason)) { try CorrectionLine.parse(line) }
    }
}
