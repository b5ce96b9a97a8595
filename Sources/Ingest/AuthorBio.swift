import Model

// A few words on who wrote an article, above or below it.
extension Draft {
    /// Marks as furniture what says who the authors are: paragraphs that begin with an author's name and what he does,
    /// in the head and the last part of the text, and others like that at its very end.
    mutating func foldAuthors() {
        let names = (facts.author ?? "").split(separator: ",").map { Folding.fold(oneLine($0.utf8)) }
            .filter { $0.contains(" ") }
        let prose = blocks.indices.filter { blocks[$0].kind == .paragraph && blocks[$0].range.count > 60 }
        guard prose.count >= 4 else { return }
        for (place, index) in prose.enumerated() {
            let range = blocks[index].range
            let isHead = place < 2
            let isTail = range.lowerBound * 10 > text.count * 7
            guard isHead || isTail, range.count < 900 else { continue }
            // Names begin with capitals; most paragraphs are done with by two letters.
            let first = text[range.lowerBound].lowercased
            let isNamed = names.contains { $0.utf8.first == first }
            guard isNamed || place >= prose.count - 3 && beginsWithName(text[range]) else { continue }
            let begin = AuthorBio(text[range])
            if names.contains(where: begin.isOf) || place >= prose.count - 3 && begin.isOfWriter {
                blocks[index].kind = .furniture
            }
        }
    }
}

/// Whether the second word of a paragraph may be of a name.
private func beginsWithName(_ paragraph: ArraySlice<UInt8>) -> Bool {
    let second = paragraph.prefix(40).drop { $0 != .space }.dropFirst().first ?? 0
    return second.isUpper || second > 0x7F
}

/// The first words of a paragraph, as far as they may say who somebody is.
struct AuthorBio {
    private let words: [String]
    private let capitals: [Bool]

    init(_ paragraph: ArraySlice<UInt8>) {
        let line = String(decoding: paragraph.prefix(200), as: UTF8.self)
        capitals = line.split(separator: " ").prefix(5).map { $0.first?.isUppercase == true }
        words = Folding.fold(line).split { !$0.isLetter && $0 != "'" && $0 != "-" && $0 != "." }.prefix(30)
            .map(String.init)
    }

    /// Whether somebody's name is followed by what he is or does.
    func isOf(_ name: String) -> Bool {
        let parts = name.split(separator: " ").map(String.init)
        guard words.count > parts.count, words.starts(with: parts) else { return false }
        return AuthorBio.verbs.contains(words[parts.count])
    }

    /// Whether a name of two or three words is followed by `is a` and a word for somebody who writes.
    var isOfWriter: Bool {
        guard let verb = words.indices.first(where: { ["is", "was", "writes", "covers", "e"].contains(words[$0]) }),
            2...4 ~= verb, capitals[..<verb].allSatisfy({ $0 })
        else { return false }
        if words[verb] == "writes" || words[verb] == "covers" { return true }
        return words[verb...].dropFirst().contains { AuthorBio.writers.contains($0) }
    }

    private static let verbs: Set<String> = [
        "is", "was", "has", "covers", "covered", "writes", "wrote", "joined", "studied", "works", "worked", "reports",
        "serves", "specializes", "specialises", "holds", "graduated", "lives", "edits", "leads", "founded",
        "contributes",
        "enjoys", "e", "scrive", "lavora", "collabora", "ist", "schreibt",
    ]

    private static let writers: Set<String> = [
        "writer", "journalist", "reporter", "editor", "correspondent", "columnist", "freelance", "freelancer",
        "contributor", "blogger", "author", "giornalista", "scrittore", "scrittrice", "redattore", "redattrice",
        "copywriter",
    ]
}
