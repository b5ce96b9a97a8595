public import Model
import Terminal

/// Sources in words.
public enum SourceText {
    /// What the screen calls a source: its title, or else the last part of a folder's path, or an address without its
    /// scheme.
    public static func name(of source: Source) -> String {
        if let title = source.title { return title }
        switch source.kind {
        case .folder:
            return source.address.split(separator: "/").last.map { $0 + "/" } ?? "/"
        case .feed:
            let schemes = ["https://", "http://"].filter(source.address.hasPrefix)
            return String(source.address.dropFirst(schemes.first?.utf8.count ?? 0))
        }
    }

    /// The sign before a source's name: being fetched, gone, failing; a space where all is well.
    static func sign(of source: Source, isFetching: Bool) -> String {
        if isFetching { return "…" }
        if source.visits.isGone { return "×" }
        return source.visits.problem == nil ? " " : "!"
    }

    /// `last good 20 Nov 09:30 · cannot reach example.org: timed out`.
    static func status(of source: Source, isFetching: Bool, dates: DateText) -> String {
        var parts: [String] = []
        if isFetching { parts.append("being fetched…") }
        if let success = source.visits.success {
            parts.append("last good \(dates.minute(success))")
        } else if !isFetching {
            parts.append(source.kind == .folder ? "not read yet" : "never fetched well")
        }
        if let problem = source.visits.problem {
            parts.append(problem)
        } else if source.visits.isGone {
            parts.append("gone for good")
        }
        if source.fetchesPages { parts.append("whole pages") }
        return parts.joined(separator: " · ")
    }
}
