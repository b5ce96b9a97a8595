import Model

/// The names of the months.
enum MonthNames {
    /// The number of a month by its name in small letters without accents, whole or cut to three letters or more; in
    /// English, Italian, German, French, Spanish, Portuguese, Dutch, Swedish, Polish, Hungarian, Greek and Russian.
    static func month(_ word: String) -> Int? {
        let letters = word.unicodeScalars
        guard letters.count >= 3 else { return nil }
        return whole[word] ?? short[String(String.UnicodeScalarView(letters.prefix(3)))].flatMap { names in
            names.first { $0.name.hasPrefix(word) }?.month
        } ?? greek[word]
    }

    /// A month by one of its names.
    private struct Name {
        var name: String
        var month: Int
    }

    private static let whole: [String: Int] = Dictionary(all.map { ($0.name, $0.month) }) { first, _ in first }

    /// By the first three letters.
    private static let short: [String: [Name]] = Dictionary(grouping: all) {
        String(String.UnicodeScalarView($0.name.unicodeScalars.prefix(3)))
    }

    private static let all: [Name] = lists.flatMap { list in
        list.split(separator: " ").enumerated().map { Name(name: Folding.fold($1), month: $0 + 1) }
    }

    private static let lists = [
        "january february march april may june july august september october november december",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "januari februari mars april maj juni juli augusti september oktober november december",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "január februári március április május június július augusztus szeptember október november december",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    ]

    /// As they are cut in Greek feeds.
    private static let greek: [String: Int] = {
        let names = [
            ["Ιαν"], ["Φεβ"], ["Μάώ", "Μαώ", "Μάρ", "Μαρ"], ["Απρ"], ["Μάι", "Μαϊ", "Μαι", "Μάϊ"],
            ["Ιούν", "Ιον", "Ιουν"],
            ["Ιούλ", "Ιολ", "Ιουλ"], ["Αύγ", "Αυγ"], ["Σεπ"], ["Οκτ"], ["Νοέ", "Νοε"], ["Δεκ"],
        ]
        var table: [String: Int] = [:]
        for (index, forms) in names.enumerated() {
            for form in forms { table[Folding.fold(form)] = index + 1 }
        }
        return table
    }()
}
