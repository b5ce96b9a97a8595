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
        // Full forms by their first word.
        var full: [UInt32: [Int]] = [:]
        for index in firms where choices[index].name.count > 1 || !isStranger(choices[index]) {
            full[reading.tokens[choices[index].name.lowerBound].hash, default: []].append(index)
        }
        var resolved = choices
        for index in firms where isStranger(choices[index]) {
            let name = choices[index].name
            var best: Int?
            for other in full[reading.tokens[name.lowerBound].hash] ?? [] where other != index {
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
                resolved[index].record = choices[best].record
                resolved[index].company = choices[best].company
            } else if reading.sections[choices[index].section].isUpper, let other = spelled(name, choices, firms) {
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

    /// The same name where the letters' case means something.
    private func spelled(_ name: Range<Int>, _ choices: [Choice], _ firms: [Int]) -> Int? {
        firms.first { index in
            !reading.sections[choices[index].section].isUpper && choices[index].name.count == name.count
                && startsAlike(name, choices[index].name)
        }
    }
}
