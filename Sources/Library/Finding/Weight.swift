import Foundation
import GRDB
import GRDBSQLite

/// A function for the text index that weighs the words of a search in one article.
///
/// SQLite's own `bm25` counts each word in all articles first, which takes as long as the library is large; here the
/// caller gives what a word is worth.
enum Weight {
    /// Its name: `weigh(search, 2.5, 0.7)`, with the worth of each phrase of the search in order.
    static let name = "weigh"
    /// More phrases than this weigh 1.
    static let mostPhrases = 100

    // How much a word counts in the title, among the first words of the text, and anywhere else.
    private static let (title, lead, body) = (6.0, 2.0, 1.0)
    private static let leadLength = 60
    // How soon more of the same word says no more, and how much the length of a text counts (bm25's k1 and b).
    private static let (saturation, lengthShare) = (1.2, 0.3)
    private static let usualLength = 600.0

    /// Makes the function known to a connection.
    static func register(in db: Database) {
        let api = FTS5.api(db)
        guard let create = api.pointee.xCreateFunction else { return }
        _ = create(UnsafeMutablePointer(mutating: api), name, nil, weigh, nil)
    }

    private static let weigh: fts5_extension_function = { api, row, context, count, values in
        guard let api = api?.pointee, let phraseCount = api.xPhraseCount, let instanceCount = api.xInstCount,
            let instance = api.xInst, let columnSize = api.xColumnSize
        else { return sqlite3_result_double(context, 0) }
        var weights = [Double](repeating: 0, count: Int(phraseCount(row)))
        var instances: Int32 = 0
        _ = instanceCount(row, &instances)
        for index in 0..<instances {
            var (phrase, column, offset): (Int32, Int32, Int32) = (0, 0, 0)
            guard instance(row, index, &phrase, &column, &offset) == SQLITE_OK else { continue }
            weights[Int(phrase)] += column == 0 ? title : offset < leadLength ? lead : body
        }
        var length: Int32 = 0
        _ = columnSize(row, 1, &length)
        let base = saturation * (1 - lengthShare + lengthShare * Double(length) / usualLength)
        var sum = 0.0
        for (phrase, weight) in weights.enumerated() where weight > 0 {
            let worth = phrase < Int(count) ? values.flatMap { $0[phrase] }.map { sqlite3_value_double($0) } ?? 1 : 1
            sum += worth * weight * (saturation + 1) / (weight + base)
        }
        sqlite3_result_double(context, sum)
    }
}

/// Two to the power of a number.
func power(_ exponent: Double) -> Double { exp2(exponent) }

/// The natural logarithm.
func logarithm(_ value: Double) -> Double { log(value) }
