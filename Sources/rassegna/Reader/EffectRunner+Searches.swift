import Controller
import Library
import Model
import Views

/// Saved searches: changing them, and counting what is unread of them.
extension EffectRunner {
    func arrange(_ change: SearchChange) throws -> Answer {
        let made: Change?
        do {
            made = try library.arrange(change)
        } catch {
            guard case .badSearch(let reason) = error else { throw error }
            return .notice(Notice(reason, .bad))
        }
        return made.map { .changed($0, .made) } ?? .notice(Notice("Nothing to change."))
    }

    /// How many articles of saved searches are unread, by their names; goes on while `proceeds` says so.
    func unreadCounts(of searches: [SavedSearch], proceeds: () -> Bool = { true }) -> [String: Int] {
        var counts: [String: Int] = [:]
        for search in searches where proceeds() {
            counts[search.name] = search.query.flatMap { try? library.unreadCount($0) } ?? 0
        }
        return counts
    }
}
