import Ingest
import Library

/// Lists of feeds among files that somebody adds by their names: their feeds become sources, as `rassegna import` does it.
struct NamedList {
    /// What a file says, ready to be added.
    let list: SubscriptionList
    /// How many bytes tell a list from an article.
    private static let head = 4096
    /// The size in bytes beyond which a list of feeds is refused.
    static let limit = 64 << 20

    /// The list in a file; `nil` where it is none, or no file that can be read.
    init?(path: String) throws {
        guard path != "-", var file = try? LineFile(path: path), let head = try? file.head(NamedList.head),
            SubscriptionList.isOne(named: path, head: head[...])
        else { return nil }
        list = try SubscriptionList(reading: try file.rest(limit: NamedList.limit))
    }
}
