public import Model

/// Guesses the language of a text by its commonest little words.
public enum LanguageGuess {
    /// The language of a text in UTF-8 among Italian, English, German, French, Spanish and Portuguese; `nil` when
    /// unsure.
    ///
    /// Looks at the first 64 KiB. The first language needs at least three words, and a third more than the second.
    public static func language(of text: [UInt8]) -> Language? {
        var scores = [Int](repeating: 0, count: codes.count)
        var word: UInt64 = 0
        var count = 0
        let words = languages
        func end() {
            if 1...6 ~= count { words.note(word, in: &scores) }
            word = 0
            count = 0
        }
        for byte in text.prefix(1 << 16) {
            if byte.isLetter || byte > 0x7F {
                word = word << 8 | UInt64(byte.lowercased)
                count += 1
            } else {
                end()
            }
        }
        end()
        let ranked = scores.indices.sorted { (scores[$0], codes[$1]) > (scores[$1], codes[$0]) }
        guard let first = ranked.first, scores[first] >= 3 else { return nil }
        return scores[first] * 3 >= scores[ranked[1]] * 4 ? Language(codes[first]) : nil
    }

    private static let codes = ["it", "en", "de", "fr", "es", "pt"]

    /// Little words, the letters of each in one word of the machine, with the places in `codes` of the languages that have
    /// it.
    private struct Words {
        private var keys = [UInt64](repeating: 0, count: 2048)
        /// A bit for each place.
        private var places = [UInt8](repeating: 0, count: 2048)

        init(_ words: [UInt64: [Int]]) {
            for (word, all) in words {
                var slot = Words.slot(word)
                while keys[slot] != 0 { slot = (slot + 1) & 2047 }
                keys[slot] = word
                places[slot] = all.reduce(0) { $0 | 1 << UInt8($1) }
            }
        }

        private static func slot(_ word: UInt64) -> Int { Int((word &* 0x9E37_79B9_7F4A_7C15) >> 53) }

        /// Adds one to the scores of the languages that have a word.
        func note(_ word: UInt64, in scores: inout [Int]) {
            var slot = Words.slot(word)
            while keys[slot] != 0 {
                if keys[slot] == word {
                    for place in scores.indices where places[slot] & 1 << UInt8(place) != 0 { scores[place] += 1 }
                    return
                }
                slot = (slot + 1) & 2047
            }
        }
    }

    private static let languages: Words = {
        let lists = [
            "it": """
            il lo la i gli le un uno una di del della dei degli delle dello da dal dalla in nel nella nei nelle con su \
            sul sulla per tra fra e ed o ma che chi cui non si è sono ha hanno al alla ai alle anche come più questo \
            questa quello dopo prima ogni tutti così perché quando stato essere era suo sua loro ci ne se
            """,
            "en": """
            the a an of and to in is are was were be been it its that this these for on with as at by from or but not \
            have has had he she they we you his her their will would can could which who what when where more than \
            said after about into over also if no so out up all
            """,
            "de": """
            der die das und ist nicht ein eine einen einem einer zu den dem des mit von auf für im sich auch es an als \
            wie bei nach aus wird sind hat haben oder aber um über nur noch werden war am vom zum zur
            """,
            "fr": """
            le la les un une des du de et est en que qui dans pour pas sur au aux avec ce cette ces il elle ils son sa \
            ses par plus ne se ont sont mais ou où nous vous leur été être à dit
            """,
            "es": """
            el la los las un una unos de del y en que es por con para no se su sus al lo como más pero o este esta \
            son ha han fue ser entre sobre también muy sin hay años
            """,
            "pt": """
            o a os as um uma de do da dos das e em no na nos nas que é por com para não se seu sua ao à como mais mas \
            ou foi são tem ser entre sobre também pela pelo
            """,
        ]
        var table: [UInt64: [Int]] = [:]
        for (place, code) in codes.enumerated() {
            for word in (lists[code] ?? "").split(separator: " ") {
                table[word.utf8.reduce(0) { $0 << 8 | UInt64($1) }, default: []].append(place)
            }
        }
        return Words(table)
    }()
}
