import Entities
import Model

/// A sentence to learn from or to be tested on: rows of features and labels, a word after another.
struct Lesson {
    /// The rows of the words, `NameFeatures.count` for each.
    var rows: [UInt32]
    /// The same where the catalogue knows nothing; empty where it says nothing anyway.
    var blindRows: [UInt32]
    /// The labels of the words.
    var labels: [UInt8]
    /// The bytes of the words in their text.
    var ranges: [Range<Int>]
    /// The names as marked, which the words need not be able to tell.
    var names: [MarkedText.Name]
    /// The text of the sentence's paragraph or article, for a look at errors.
    var text: SourceText
    /// Where the text comes from: the number of its file.
    var source: Int
    /// How often it is learned from, in each round.
    var weight = 1
}

/// Makes lessons of marked texts.
struct LessonMaker {
    let annotator: Annotator
    let lists: NameLists

    /// The sentences of a text.
    func lessons(of marked: MarkedText, source: Int, weight: Int = 1) -> [Lesson] {
        let language: Language? = nil
        let sight = annotator.sight(text: marked.text, blocks: marked.blocks, language: language, lists: lists)
        let blind = sight.blind()
        var next = 0
        return sight.sentences.indices.map { number in
            let ranges = sight.ranges(ofSentence: number)
            let end = ranges.last?.upperBound ?? 0
            var names: [MarkedText.Name] = []
            while next < marked.names.count, marked.names[next].range.lowerBound < end {
                names.append(marked.names[next])
                next += 1
            }
            let rows = sight.rows(ofSentence: number)
            let blindRows = blind.rows(ofSentence: number)
            return Lesson(
                rows: rows, blindRows: rows == blindRows ? [] : blindRows, labels: LessonMaker.labels(ranges, names),
                ranges: ranges, names: names, text: SourceText(marked.text), source: source, weight: weight)
        }
    }

    /// The labels of words: those that a name overlaps are its, the first one its beginning.
    private static func labels(_ ranges: [Range<Int>], _ names: [MarkedText.Name]) -> [UInt8] {
        var labels = [UInt8](repeating: UInt8(NameLabel.outside), count: ranges.count)
        for name in names {
            var isFirst = true
            for (word, range) in ranges.enumerated() where range.overlaps(name.range) {
                let label = isFirst ? NameLabel.beginning(name.kind) : NameLabel.inside(name.kind)
                if labels[word] == 0 { labels[word] = UInt8(label) }
                isFirst = false
            }
        }
        return labels
    }
}

extension Lesson {
    /// The names that some labels tell.
    func names(_ labels: ArraySlice<UInt8>) -> [MarkedText.Name] {
        var names: [MarkedText.Name] = []
        var word = 0
        let labels = Array(labels)
        while word < labels.count {
            guard labels[word] != 0 else {
                word += 1
                continue
            }
            let kind = NameLabel.kind(of: Int(labels[word]))
            var end = word + 1
            while end < labels.count, Int(labels[end]) == NameLabel.inside(kind) { end += 1 }
            names.append(.init(range: ranges[word].lowerBound..<ranges[end - 1].upperBound, kind: kind))
            word = end
        }
        return names
    }
}

/// A text in which names are shown.
struct SourceText {
    private let bytes: [UInt8]

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    var isEmpty: Bool { bytes.isEmpty }

    /// The text of some bytes.
    func surface(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// A line for each line of the text in which names differ.
    func lines(found: [MarkedText.Name], marked: [MarkedText.Name]) -> [String] {
        var start = 0
        return bytes.split(separator: 10, omittingEmptySubsequences: false).compactMap { line in
            defer { start += line.count + 1 }
            let range = start..<start + line.count + 1
            let here = { (names: [MarkedText.Name]) in names.filter { range.contains($0.range.lowerBound) } }
            let compared = compared(found: here(found), marked: here(marked))
            return compared.isEmpty ? nil : compared
        }
    }

    /// The line around some names, with those found alone as `{C Eni}`, those marked alone as `[C Eni]`.
    func compared(found: [MarkedText.Name], marked: [MarkedText.Name]) -> String {
        let (found, marked) = (Set(found), Set(marked))
        let wrong = found.symmetricDifference(marked).sorted {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }
        guard let first = wrong.first else { return "" }
        let low = bytes[..<first.range.lowerBound].lastIndex(of: 10).map { $0 + 1 } ?? 0
        let high = bytes[first.range.upperBound...].firstIndex(of: 10) ?? bytes.count
        let names = wrong.map { name in
            let surface = String(decoding: bytes[name.range], as: UTF8.self)
            let letter = MarkedText.letters[name.kind]
            return found.contains(name) ? "{\(letter) \(surface)}" : "[\(letter) \(surface)]"
        }
        return names.joined(separator: " ") + "  in  " + String(decoding: bytes[low..<high].prefix(160), as: UTF8.self)
    }
}
