public import Model

/// Text of the page and not of the article: share buttons, newsletter boxes, affiliate links, comment prompts, source
/// lists.
public enum Furniture {
    /// Whether a line is furniture by its own words, in Italian or English.
    ///
    /// A sentence that only speaks of newsletters or of Facebook is none: what counts are the ways in which pages
    /// address their readers (`Iscriviti`, `Follow us`) and label their boxes (`Fonti:`, `Related`).
    public static func isFurniture(_ line: some Collection<UInt8>) -> Bool {
        sign(of: line).isFurniture
    }

    /// The blocks with those that are furniture marked, by their words and by their neighbours:
    ///
    /// - list items under a line that introduces offers, related articles or sources are furniture too;
    /// - at the end of the text, short lines between and after lines of furniture are furniture too.
    ///
    /// Titles and code are never furniture; where nothing of the article would be left, nothing is marked.
    public static func marked(_ blocks: [Block], in text: [UInt8]) -> [Block] {
        var pass = FurniturePass(blocks: blocks, text: text)
        pass.run()
        return pass.keepsArticle ? pass.blocks : blocks
    }

    /// What a line shows by its own words.
    static func sign(of line: some Collection<UInt8>) -> Sign {
        guard line.count <= 600, FurnitureFilter.admits(line), line.wordCount <= 60 else { return .none }
        return FurnitureWords(line).sign
    }

    /// How sure a line is furniture, and what that makes of the lines after it.
    enum Sign {
        /// Nothing of furniture.
        case none
        /// The name of a button, that is furniture among furniture: `Facebook`, `Stampa`.
        case button
        /// Furniture.
        case line
        /// Furniture that introduces a list: `Leggi anche:`, `Fonti`, `Scopri i dispositivi ideali per te!`.
        case opening

        var isFurniture: Bool { self == .line || self == .opening }
    }
}

/// The pass over an article's blocks that marks furniture by context.
private struct FurniturePass {
    private(set) var blocks: [Block]
    private let text: [UInt8]
    private let signs: [Furniture.Sign]

    init(blocks: [Block], text: [UInt8]) {
        self.blocks = blocks
        self.text = text
        signs = blocks.map { block in
            block.kind == .title || block.kind == .code ? .none : Furniture.sign(of: text[block.range])
        }
    }

    mutating func run() {
        for index in blocks.indices where signs[index].isFurniture {
            blocks[index].kind = .furniture
        }
        markLists()
        markButtons()
        markTail()
    }

    /// Whether a part of the article is left beside its title and furniture.
    var keepsArticle: Bool {
        blocks.contains { $0.kind != .furniture && $0.kind != .title && $0.kind != .heading }
    }

    /// Items under a line that introduces a list are furniture.
    private mutating func markLists() {
        var isOpen = false
        for index in blocks.indices {
            if signs[index] == .opening {
                isOpen = true
            } else if blocks[index].kind == .item, isOpen {
                blocks[index].kind = .furniture
            } else if blocks[index].kind != .furniture {
                isOpen = false
            }
        }
    }

    /// Names of buttons next to furniture, and runs of three or more of them, are furniture.
    private mutating func markButtons() {
        var index = 0
        while index < blocks.count {
            guard signs[index] == .button else {
                index += 1
                continue
            }
            let end = signs[index...].firstIndex { $0 != .button } ?? blocks.count
            let isNear =
                (index > 0 && blocks[index - 1].kind == .furniture)
                || (end < blocks.count && blocks[end].kind == .furniture)
            let isRow = end - index >= 3 && blocks[index..<end].allSatisfy { $0.kind != .item }
            if isNear || isRow {
                for button in index..<end { blocks[button].kind = .furniture }
            }
            index = end
        }
    }

    /// Short lines after the first furniture of the text's tail are furniture; at most four in a row, for longer runs
    /// are rather a list or a dialogue of the article.
    private mutating func markTail() {
        var start = blocks.count
        var run = 0
        while start > 0, blocks[start - 1].kind == .furniture || (run < 4 && isTailLine(start - 1)) {
            run = blocks[start - 1].kind == .furniture ? 0 : run + 1
            start -= 1
        }
        guard let first = blocks[start...].firstIndex(where: { $0.kind == .furniture }) else { return }
        for index in first..<blocks.count { blocks[index].kind = .furniture }
    }

    /// Whether a block can be a scrap of the page's end: a few words without a final stop, no item of a list.
    private func isTailLine(_ index: Int) -> Bool {
        let block = blocks[index]
        guard block.kind == .paragraph || block.kind == .heading, block.range.count <= 120 else { return false }
        guard text[block.range].wordCount <= 12, let last = text[block.range].last else { return false }
        return last != UInt8(ascii: ".") && last != UInt8(ascii: "\"") && last != 0xBB && last != 0x9D
            || text[block.range].wordCount <= 2
    }
}
