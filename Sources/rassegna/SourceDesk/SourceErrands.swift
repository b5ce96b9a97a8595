import Controller
import Model
import Views

/// What is done with sources beside the screen, each errand from its beginning to its end; tests have one of their own.
protocol SourceErrands: Sendable {
    /// Adds what lies at an address or a path; says what came of it.
    func add(_ place: String) -> Answer
    /// Fetches feeds and scans folders; `progress` hears of each one that is done with.
    func refresh(_ target: RefreshTarget, progress: @escaping (FetchProgress) -> Void) -> RefreshSummary
    /// Ends the refresh that is running, from any thread and at once; what is stored stays.
    func cancel()
    /// Fetches the page of an article.
    func fetchPage(of id: ArticleID) -> Answer
}

extension SourceErrands {
    /// Does an errand from its beginning to its end; `nil` for an effect that is none.
    func answer(to effect: Effect, progress: @escaping (FetchProgress) -> Void = { _ in }) -> Answer? {
        switch effect {
        case .addSource(let place): add(place)
        case .refresh(let target): .refreshed(refresh(target, progress: progress))
        case .fetchPage(let id): fetchPage(of: id)
        default: nil
        }
    }
}
