import Model

/// How much an article is about each company.
struct Ranking {
    /// The text.
    let reading: Reading

    /// The companies of the mentions, the most salient first, then by number of mentions, then by name.
    ///
    /// *About*: in the title; or in the lead with at least two mentions; or at least three mentions and a quarter of all.
    /// *Passing*: one mention outside title and lead. The lead is the first paragraph and what else begins within the
    /// first 300 bytes after the title.
    func appearances(of mentions: [Mention]) -> [Appearance] {
        let title = reading.title.isEmpty ? 0..<0 : titleRange
        let lead = leadRange
        var counts: [String: (mentions: Int, isTitle: Bool, isLead: Bool)] = [:]
        var total = 0
        for mention in mentions where mention.kind != .amount {
            guard let company = mention.company else { continue }
            total += 1
            var count = counts[company] ?? (0, false, false)
            count.mentions += 1
            count.isTitle = count.isTitle || title.contains(mention.range.lowerBound)
            count.isLead = count.isLead || lead.contains(mention.range.lowerBound)
            counts[company] = count
        }
        let appearances = counts.map { name, count in
            let isLarge = count.mentions >= 3 && count.mentions * 4 >= total
            let isAbout = count.isTitle || (count.isLead && count.mentions >= 2) || isLarge
            let isPassing = count.mentions == 1 && !count.isLead
            return Appearance(
                company: name, salience: isAbout ? .about : isPassing ? .passing : .mentioned, mentions: count.mentions)
        }
        return appearances.sorted { left, right in
            if left.salience != right.salience { return left.salience > right.salience }
            return left.mentions != right.mentions ? left.mentions > right.mentions : left.company < right.company
        }
    }

    private var titleRange: Range<Int> {
        reading.sections.first { $0.kind == .title }?.range ?? 0..<0
    }

    private var leadRange: Range<Int> {
        let body = reading.sections.filter { $0.kind != .title && $0.kind != .heading }.prefix(8)
        guard let first = body.first else { return 0..<0 }
        let last = body.last { $0.range.lowerBound < first.range.lowerBound + 300 && $0.kind == .paragraph }
        let end = min(last?.range.upperBound ?? 0, first.range.lowerBound + 300)
        return first.range.lowerBound..<max(first.range.upperBound, end)
    }
}
