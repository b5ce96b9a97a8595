import Fetch
import Ingest
import Library
import Model

/// Adds what lies at an address: a feed as a source, the feeds that a page names, or a page as an article.
struct AddressAdding {
    /// What the user wants of a page.
    struct Wish: Equatable, Sendable {
        /// All feeds that a page names.
        var all = false
        /// The page itself, whatever feeds it names.
        var page = false
        /// Feeds in the usual places, where a page names none.
        var guess = false
    }

    /// What became of an address.
    enum Outcome: Equatable, Sendable {
        /// A feed is a source now, or was one already.
        case source(Source, isNew: Bool, added: Int)
        /// A page is an article now, with the feeds that it names.
        case article(ParsedArticle, StoreOutcome, feeds: [FeedLink])
        /// The page names several feeds, and none was chosen.
        case choice([FeedLink])
    }

    let library: Library
    let knowledge: Knowledge
    let fetcher: Fetcher
    let keyring: Keyring
    let reader: WebReader
    let now: @Sendable () -> Timestamp

    /// What adds to a library.
    init(
        library: Library, knowledge: Knowledge, fetcher: Fetcher = .ofProgram(), keyring: Keyring = .ofUser(),
        reader: WebReader = .standard, now: @escaping @Sendable () -> Timestamp = { Environment.now() }
    ) {
        self.library = library
        self.knowledge = knowledge
        self.fetcher = fetcher
        self.keyring = keyring
        self.reader = reader
        self.now = now
    }

    /// Fetches what lies at an address that the user typed, and adds it.
    func add(_ typed: String, _ wish: Wish = Wish()) throws -> [Outcome] {
        let place = try TypedAddress(typed)
        let credentials = place.credentials ?? keyring.credentials(for: place.address)
        let response = try get(place.address, credentials)
        let document = Result { try reader.read(response) }
        if case .success(.feed(let feed)) = document {
            if let typed = place.credentials { try keyring.keep(typed, for: place.address) }
            return [try add(feed, response, at: place.address)]
        }
        var links = FeedLink.all(in: response.body, at: response.address)
        if case .success(.page(let page)) = document,
            wish.page || links.isEmpty && !wish.guess || FeedLink.isArticle(response.body)
        {
            let isWall = !wish.page && links.isEmpty && page.text.utf8.count < 1000 && LoginPage.isOne(response.body)
            guard !isWall else { throw Complaint("it is a page for logging in; give the address of the feed itself") }
            if !wish.all { return [try add(page, links: links)] }
        }
        if links.isEmpty, wish.guess { links = try usualFeeds(on: response.address, credentials) }
        if links.isEmpty, case .failure(let error) = document { throw error }
        return try add(links, credentials, place, wish)
    }

    private func add(
        _ links: [FeedLink], _ credentials: Credentials?, _ place: TypedAddress, _ wish: Wish
    ) throws -> [Outcome] {
        let articles = links.filter { !$0.isOfComments }
        let chosen = wish.all ? links : articles.count == 1 ? articles : links.count == 1 ? links : []
        guard !chosen.isEmpty else { return [.choice(links)] }
        return try chosen.map { link in
            let mayKnow = place.address.sharesSecrets(with: link.address)
            let response = try get(link.address, mayKnow ? credentials : nil)
            guard case .feed(let feed) = try reader.read(response) else {
                throw Complaint("\(link.address), which the page calls a feed, is none; --page adds the page itself")
            }
            if mayKnow, let typed = place.credentials { try keyring.keep(typed, for: link.address) }
            return try add(feed, response, at: link.address)
        }
    }

    private func add(_ feed: ParsedFeed, _ response: Response, at address: Address) throws -> Outcome {
        var visits = Visits()
        visits.succeed(response, minutes: feed.minutes, at: now())
        let place = response.newAddress ?? address
        let new = Source(
            kind: .feed, address: place.description, title: feed.title, site: feed.site, visits: visits)
        let (source, isNew) = try library.addSource(new)
        let recogniser = knowledge.recogniser(try library.correctionsInForce())
        let outcomes = try library.store(feed.articles, reading: recogniser.reading, from: source.id)
        try library.note(visits, of: source.id)
        return .source(source, isNew: isNew, added: outcomes.count { if case .added = $0 { true } else { false } })
    }

    private func add(_ page: ParsedArticle, links: [FeedLink]) throws -> Outcome {
        let recogniser = knowledge.recogniser(try library.correctionsInForce())
        let outcome = try library.store([page], reading: recogniser.reading)
        guard let first = outcome.first else { throw IngestError.noArticle }
        return .article(page, first, feeds: links.filter { !$0.isOfComments })
    }

    /// The feeds in the usual places of a host.
    private func usualFeeds(on address: Address, _ credentials: Credentials?) throws -> [FeedLink] {
        for place in FeedLink.usualPlaces(on: address) {
            guard let response = try? get(place, credentials), case .feed(let feed)? = try? reader.read(response)
            else { continue }
            return [FeedLink(address: response.address, title: feed.title)]
        }
        return []
    }

    private func get(_ address: Address, _ credentials: Credentials?) throws -> Response {
        try fetcher.answer(to: Request(address, credentials: credentials)).get().checked(at: now())
    }
}
