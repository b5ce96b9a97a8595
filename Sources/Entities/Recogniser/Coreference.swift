import Model

/// Gives firms that no catalogue knows the fullest name that the article has for them: `Halden` is `Halden Biosystems`, and
/// `Lumera Sistemi S.r.l.` is `Lumera Sistemi` here and in every other article.
struct Coreference {
    private let reading: Reading

    init(_ reading: Reading) {
        self.reading = reading
    }

    /// The same mentions, those of unknown firms with the company of the fullest form.
    func resolved(_ choices: [Choice]) -> [Choice] {
        let firms = choices.indices.filter { choices[$0].kind == .company && choices[$0].evidence != .metonym }
        guard firms.contains(where: { isStranger(choices[$0]) }) else { return choices }
        // Full forms by their first word, and names as they are written where case means something: each once, however
        // often the article has it.
        var full: [UInt32: [Int]] = [:]
        var spelled: [UInt64: Int] = [:]
        var seen: Set<UInt64> = []
        for index in firms {
            let name = choices[index].name
            let key = key(name)
            if !reading.sections[choices[index].section].isUpper, spelled[key] == nil { spelled[key] = index }
            guard name.count > 1 || !isStranger(choices[index]) else { continue }
            guard seen.insert(isStranger(choices[index]) ? key : ~key).inserted else { continue }
            full[reading.tokens[name.lowerBound].hash, default: []].append(index)
        }
        var known: [UInt64: Int] = [:]
        var resolved = choices
        for index in firms where isStranger(choices[index]) {
            let name = choices[index].name
            let key = key(name)
            var best = known[key]
            for other in best == nil ? full[reading.tokens[name.lowerBound].hash] ?? [] : [] where other != index {
                let longer = choices[other].name
                guard longer.count > name.count || (longer.count == name.count && !isStranger(choices[other])) else {
                    continue
                }
                guard startsAlike(name, longer), best.map({ choices[$0].name.count < longer.count }) ?? true else {
                    continue
                }
                best = other
            }
            if let best {
                known[key] = best
                resolved[index].record = choices[best].record
                resolved[index].company = choices[best].company
            } else if reading.sections[choices[index].section].isUpper, let other = spelled[key] {
                // A headline in capitals does not tell how the name is written.
                resolved[index].company = choices[other].company
            }
        }
        return resolved
    }

    private func isStranger(_ choice: Choice) -> Bool {
        choice.record < 0 && choice.evidence == .recognised
    }

    /// Whether a name is the first words of a longer one and can stand for it.
    private func startsAlike(_ name: Range<Int>, _ longer: Range<Int>) -> Bool {
        guard longer.count >= name.count else { return false }
        return (0..<name.count).allSatisfy {
            reading.sameLetters(reading.tokens[name.lowerBound + $0], reading.tokens[longer.lowerBound + $0])
        }
    }

    private func key(_ words: Range<Int>) -> UInt64 {
        words.reduce(0) { NameLists.key(after: $0, reading.tokens[$1].hash) }
    }
}
