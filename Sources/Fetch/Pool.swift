import CFetch

/// libcurl's transfers, for one thread.
struct Pool: ~Copyable {
    /// How a transfer ended, and what it gave.
    struct Ending {
        var number: UInt64
        var outcome: fetch_outcome
        var status: Int
        /// The bytes of the head, without the status line.
        var head: [UInt8]
        var body: [UInt8]
        var reason: String
    }

    private let pool: OpaquePointer
    private var transfers: [UInt64: OpaquePointer] = [:]

    /// Loads libcurl where that has not been done.
    init() throws(FetchError) {
        if let problem = fetch_load() { throw .noLibrary(String(cString: problem)) }
        guard let pool = fetch_open() else { throw .noLibrary("it does not start") }
        self.pool = pool
    }

    deinit {
        for transfer in transfers.values { fetch_free(transfer) }
        fetch_close(pool)
    }

    /// The bytes of bodies that have come so far.
    var received: Int { Int(clamping: fetch_received(pool)) }

    /// Begins a transfer; `false` where libcurl refuses it.
    mutating func begin(
        _ number: UInt64, _ address: Address, agent: String, headers: [String], credentials: Credentials?,
        limits: fetch_limits
    ) -> Bool {
        guard let transfer = fetch_new(pool, number, address.description, agent, limits) else { return false }
        for line in headers { fetch_add_header(transfer, line) }
        if let credentials { fetch_set_credentials(transfer, credentials.user, credentials.password) }
        guard fetch_begin(transfer) else {
            fetch_free(transfer)
            return false
        }
        transfers[number] = transfer
        return true
    }

    /// Ends all transfers.
    mutating func clear() {
        for transfer in transfers.values { fetch_free(transfer) }
        transfers = [:]
    }

    /// Moves all transfers on; gives those that have ended.
    mutating func advance() -> [Ending] {
        fetch_perform(pool)
        var endings: [Ending] = []
        while let transfer = fetch_next(pool) {
            let number = fetch_number(transfer)
            var (headCount, bodyCount) = (0, 0)
            let outcome = fetch_ending(transfer)
            let head = fetch_head(transfer, &headCount)
            let body = fetch_body(transfer, &bodyCount)
            // Half an answer is of no use to anybody.
            if outcome != .FETCH_DONE { bodyCount = 0 }
            endings.append(
                Ending(
                    number: number, outcome: outcome, status: fetch_status(transfer),
                    head: Array(UnsafeBufferPointer(start: head, count: headCount)),
                    body: Array(UnsafeBufferPointer(start: body, count: bodyCount)),
                    reason: String(cString: fetch_reason(transfer))))
            transfers[number] = nil
            fetch_free(transfer)
        }
        return endings
    }

    /// Waits until something can go on or the bell rings.
    func wait(_ bell: Bell, milliseconds: Int) {
        fetch_wait(pool, bell.descriptor, Int32(clamping: milliseconds))
    }
}
