import Model

extension ArticleLayout {
    /// The lines of an article, each in twelve bytes: a text of 50 MB has more than a million.
    public struct Lines: RandomAccessCollection, Equatable, Sendable {
        /// Title, byline and companies.
        var head = LineRun()
        /// The lines below.
        var rest = LineRun()

        /// The place of the first line.
        public var startIndex: Int { 0 }
        /// The place after the last one.
        public var endIndex: Int { head.count + rest.count }

        /// The line at a place.
        public subscript(index: Int) -> Line {
            index < head.count ? head[index] : rest[index - head.count]
        }
    }
}

/// Lines that follow each other.
struct LineRun: Equatable, Sendable {
    /// What a line shows.
    private enum Shape: Equatable {
        case blank
        case text(Block.Kind)
        case label(ArticleLayout.Label)
    }

    /// A line: a part of the text, or the place of a label.
    private struct Entry: Equatable {
        var start: UInt32
        var count: UInt32
        var shape: Shape
        var indent: UInt8
        var sign: ArticleLayout.Sign
    }

    private var entries: [Entry] = []
    private var labels: [String] = []

    var count: Int { entries.count }

    subscript(index: Int) -> ArticleLayout.Line {
        let entry = entries[index]
        let start = Int(entry.start)
        let content: ArticleLayout.Line.Content =
            switch entry.shape {
            case .blank: .blank
            case .text(let kind): .text(start..<start + Int(entry.count), kind)
            case .label(let label): .label(labels[start], label)
            }
        return ArticleLayout.Line(content: content, indent: Int(entry.indent), sign: entry.sign)
    }

    mutating func appendBlank() {
        append(.blank, 0, 0)
    }

    mutating func append(_ label: ArticleLayout.Label, _ words: String) {
        append(.label(label), labels.count, 0)
        labels.append(words)
    }

    mutating func append(_ range: Range<Int>, _ kind: Block.Kind, indent: Int, sign: ArticleLayout.Sign) {
        append(.text(kind), range.lowerBound, range.count, indent: indent, sign: sign)
    }

    private mutating func append(
        _ shape: Shape, _ start: Int, _ count: Int, indent: Int = 0, sign: ArticleLayout.Sign = .none
    ) {
        entries.append(
            Entry(
                start: UInt32(clamping: start), count: UInt32(clamping: count), shape: shape,
                indent: UInt8(clamping: indent), sign: sign))
    }
}
