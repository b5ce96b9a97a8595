import Fetch
import Ingest
import Model

/// Fetches a list of feeds (OPML, newsboat's `urls`) from an address.
struct ListFetching {
    private let fetcher: Fetcher
    private let keyring: Keyring

    init(fetcher: Fetcher = .ofProgram(), keyring: Keyring = .ofUser()) {
        self.fetcher = fetcher
        self.keyring = keyring
    }

    /// The bytes of a list at an address that the user typed; a name and a password in it are kept once they were good.
    func bytes(at typed: String) throws -> [UInt8] {
        let place = try TypedAddress(typed)
        let request = Request(
            place.address, credentials: place.credentials ?? keyring.credentials(for: place.address))
        let response = try fetcher.answer(to: request).get().checked(at: Environment.now())
        if let typed = place.credentials { try keyring.keep(typed, for: place.address) }
        return response.body
    }
}
