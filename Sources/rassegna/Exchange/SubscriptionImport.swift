import Fetch
import Ingest
import Library
import Model

/// Feeds of a list (OPML, newsboat's `urls`) into the library as sources; nothing is fetched.
struct SubscriptionImport {
    /// What became of the list.
    struct Report: Equatable {
        var added = 0
        /// Feeds that were sources already; tags that they did not have were added.
        var known = 0
        /// Entries that named a feed of the list once more.
        var merged = 0
        /// What was left out and why, a line each.
        var skipped: [String] = []

        /// `12 sources added, 3 already here, 1 named twice, 2 skipped`.
        var summary: String {
            var parts = ["\(added) source\(added == 1 ? "" : "s") added"]
            if known > 0 { parts.append("\(known) already here") }
            if merged > 0 { parts.append("\(merged) named more than once") }
            if !skipped.isEmpty { parts.append("\(skipped.count) skipped") }
            return parts.joined(separator: ", ")
        }
    }

    let library: Library
    let keyring: Keyring

    init(library: Library, keyring: Keyring = .ofUser()) {
        self.library = library
        self.keyring = keyring
    }

    /// Adds the feeds of a list.
    func add(_ list: SubscriptionList) throws -> Report {
        var report = Report(merged: list.merged, skipped: list.skipped)
        for subscription in list.subscriptions {
            let place: TypedAddress
            do {
                place = try TypedAddress(subscription.address)
            } catch {
                report.skipped.append("\(TypedAddress.withoutUser(subscription.address)): \(error)")
                continue
            }
            if let typed = place.credentials { try keyring.keep(typed, for: place.address) }
            let (source, isNew) = try library.addSource(
                Source(
                    kind: .feed, address: place.address.description, title: subscription.title, site: subscription.site,
                    tags: subscription.tags))
            if isNew {
                report.added += 1
            } else {
                report.known += 1
                let new = subscription.tags.filter { !source.tags.contains($0) }
                if !new.isEmpty { try library.tagSource(source.id, source.tags + new) }
                try library.describeSource(source.id, title: subscription.title, site: subscription.site)
            }
        }
        return report
    }
}
