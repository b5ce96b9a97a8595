import Model

/// What agrees that the name of a listed company, which nobody checked by hand, means that company.
extension Decision {
    /// Whether every word has a capital that has one in the catalogue, so that `Boston properties` is not the firm.
    func hasCapitals(of entry: Entry, _ candidate: Candidate) -> Bool {
        for (offset, token) in reading.tokens[candidate.words].prefix(8).enumerated()
        where entry.capitals >> UInt8(offset) & 1 == 1 && !token.isCapital {
            return false
        }
        return true
    }

    /// Whether the company's symbol stands in brackets right after its name: `Progress (NASDAQ: PRGS)`.
    func isFollowedBySymbol(of entry: Entry, _ candidate: Candidate) -> Bool {
        let section = reading.sections[candidate.section]
        let first = candidate.words.upperBound
        guard first < section.words.upperBound else { return false }
        let gap = Int(reading.tokens[first - 1].end)..<Int(reading.tokens[first].start)
        guard reading.bytes[gap].elementsEqual(" (".utf8) else { return false }
        for index in first..<min(first + 4, section.words.upperBound) {
            for end in index + 1..<min(index + 3, section.words.upperBound + 1) {
                let entries = catalogue.symbols.entries(of: reading.tokens[index..<end], reading.bytes)
                if entries.contains(where: { $0.record == entry.record }) { return true }
            }
            let end = Int(reading.tokens[index].end)
            guard end < reading.bytes.count, reading.bytes[end] != UInt8(ascii: ")") else { return false }
        }
        return false
    }
}
