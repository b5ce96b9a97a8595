import Model

/// A text as the recogniser sees it: words with their spelling, their lists and what the catalogue says of them.
package struct NameSight {
    /// A sentence, which is labelled by itself.
    package struct Sentence {
        /// Its words.
        package var words: Range<Int>
        /// The section it stands in.
        package var section: Int
    }

    /// The words of the text, furniture left out.
    private(set) var tokens: [NameToken] = []
    /// The sentences, in order.
    package private(set) var sentences: [Sentence] = []
    private var sights: [NameFeatures.Sight] = []
    /// Words free on both sides of a sentence's.
    private static let margin = 2

    /// The most words that are labelled as one sentence: longer ones are cut.
    private static let longest = 200

    init(_ reading: Reading, lists: NameLists, catalogue: Catalogue, candidates: [Candidate], choices: [Choice]) {
        tokens.reserveCapacity(reading.bytes.count / 5)
        var tokenizer = NameTokenizer(reading.bytes)
        for (number, section) in reading.sections.enumerated() {
            var first = tokens.count
            tokenizer.append(section.range, isUpper: section.isUpper, to: &tokens)
            for index in first..<tokens.count where index > first {
                guard tokens[index].startsSentence || index - first >= NameSight.longest else { continue }
                sentences.append(Sentence(words: first..<index, section: number))
                first = index
            }
            if first < tokens.count { sentences.append(Sentence(words: first..<tokens.count, section: number)) }
        }
        let priors = Priors(tokens, reading: reading, catalogue: catalogue, candidates: candidates, choices: choices)
        let (marks, classes) = NameSight.marks(of: tokens, sentences, lists)
        let article = NameSight.size(choices.count { $0.namesFirm && $0.kind == .company })
        sights = Array(repeating: .beyond, count: tokens.count + NameSight.margin * 2 * (sentences.count + 1))
        var at = NameSight.margin
        for sentence in sentences {
            let section = reading.sections[sentence.section]
            let mode: UInt32 = section.isUpper ? 64 : section.isTitleCase ? 128 : 0
            let (left, right) = NameSight.neighbours(of: sentence.words, classes, tokens)
            for index in sentence.words {
                let token = tokens[index]
                let start: UInt32 = index == sentence.words.lowerBound ? 256 : 0
                sights[at] = NameFeatures.Sight(
                    word: token.hash, shape: UInt32(token.shape.rawValue) | mode | start, prefix: token.prefix,
                    suffix: token.suffix, lists: UInt32(marks[index].rawValue), decided: UInt32(priors.decided[index]),
                    possible: UInt32(priors.possible[index]), article: article,
                    wordClass: UInt32(classes[index]), left: left[index - sentence.words.lowerBound],
                    right: right[index - sentence.words.lowerBound])
                at += 1
            }
            at += NameSight.margin * 2
        }
    }

    /// A number of firms as the templates see it.
    private static func size(_ firms: Int) -> UInt32 {
        firms < 2 ? UInt32(firms) : firms < 4 ? 2 : 3
    }

    /// The classes of the nearest small words on both sides of each word that have one, within `NameSight.reach` words.
    private static func neighbours(
        of words: Range<Int>, _ classes: [UInt8], _ tokens: [NameToken]
    ) -> (left: [UInt32], right: [UInt32]) {
        func nearest(_ indices: some Sequence<Int>) -> [UInt32] {
            var found: UInt32 = 0
            var distance = 0
            return indices.map { index in
                defer {
                    if classes[index] != 0, tokens[index].shape == .small {
                        (found, distance) = (UInt32(classes[index]), 0)
                    } else {
                        distance += 1
                    }
                }
                return distance < reach ? found : 0
            }
        }
        return (nearest(words), nearest(words.reversed()).reversed())
    }

    /// How far a word is seen whose class says something of a name.
    private static let reach = 5

    /// What the lists say of each word: the marks of the longest listed name that covers it, and the word's own class.
    private static func marks(
        of tokens: [NameToken], _ sentences: [Sentence], _ lists: NameLists
    ) -> (marks: [ListMarks], classes: [UInt8]) {
        var marks = [ListMarks](repeating: [], count: tokens.count)
        var classes = [UInt8](repeating: 0, count: tokens.count)
        for sentence in sentences {
            var covered = sentence.words.lowerBound
            for first in sentence.words where !tokens[first].shape.isSign {
                var key: UInt64 = 0
                var index = first
                while index < sentence.words.upperBound, index < first + 5 {
                    key = NameLists.key(after: key, tokens[index].hash)
                    let entry = lists.entry(key)
                    let found = entry.marks
                    if index == first { classes[first] = entry.wordClass }
                    index += 1
                    let own = found.subtracting(.goesOn)
                    if !own.isEmpty, first >= covered || index > covered || index == first + 1 {
                        for word in first..<index where word >= covered || own.contains(.several) {
                            marks[word] = own
                        }
                        covered = max(covered, index)
                    }
                    guard found.contains(.goesOn) else { break }
                }
            }
        }
        return (marks, classes)
    }

    /// Calls a function with what the templates see of the words of a sentence: two more can be read on each side.
    func withSights<Result>(ofSentence number: Int, _ body: (UnsafePointer<NameFeatures.Sight>) -> Result) -> Result? {
        let offset = sentences[number].words.lowerBound + NameSight.margin + number * NameSight.margin * 2
        return sights.withUnsafeBufferPointer { buffer in buffer.baseAddress.map { body($0 + offset) } }
    }

    /// The same text as it would be seen if the catalogue knew none of its names.
    package func blind() -> NameSight {
        var blind = self
        for index in blind.sights.indices {
            blind.sights[index].decided = 0
            blind.sights[index].possible = 0
        }
        return blind
    }

    /// The rows of a sentence's words, `NameFeatures.count` for each.
    package func rows(ofSentence number: Int) -> [UInt32] {
        let words = sentences[number].words
        let count = words.count * NameFeatures.count
        return withSights(ofSentence: number) { sights in
            Array(unsafeUninitializedCapacity: count) { buffer, used in
                if let rows = buffer.baseAddress {
                    for word in 0..<words.count {
                        NameFeatures.rows(sights + word, into: rows + word * NameFeatures.count)
                    }
                }
                used = count
            }
        } ?? []
    }

    /// The bytes of a sentence's words.
    package func ranges(ofSentence number: Int) -> [Range<Int>] {
        tokens[sentences[number].words].map(\.range)
    }
}
