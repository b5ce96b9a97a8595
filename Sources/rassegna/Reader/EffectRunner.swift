import Controller
import Entities
import Library
import Model
import Views

/// Does what `update` asks for and gives the answers; knows the library and the catalogue, not the screen.
struct EffectRunner: Sendable {
    let library: Library
    let knowledge: Knowledge
    /// The user's settings; `nil` where there are none.
    var settings: SettingsFile?
    /// How many companies the left pane lists at most, so that the sources stay near; the picker finds the others.
    private static let mostCompanies = 25

    /// Does an effect and says what came of it; effects of the screen (copy, browse, quit ...) come to nothing here.
    ///
    /// - Parameter patience: How long somebody waits; what is broken off comes to nothing.
    func answers(to effect: Effect, patience: Patience? = nil) -> [Answer] {
        do {
            return try perform(effect, patience)
        } catch let error as LibraryError where error == .brokenOff {
            return []
        } catch let error as LibraryError {
            return [.failed(error.description)]
        } catch {
            return [.failed("\(error)")]
        }
    }

    private func perform(_ effect: Effect, _ patience: Patience?) throws -> [Answer] {
        switch effect {
        case .load(let request): return try meaning(of: request) + [page(for: request, patience)]
        case .count(let request):
            return [.counted(try counted(request, patience, isSlow: true), list: request.list)]
        case .why(let request):
            let reasons = try request.ids.map { ($0, try library.why($0, request.query)) }
            return [.why(Dictionary(reasons) { first, _ in first }, list: request.list)]
        case .loadQueryNames: return [.queryNames(try library.queryNames())]
        case .loadHistory: return [.history(try library.history(limit: EffectRunner.mostHistory))]
        case .fetch(let id), .readAhead(let id): return [.article(id, try library.article(id))]
        case .loadVersions(let id): return [.versions(id, try library.versions(of: id))]
        case .findUnread(let request):
            let row = try library.neighbour(
                of: request.slot, request.older ? .older : .newer, in: request.query, unreadOnly: true)
            return [.unread(request, row)]
        case .loadCompanies:
            return [try leftPane(), .searches(try library.savedSearches())]
        case .loadNames: return [.names(try names())]
        case .mark(let action, let ids): return [.changed(try library.mark(action, ids: ids), .made)]
        case .markAll(let action, let query, let builtAt):
            return [.changed(try library.mark(action, matching: query, builtAt: builtAt), .made)]
        case .toggleFollow(let company): return [try toggleFollow(company)]
        case .correct(let correction): return [try turn(.made) { try library.correct([correction]) }]
        case .reread(let id): return [try reread(id)]
        case .refetch(let id): return [.reread(id, try library.article(id))]
        case .loadTags: return [.tags(try library.tags())]
        case .tag(let ids, let tags):
            let (changes, articles) = try library.tag(ids, tags)
            guard let change = Change.together(changes, articles: articles) else {
                return [.notice(Notice("Nothing to change."))]
            }
            return [.changed(change, .made)]
        case .arrange(let change): return [try arrange(change)]
        case .undo: return [try turn(.undone) { try library.undo() }]
        case .redo: return [try turn(.redone) { try library.redo() }]
        case .removeSource, .renameSource, .tagSource, .fetchPages: return [try change(effect)]
        case .keepSearch, .add, .addSamples, .addSource, .refresh, .cancelRefresh, .fetchPage, .copy, .browse, .suspend,
            .redraw,
            .quit:
            return []
        }
    }

    private func leftPane() throws -> Answer {
        let companies = try library.companies(limit: EffectRunner.mostCompanies)
        let hidden = try library.companyCount() - companies.count
        return .companies(
            try library.count(.everything), companies, hidden: hidden, try library.sources(),
            outlets: try library.outletsOfNoSource())
    }

    /// How many changes the history shows.
    private static let mostHistory = 500
    /// How long rows wait for their count, so that both are in one frame; a slower count follows.
    private static let countPatience = Duration.milliseconds(5)

    /// What the names of a new list's query lead to; nothing where it has none.
    private func meaning(of request: ListRequest) throws -> [Answer] {
        let query = request.page.query
        guard request.purpose == .fresh, query.hasNames else { return [] }
        return [.meaning(try library.meaning(of: query), list: request.list)]
    }

    /// The number of articles of a list, if that is known at once.
    private func count(_ request: PageRequest, _ page: Page, _ patience: Patience?) throws -> Count? {
        if request.anchor == .newest, !page.hasOlder, !page.hasNewer {
            return Count(total: page.rows.count, unread: page.rows.count { !$0.isRead })
        }
        let brief = Patience(within: patience, for: EffectRunner.countPatience)
        do {
            return try counted(CountRequest(request), brief)
        } catch let error as LibraryError where error == .brokenOff {
            return nil
        }
    }

    private func counted(_ request: CountRequest, _ patience: Patience?, isSlow: Bool = false) throws -> Count {
        try library.count(request.query, builtAt: request.builtAt, patience: patience, isSlow: isSlow)
    }

    private func page(for request: ListRequest, _ patience: Patience?) throws -> Answer {
        if let fault = try library.searchFault(of: request.page.query) { return .failed(fault.description) }
        var wanted = request.page
        let builtAt = try wanted.builtAt ?? library.journalNumber()
        wanted.builtAt = builtAt
        let page = try library.page(wanted, patience: patience)
        let counts = request.purpose != .older && request.purpose != .newer
        let count = counts ? try count(wanted, page, patience) : nil
        var position: Int?
        if case .jump = request.purpose, let head = page.rows.first {
            position = try library.position(of: head.slot, in: wanted.query, builtAt: builtAt)
        }
        return .page(request, page, count: count, builtAt: builtAt, position: position)
    }

    private func toggleFollow(_ name: String) throws -> Answer {
        let canonical = knowledge.companies(meaning: name).first ?? name
        let isFollowed = try library.company(canonical)?.isFollowed ?? false
        return .changed(try library.follow(canonical, !isFollowed), .made)
    }

    /// Makes a change, and says how far it goes where it is one of corrections.
    private func turn(_ turn: Answer.Turn, _ make: () throws -> Change?) throws -> Answer {
        let before = try library.correctionsInForce()
        let change = try make()
        guard let change, change.action == .corrected || change.action == .uncorrected else {
            return .changed(change, turn)
        }
        let reach = Corrections.reach(from: before, to: try library.correctionsInForce())
        return .corrected(change, turn, reach: try library.count(within: reach))
    }

    private func reread(_ id: ArticleID) throws -> Answer {
        guard let article = try library.staleArticle(id) else { return .reread(id, nil) }
        let recogniser = knowledge.recogniser(try library.correctionsInForce())
        try library.annotate([(article, recogniser.annotate(article))], knowledge: recogniser.knowledge)
        return .reread(id, try library.article(id))
    }

    /// The companies of the library, then those of the catalogue that no article mentions.
    private func names() throws -> [NamedCompany] {
        let known = knowledge.names(Corrections(try library.correctionsInForce()))
        var listed: Set<String> = []
        var names = try library.companyNames { row in
            listed.insert(row.name)
            return NamedCompany(row: row, names: known[row.name] ?? [.init(row.name)])
        }
        for (name, itsNames) in known where !listed.contains(name) {
            names.append(NamedCompany(row: CompanyRow(name: name), names: itsNames))
        }
        return names
    }
}

extension Query {
    /// Whether names in it lead elsewhere: of companies, or of saved searches.
    fileprivate var hasNames: Bool {
        switch self {
        case .company, .often, .with, .saved: true
        case .all(let parts), .any(let parts): parts.contains(where: \.hasNames)
        case .not(let query): query.hasNames
        default: false
        }
    }
}
