import Foundation
import Model

/// Corrections as `rassegna corrections --json` prints them and `--import` reads them: one JSON object a line.
extension JSON {
    /// An entry of the log.
    static func correction(_ entry: LoggedCorrection) -> JSON {
        let verdict = entry.correction.verdict
        let isKind = if case .kind = verdict { true } else { false }
        return .object([
            ("number", .integer(Int(entry.id))), ("made", .string(entry.made.iso8601)),
            ("surface", .string(entry.correction.surface)), ("verdict", .string(verdict.word)),
            ("kind", .optional(isKind ? verdict.value : nil)), ("company", .optional(isKind ? nil : verdict.value)),
            ("from", .optional(verdict.origin)), ("undone", .bool(entry.isUndone)),
        ])
    }
}

/// A line of an export, read back.
enum CorrectionLine {
    /// Why a line is no correction.
    struct Problem: Error, Equatable {
        var reason: String
    }

    /// Reads a line; `nil` for one that was taken back.
    static func parse(_ line: some StringProtocol) throws(Problem) -> Correction? {
        guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else {
            throw Problem(reason: "is no JSON object")
        }
        if object["undone"] as? Bool == true { return nil }
        guard let word = object["verdict"] as? String else { throw Problem(reason: "has no “verdict”") }
        let surface = object["surface"] as? String ?? ""
        let value = object[word == "kind" ? "kind" : "company"] as? String
        guard let verdict = Correction.Verdict(word: word, value: value, origin: object["from"] as? String) else {
            throw Problem(reason: "has no verdict that is understood: \(word)")
        }
        let correction = Correction(surface, verdict)
        guard !correction.surface.isEmpty || verdict.origin != nil else { throw Problem(reason: "has no “surface”") }
        return correction
    }
}
