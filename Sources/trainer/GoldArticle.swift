import Entities
import Foundation
import Model

/// An article in the format of `Tests/Fixtures/Gold`: names with the company that each means.
struct GoldArticle {
    /// Text, blocks and names; amounts are left out.
    var marked = MarkedText()
    /// The company of each name that has one.
    var companies: [MarkedText.Name: String] = [:]
    /// The language that its file's name begins with.
    var language: Language

    /// The articles of a folder.
    static func all(in folder: String) throws -> [GoldArticle] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter { $0.hasSuffix(".txt") }.map {
            file in
            let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
            return GoldArticle(text, file.hasPrefix("it") ? .italian : .english)
        }
    }

    private init(_ text: String, _ language: Language) {
        self.language = language
        var marked = MarkedText()
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if number > 0 { marked.text += "\n" }
            let kind = [Block.Kind.title, .heading, .item, .furniture].first { line.hasPrefix("#\($0.rawValue) ") }
            let start = marked.text.utf8.count
            append(line.dropFirst(kind.map { $0.rawValue.count + 2 } ?? 0), to: &marked)
            let end = marked.text.utf8.count
            if end > start { marked.blocks.append(Block(start..<end, kind ?? .paragraph)) }
        }
        self.marked = marked
    }

    private mutating func append(_ line: Substring, to marked: inout MarkedText) {
        var rest = line
        while let open = rest.firstIndex(of: "[") {
            marked.text += rest[..<open]
            let inside = rest[open...].dropFirst()
            guard let letter = inside.first, inside.dropFirst().first == " ", let close = inside.firstIndex(of: "]")
            else {
                marked.text += "["
                rest = inside
                continue
            }
            let parts = String(inside.dropFirst(2)[..<close]).components(separatedBy: " = ")
            let start = marked.text.utf8.count
            marked.text += parts[0]
            if let kind = MarkedText.letters.firstIndex(of: letter) {
                let name = MarkedText.Name(range: start..<marked.text.utf8.count, kind: kind)
                marked.names.append(name)
                if parts.count > 1 { companies[name] = parts[1] } else if kind == 0 { companies[name] = parts[0] }
            }
            rest = inside[close...].dropFirst()
        }
        marked.text += rest
    }
}
