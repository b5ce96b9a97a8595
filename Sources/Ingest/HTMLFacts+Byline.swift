import Model

// Names by how a byline is built: line by line, under the word that introduces it, as an account or in full.
extension HTMLFacts {
    /// The names of the first line in an element that has any, and of the lines that go on with it: a role, a place or a
    /// link that stands in a line of its own is no part of the name above it.
    func namesByLine(in index: Int) -> String? {
        let (lines, isList) = lines(in: index)
        guard lines.count > 1, lines.count <= 12 else {
            return lines.count == 1 ? AuthorNames.joined(lines, outlet: metadata.outlet) : nil
        }
        if isList, lines.allSatisfy({ 2...4 ~= $0.split(separator: " ").count && $0.isCapitalised }) {
            return AuthorNames.joined(lines, outlet: metadata.outlet)
        }
        for (number, line) in lines.enumerated() {
            let last = line.split(separator: " ").last.map { Folding.fold($0) } ?? ""
            guard !HTMLFacts.openers.contains(last), let first = AuthorNames.joined([line], outlet: metadata.outlet)
            else { continue }
            // `Ada3/4/2026`: the line is of several things, which links may part.
            if first.contains(where: \.isNumber) { return nil }
            var names = [line]
            for next in lines[(number + 1)...] {
                let last = names.last?.split(separator: " ").last.map { Folding.fold($0) } ?? ""
                let first = next.split(separator: " ").first.map { Folding.fold($0) } ?? ""
                guard last.hasSuffix(",") || HTMLFacts.joints.contains(last) || HTMLFacts.joints.contains(first) else {
                    break
                }
                names.append(next)
            }
            return AuthorNames.joined([names.joined(separator: " ")], outlet: metadata.outlet)
        }
        return nil
    }

    private static let joints: Set<String> = ["and", "&", "und", "e", "et", "y", ",", "by", "di", "von", "par", "por"]

    private static let openers: Set<String> = ["from", "by", "von", "di", "par", "por", "about", "uber"]

    /// The lines that the blocks in an element make, and whether they are items of a list.
    private func lines(in index: Int) -> ([String], isList: Bool) {
        var lines: [[UInt8]] = [[]]
        var ends: [Int] = []
        var isList = false
        for node in index..<document.end(index) {
            while let end = ends.last, node >= end {
                ends.removeLast()
                lines.append([])
            }
            let item = document.nodes[node]
            if item.isText {
                lines[lines.count - 1] += document.text(item).prefix(500)
            } else if item.tag == .br || HTMLElements.blocks.contains(item.tag) {
                isList = isList || item.tag == .li
                lines.append([])
                if document.end(node) > node + 1 { ends.append(document.end(node)) }
            }
            if lines.count > 60 { return ([], false) }
        }
        return (lines.map { oneLine($0) }.filter { !$0.isEmpty }, isList)
    }

    /// The name under a line that says no more than that one follows: `Written by`, `Autor:`.
    func nameUnderIntroduction() -> String? {
        let pieces = article.writer.pieces
        for (piece, next) in zip(pieces, pieces.dropFirst()) where piece.words <= 4 && 1...5 ~= next.words {
            let line = Folding.fold(String(decoding: article.writer.text[piece.range].prefix(40), as: UTF8.self))
            let word = oneLine(line.utf8.filter { $0 != UInt8(ascii: ":") })
            guard HTMLFacts.headings.contains(word), !isElsewhere(piece.node) else { continue }
            let name = String(decoding: article.writer.text[next.range].prefix(100), as: UTF8.self)
            guard let found = AuthorNames.joined([name], outlet: metadata.outlet), found.contains(" "),
                AuthorNames.isPersonal(found), found.isCapitalised
            else { continue }
            return found
        }
        return nil
    }

    /// The outlet where the page's face names it as the author, as the pages of one person do.
    func outletAsAuthor() -> String? {
        guard let outlet = metadata.outlet else { return nil }
        func isOutlet(_ line: String) -> String? {
            guard line.utf8.count < 120, let names = AuthorNames.joined([line]) else { return nil }
            return Folding.fold(names) == Folding.fold(outlet) ? names : nil
        }
        return marked(.author) { document.line($0).flatMap(isOutlet) }
            ?? nearTitle { line in
                let words = line.split(separator: " ")
                guard let by = words.firstIndex(where: { ["by", "von", "di", "par"].contains($0.lowercased()) }) else {
                    return nil
                }
                return isOutlet(words[by...].joined(separator: " "))
            }
    }

    private static let headings: Set<String> = [
        "by", "written by", "words by", "posted by", "author", "authors", "article by", "story by", "di", "a cura di",
        "autore", "autori", "scritto da", "von", "autor", "autorin", "verfasst von", "geschrieben von", "auteur", "par",
        "ecrit par", "escrito por", "por",
    ]

    /// The person of two or three names whom the page's face marks as the author, where its head has one word alone: an
    /// account or the paper.
    func person(insteadOf word: String) -> String? {
        guard let shown = marked(.author, names(in:)), 2...3 ~= shown.split(separator: " ").count, shown.isCapitalised,
            !shown.contains(word), !shown.contains(","), AuthorNames.isPersonal(shown)
        else { return nil }
        return shown
    }

    /// The line of two or three words on the page that completes a first name.
    func fullName(of name: String) -> String? {
        guard name.count(where: \.isUppercase) == 1, !metadata.linked.isByGroup else { return nil }
        let outlet = metadata.outlet.flatMap { $0.hasPrefix(name) ? $0 : nil }
        for piece in article.writer.pieces where 2...3 ~= piece.words && !isAmongComments(piece.node) {
            let line = oneLine(article.writer.text[piece.range].prefix(80))
            guard line.hasPrefix(name + " "), line.isCapitalised, line != metadata.outlet,
                let full = AuthorNames.joined([line], outlet: metadata.outlet), full == line,
                AuthorNames.isPersonal(full),
                outlet?.hasPrefix(full) ?? true
            else { continue }
            return full
        }
        return nil
    }
}

extension String {
    /// Whether every word begins with a capital, little words of names such as `von` aside, and has no digit.
    fileprivate var isCapitalised: Bool {
        split(separator: " ").allSatisfy { word in
            guard let first = word.first else { return false }
            return (first.isUppercase || ["de", "van", "von", "der", "di", "del", "la", "da"].contains(word))
                && !word.contains(where: \.isNumber)
        }
    }
}
